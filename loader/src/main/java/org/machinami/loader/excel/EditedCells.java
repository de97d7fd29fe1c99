package org.machinami.loader.excel;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.SheetFeature;
import org.machinami.loader.source.SourceInspector;
import org.machinami.shapes.Repair;

/**
 * Which cells of a sheet say something else, by their references: found while the sheet is read, so
 * that each is known to say what was said of it. Not thread-safe.
 */
final class EditedCells implements SourceInspector {

  private final String file;
  private final int headerRow;
  private final Map<Long, Map<String, Repair.Cell>> byRow = new HashMap<>();
  private final Map<Long, Map<Integer, String>> found = new HashMap<>();
  private final Map<Integer, String> texts = new HashMap<>();
  private List<String> names = List.of();
  private int open;

  EditedCells(String file, int skippedRows, Collection<Repair.Cell> cells) {
    this.file = file;
    this.headerRow = skippedRows + 1;
    cells.forEach(
        cell ->
            byRow
                .computeIfAbsent(cell.at().row().orElseThrow(), row -> new HashMap<>())
                .put(cell.at().column().orElseThrow(), cell));
    byRow.values().forEach(row -> open += row.size());
  }

  @Override
  public void header(List<String> written) {
    names = written.stream().map(String::strip).toList();
  }

  @Override
  public void cell(int column, char[] buffer, int offset, int length) {
    texts.put(column, new String(buffer, offset, length));
  }

  @Override
  public void feature(SheetFeature feature, long row, String what) {
    if (feature == SheetFeature.FORMULA && byRow.getOrDefault(row, Map.of()).containsKey(what)) {
      throw new LoadException(Fault.DATA, "repair.formula", file, row, what);
    }
  }

  @Override
  public void endRow(long number, int cells) {
    byRow.getOrDefault(number, Map.of()).forEach((column, cell) -> take(number, column, cell));
    texts.clear();
  }

  private void take(long row, String name, Repair.Cell cell) {
    int column = names.indexOf(name);
    if (column < 0) {
      throw new LoadException(Fault.DATA, "repair.no-column", file, name);
    }
    String text = texts.getOrDefault(column, "");
    if (!text.equals(cell.before())) {
      throw new LoadException(Fault.DATA, "repair.changed", file, row, name, cell.before(), text);
    }
    open--;
    found.computeIfAbsent(headerRow + row, key -> new HashMap<>()).put(column, cell.after());
  }

  /** All cells must have been there. */
  void requireAll() {
    if (open > 0) {
      throw new LoadException(Fault.DATA, "repair.no-row", file, open);
    }
  }

  /**
   * What a cell is to say.
   *
   * @param row of the sheet, from 1
   * @param column from 0
   */
  Optional<String> find(long row, int column) {
    return Optional.ofNullable(found.getOrDefault(row, Map.of()).get(column));
  }
}
