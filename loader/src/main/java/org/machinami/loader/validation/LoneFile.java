package org.machinami.loader.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.excel.ExcelReading;
import org.machinami.loader.format.Formats;
import org.machinami.loader.gate.Description;
import org.machinami.loader.quality.DatasetJudge;
import org.machinami.loader.repair.TableForm;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.JsonReading;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.SourceReader;
import org.machinami.shapes.quality.Quality;
import org.machinami.shapes.quality.Rule;

/** A file of data without description: held against the rules on files. */
final class LoneFile {

  private final SourceLimits limits;

  LoneFile(SourceLimits limits) {
    this.limits = limits;
  }

  /**
   * Judges the file.
   *
   * @param name as its publisher calls it
   * @throws LoadException when it cannot be read as what it is
   */
  Judgement judge(Path file, String name, FileKind kind) {
    SourceReader reader = reader(kind);
    DatasetJudge judge =
        new DatasetJudge(new Description("file", name, GraphFactory.createDefaultGraph()));
    Path folder = file.toAbsolutePath().getParent();
    String source = file.getFileName().toString();
    try {
      new SourceFiles(List.of(folder), limits)
          .visit(
              source.replaceAll("[*?\\[\\]{}!]", "?"),
              read -> {},
              content ->
                  reader
                      .read(
                          name,
                          content.bytes(),
                          List.of(),
                          0,
                          row -> {},
                          judge.inspector(name, name, reader))
                      .requireRecords());
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", name, e.toString());
    }
    Optional<Quality> quality = judge.quality().map(LoneFile::ofTheFile);
    List<Entry> entries = new ArrayList<>();
    quality.map(Entries::of).ifPresent(entries::addAll);
    return Judgement.of(
        name, Optional.empty(), name, placed(file, name, kind, entries), quality, Optional.empty());
  }

  private static List<Entry> placed(Path file, String name, FileKind kind, List<Entry> entries) {
    boolean plain = !name.toLowerCase(Locale.ROOT).endsWith(".gz");
    return kind instanceof FileKind.Table table && plain
        ? RepairPlaces.of(
            file, name, new TableForm(table.delimiter(), 0, Optional.empty()), entries)
        : entries;
  }

  private SourceReader reader(FileKind kind) {
    if (kind instanceof FileKind.Table table) {
      return new CsvReading(table.delimiter(), 0, Optional.empty(), limits);
    }
    if (kind instanceof FileKind.Json json) {
      return json.geographic()
          ? JsonReading.geoJson(Optional.empty(), limits)
          : JsonReading.json(json.list() ? "$[*]" : "$", Optional.empty(), limits);
    }
    if (kind instanceof FileKind.Workbook) {
      return new ExcelReading(Optional.empty(), 0, limits, ArchiveLimits.DEFAULT);
    }
    if (kind instanceof FileKind.Features features) {
      return Formats.reader(features.formulation());
    }
    throw new IllegalArgumentException("no file of data: " + kind);
  }

  /** Without what only a description can answer. */
  private static Quality ofTheFile(Quality quality) {
    return new Quality(
        quality.results().stream()
            .filter(result -> result.rule() != Rule.DEFINITIONS && result.rule() != Rule.SAME_FORM)
            .toList());
  }
}
