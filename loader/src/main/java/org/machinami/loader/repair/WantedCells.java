package org.machinami.loader.repair;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.CellRewriting;
import org.machinami.shapes.Repair;

/** The cells of one file that are to say something else; sees to it that they say what was said. */
final class WantedCells implements CellRewriting.Change {

  /** Takes the place of each cell that is found. */
  interface Found {
    void cell(Repair.Cell cell, CellRewriting.Place place);
  }

  private final String name;
  private final Map<Long, Map<String, Repair.Cell>> byRow = new HashMap<>();
  private final Map<Long, Map<Integer, Repair.Cell>> byPlace = new HashMap<>();
  private final Found found;
  private int open;

  WantedCells(String name, Collection<Repair.Cell> cells, Found found) {
    this.name = name;
    this.found = found;
    cells.forEach(
        cell ->
            byRow
                .computeIfAbsent(cell.at().row().orElseThrow(), row -> new HashMap<>())
                .put(cell.at().column().orElseThrow(), cell));
    byRow.values().forEach(row -> open += row.size());
  }

  @Override
  public void header(List<String> names) {
    byRow.forEach(
        (row, cells) ->
            cells.forEach(
                (column, cell) -> {
                  int place = TableForm.column(names, column);
                  if (place < 0) {
                    throw new LoadException(Fault.DATA, "repair.no-column", name, column);
                  }
                  byPlace.computeIfAbsent(row, key -> new HashMap<>()).put(place, cell);
                }));
  }

  @Override
  public boolean isWanted(long row) {
    return byPlace.containsKey(row);
  }

  @Override
  public Optional<String> change(long row, int column, String text, CellRewriting.Place place) {
    Repair.Cell cell = byPlace.get(row).get(column);
    if (cell == null) {
      return Optional.empty();
    }
    if (!text.equals(cell.before())) {
      throw new LoadException(
          Fault.DATA,
          "repair.changed",
          name,
          row,
          cell.at().column().orElseThrow(),
          cell.before(),
          text);
    }
    open--;
    found.cell(cell, place);
    return Optional.of(cell.after());
  }

  /** All cells must have been there. */
  void requireAll() {
    if (open > 0) {
      throw new LoadException(Fault.DATA, "repair.no-row", name, open);
    }
  }
}
