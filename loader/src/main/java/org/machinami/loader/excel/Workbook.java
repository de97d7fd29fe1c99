package org.machinami.loader.excel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.archive.ArchiveEntry;
import org.machinami.loader.archive.ZipArchive;
import org.machinami.loader.source.SourceLimits;

/** The parts of a workbook that its sheets refer to. */
final class Workbook {

  /**
   * A sheet as the workbook lists it.
   *
   * @param shown false when a user has to unhide it first
   * @param part name of the entry
   */
  record Sheet(String name, boolean shown, String part) {}

  private static final String RELATIONS = "_rels/.rels";
  private static final String TYPES = "[Content_Types].xml";

  private final ZipArchive archive;
  private final String name;
  private final SourceLimits limits;
  private final List<Sheet> sheets;
  private final boolean from1904;
  private final SharedTexts texts;
  private final CellFormats formats;
  private final CellLooks looks;

  private Workbook(
      ZipArchive archive,
      String name,
      SourceLimits limits,
      List<Sheet> sheets,
      boolean from1904,
      SharedTexts texts,
      CellFormats formats,
      CellLooks looks) {
    this.archive = archive;
    this.name = name;
    this.limits = limits;
    this.sheets = sheets;
    this.from1904 = from1904;
    this.texts = texts;
    this.formats = formats;
    this.looks = looks;
  }

  /**
   * Reads all but the sheets.
   *
   * @throws LoadException when it is no workbook, or one with macros
   */
  static Workbook read(ZipArchive archive, String name, SourceLimits limits) throws IOException {
    Reading reading = new Reading(archive, name);
    reading.types();
    String part =
        reading.relations(RELATIONS, "").entrySet().stream()
            .filter(entry -> entry.getValue().type().endsWith("/officeDocument"))
            .map(entry -> entry.getValue().target())
            .findFirst()
            .orElseThrow(() -> broken(name));
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    Map<String, Relation> relations =
        reading.relations(folder + "_rels/" + part.substring(folder.length()) + ".rels", folder);
    reading.workbook(part, relations);
    return new Workbook(
        archive,
        name,
        limits,
        reading.sheets,
        reading.from1904,
        SharedTexts.read(reading.open(relations, "/sharedStrings"), name, limits),
        CellFormats.read(reading.open(relations, "/styles"), name),
        CellLooks.read(reading.open(relations, "/styles"), name));
  }

  /** A link from a part to another. */
  private record Relation(String type, String target) {}

  /** Reads the parts that say where the others are. */
  private static final class Reading {
    private final ZipArchive archive;
    private final String name;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    Reading(ZipArchive archive, String name) {
      this.archive = archive;
      this.name = name;
    }

    Xml xml(String part) throws IOException {
      ArchiveEntry entry = archive.find(part).orElseThrow(() -> broken(name));
      return new Xml(name, archive.open(entry));
    }

    /** What kind of workbook it is; one with macros says so here. */
    void types() throws IOException {
      if (archive.find("xl/vbaProject.bin").isPresent()) {
        throw new LoadException(Fault.DATA, "excel.macros", name);
      }
      try (Xml xml = xml(TYPES)) {
        while (xml.next()) {
          String type = xml.isStart() ? xml.attribute("ContentType") : "";
          if (type.contains("macroEnabled") || type.endsWith("vbaProject")) {
            throw new LoadException(Fault.DATA, "excel.macros", name);
          }
          if (type.contains("sheet.binary")) {
            throw new LoadException(Fault.DATA, "excel.binary", name);
          }
        }
      }
    }

    Map<String, Relation> relations(String part, String folder) throws IOException {
      Map<String, Relation> relations = new HashMap<>();
      try (Xml xml = xml(part)) {
        while (xml.next()) {
          if (xml.isStart()
              && xml.name().equals("Relationship")
              && !xml.attribute("TargetMode").equals("External")) {
            String target = xml.attribute("Target");
            relations.put(
                xml.attribute("Id"),
                new Relation(
                    xml.attribute("Type"),
                    target.startsWith("/") ? target.substring(1) : folder + target));
          }
        }
      }
      return relations;
    }

    void workbook(String part, Map<String, Relation> relations) throws IOException {
      try (Xml xml = xml(part)) {
        while (xml.next()) {
          if (!xml.isStart()) {
            continue;
          }
          if (xml.name().equals("workbookPr")) {
            from1904 = xml.is("date1904");
          } else if (xml.name().equals("sheet")) {
            Relation relation = relations.get(xml.anyAttribute("id"));
            // Sheets of charts and dialogues hold no cells.
            if (relation != null && relation.type().endsWith("/worksheet")) {
              String state = xml.attribute("state");
              boolean shown = state.isEmpty() || state.equals("visible");
              sheets.add(new Sheet(xml.attribute("name"), shown, relation.target()));
            }
          }
        }
      }
    }

    Optional<InputStream> open(Map<String, Relation> relations, String type) throws IOException {
      for (Relation relation : relations.values()) {
        Optional<ArchiveEntry> entry =
            relation.type().endsWith(type) ? archive.find(relation.target()) : Optional.empty();
        if (entry.isPresent()) {
          return Optional.of(archive.open(entry.get()));
        }
      }
      return Optional.empty();
    }
  }

  /**
   * The sheet of that name, or else the first that is shown.
   *
   * @throws LoadException when there is none
   */
  Sheet sheet(Optional<String> wanted) {
    return sheets.stream()
        .filter(sheet -> wanted.map(sheet.name()::equals).orElse(sheet.shown()))
        .findFirst()
        .orElseThrow(
            () ->
                new LoadException(
                    Fault.FOLDER,
                    "excel.no-sheet",
                    name,
                    wanted.orElse("-"),
                    String.join(", ", sheets.stream().map(Sheet::name).toList())));
  }

  List<Sheet> sheets() {
    return sheets;
  }

  Xml open(Sheet sheet) throws IOException {
    ArchiveEntry entry = archive.find(sheet.part()).orElseThrow(() -> broken(name));
    return new Xml(name, archive.open(entry));
  }

  String name() {
    return name;
  }

  SourceLimits limits() {
    return limits;
  }

  SharedTexts texts() {
    return texts;
  }

  CellFormats formats() {
    return formats;
  }

  CellLooks looks() {
    return looks;
  }

  /** Whether days are counted from 1904, as early Macintoshes did. */
  boolean from1904() {
    return from1904;
  }

  private static LoadException broken(String name) {
    return new LoadException(Fault.DATA, "excel.broken", name);
  }
}
