package org.machinami.loader.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.loader.DatasetFolder;
import org.machinami.loader.LoadException;
import org.machinami.loader.repair.CellRepairs;
import org.machinami.loader.repair.MendedFile;
import org.machinami.loader.repair.TableForm;
import org.machinami.loader.repair.TextEdit;
import org.machinami.shapes.Repair;

/**
 * Finds out where in their files the cells stand that can be mended, as editors count. A file is
 * read once more for it; what cannot be found is left as it is.
 */
final class RepairPlaces {

  private final Path folder;
  private final List<Path> roots;
  private final String base;

  /**
   * @param folder of the dataset
   * @param from where its sources are; empty: in the folder
   */
  RepairPlaces(Path folder, Optional<Path> from, String base) {
    this.folder = folder;
    this.roots = from.map(path -> List.of(path, folder)).orElse(List.of(folder));
    this.base = base;
  }

  /** The entries, those with a repair of cells with its place. */
  List<Entry> of(List<Entry> entries) {
    Map<String, List<Repair.Cell>> byFile = new HashMap<>();
    entries.stream()
        .flatMap(entry -> entry.cells().stream())
        .forEach(
            cell -> byFile.computeIfAbsent(cell.at().file(), name -> new ArrayList<>()).add(cell));
    Map<Repair.Cell, TextEdit> edits = new HashMap<>();
    byFile.forEach((name, cells) -> edits.putAll(find(name, cells)));
    return entries.stream().map(entry -> edited(entry, edits)).toList();
  }

  /** The same for a file that stands alone. */
  static List<Entry> of(Path file, String name, TableForm form, List<Entry> entries) {
    List<Repair.Cell> cells = entries.stream().flatMap(entry -> entry.cells().stream()).toList();
    Map<Repair.Cell, TextEdit> edits = find(file, name, Optional.of(form), cells);
    return entries.stream().map(entry -> edited(entry, edits)).toList();
  }

  private static Entry edited(Entry entry, Map<Repair.Cell, TextEdit> edits) {
    List<TextEdit> found = entry.cells().stream().map(edits::get).filter(Objects::nonNull).toList();
    return found.size() == entry.cells().size() ? entry.with(found) : entry;
  }

  private Map<Repair.Cell, TextEdit> find(String name, List<Repair.Cell> cells) {
    for (Path root : roots) {
      Path file = root.resolve(name);
      if (name.indexOf('!') < 0 && file.normalize().startsWith(root) && Files.isRegularFile(file)) {
        return find(file, name, form(file, name), cells);
      }
    }
    return Map.of();
  }

  private static Map<Repair.Cell, TextEdit> find(
      Path file, String name, Optional<TableForm> form, List<Repair.Cell> cells) {
    if (cells.isEmpty() || form.isEmpty()) {
      return Map.of();
    }
    try {
      return MendedFile.edits(file, name, form.get(), cells);
    } catch (LoadException e) {
      return Map.of(); // the repair is shown without its place
    }
  }

  private Optional<TableForm> form(Path file, String name) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> mappings =
          files
              .filter(path -> path.getFileName().toString().endsWith(DatasetFolder.MAPPING))
              .sorted()
              .toList();
      return CellRepairs.forms(mappings, roots, base, file);
    } catch (IOException e) {
      return TableForm.of(name);
    }
  }
}
