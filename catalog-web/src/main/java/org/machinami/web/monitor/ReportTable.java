package org.machinami.web.monitor;

import java.util.ArrayList;
import java.util.List;
import org.machinami.web.language.Text;
import org.machinami.web.monitor.FigureTable.Cell;

/** All figures of a report in one long table: what it is of, what is counted, and how many. */
final class ReportTable {
  private ReportTable() {}

  static FigureTable of(List<FigureTable> tables) {
    List<List<Cell>> rows = new ArrayList<>();
    for (FigureTable table : tables) {
      for (List<Cell> row : table.rows()) {
        for (int i = 1; i < row.size(); i++) {
          if (row.get(i).number()) {
            rows.add(
                List.of(
                    text(table.id()),
                    text(row.get(0).value()),
                    text(table.keys().get(i)),
                    row.get(i)));
          }
        }
      }
    }
    List<String> keys = List.of("table", "of", "figure", "number");
    return new FigureTable("report", "", keys, keys, rows, "");
  }

  private static Cell text(String value) {
    return Cell.of(new Text(value, ""), "", value);
  }
}
