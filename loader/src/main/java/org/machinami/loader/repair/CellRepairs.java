package org.machinami.loader.repair;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.loader.DatasetFolder;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.Refused;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceLimits;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
import org.machinami.shapes.Violation;
import org.machinami.store.ledger.Hash;

/**
 * The repairs of cells that a report on a dataset proposes, for who shows them and makes one: each
 * has a short name that a form can post. In the order in which their findings are listed.
 */
public final class CellRepairs {

  private static final int NAME = 16;

  private final Map<String, Repair.NewCells> byName = new LinkedHashMap<>();

  private CellRepairs() {}

  /** Those of a report. */
  public static CellRepairs of(DatasetReport report) {
    CellRepairs all = new CellRepairs();
    report
        .verdict()
        .ifPresent(found -> found.violations().stream().map(Violation::repair).forEach(all::add));
    report.rows().listed().stream().map(Refused::repair).forEach(all::add);
    report
        .quality()
        .ifPresent(
            quality ->
                quality.results().stream()
                    .flatMap(result -> result.faults().stream())
                    .forEach(fault -> all.add(fault.repair())));
    return all;
  }

  private void add(Optional<Repair> repair) {
    if (repair.isPresent() && repair.get() instanceof Repair.NewCells cells) {
      byName.put(name(cells), cells);
    }
  }

  /** The name of a repair: the same for the same change of the same cells. */
  public static String name(Repair.NewCells repair) {
    StringBuilder text = new StringBuilder();
    for (Repair.Cell cell : repair.cells()) {
      Position at = cell.at();
      text.append(at.file()).append('\n');
      text.append(at.row().orElseThrow()).append('\n').append(at.column().orElseThrow());
      text.append('\n').append(cell.before()).append('\n').append(cell.after()).append('\n');
    }
    return Hash.of(text.toString().getBytes(StandardCharsets.UTF_8)).hex().substring(0, NAME);
  }

  /** The repair of a name; empty when the report does not propose it, as when the file changed. */
  public Optional<Repair.NewCells> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * A repair with all that are of its kind and in its column, as one: what somebody has seen once
   * need not be looked at three hundred times.
   */
  public Repair.NewCells withAlike(Repair.NewCells repair) {
    Map<Position, Repair.Cell> cells = new LinkedHashMap<>();
    // Itself first: what two rules propose alike stands in the list as that of one of them.
    repair.cells().forEach(cell -> cells.put(cell.at(), cell));
    for (Repair.NewCells other : byName.values()) {
      if (other.kind() == repair.kind() && place(other).equals(place(repair))) {
        other.cells().forEach(cell -> cells.putIfAbsent(cell.at(), cell));
      }
    }
    return new Repair.NewCells(repair.kind(), List.copyOf(cells.values()));
  }

  private static List<String> place(Repair.NewCells repair) {
    List<String> place = new ArrayList<>();
    place.add(repair.cells().get(0).at().file());
    repair.cells().forEach(cell -> place.add(cell.at().column().orElseThrow()));
    return place;
  }

  /** The file whose cells a repair changes. */
  public static String file(Repair.NewCells repair) {
    return repair.cells().get(0).at().file();
  }

  /**
   * Makes a new version of a file of a dataset folder; the folder stays as it is.
   *
   * @param folder with the file, and with the mapping that says how it is read
   * @param base of the catalogue
   * @param target a file that does not exist yet
   * @throws LoadException when the file is none that can be mended, or has changed since it was
   *     judged
   */
  public static void make(Path folder, String base, Repair.NewCells repair, Path target) {
    String name = file(repair);
    Path file = folder.resolve(name).normalize();
    if (name.indexOf('!') >= 0
        || !file.startsWith(folder.normalize())
        || !Files.isRegularFile(file)) {
      throw new LoadException(Fault.DATA, "repair.form", name);
    }
    MendedFile.write(file, name, form(folder, base, file), repair.cells(), target);
  }

  /** How a file of a dataset folder is read. */
  private static Optional<TableForm> form(Path folder, String base, Path file) {
    List<Path> mappings;
    try (Stream<Path> files = Files.list(folder)) {
      mappings =
          files
              .filter(path -> path.getFileName().toString().endsWith(DatasetFolder.MAPPING))
              .sorted()
              .toList();
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", folder, e.toString());
    }
    return forms(mappings, List.of(folder), base, file);
  }

  /**
   * How a file is read that a mapping may name.
   *
   * @param mappings files; none: by the name of the file
   * @param roots folders in which the mapping finds its sources
   */
  public static Optional<TableForm> forms(
      List<Path> mappings, List<Path> roots, String base, Path file) {
    return mappings.isEmpty()
        ? TableForm.of(file.getFileName().toString())
        : TableForm.of(
            MappingPlan.read(mappings, base, "repair"),
            new SourceFiles(roots, SourceLimits.DEFAULT),
            file);
  }
}
