package org.machinami.loader.excel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.ColumnSlots;
import org.machinami.loader.source.Row;
import org.machinami.loader.source.RowHandler;
import org.machinami.loader.source.SheetFeature;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;

/** Takes the cells of a sheet into rows, and tells the inspector of them. Not thread-safe. */
final class SheetTable {

  private final String file;
  private final List<String> references;
  private final SourceLimits limits;
  private final RowHandler handler;
  private final SourceInspector inspector;
  private final Row row;
  private final List<String> written = new ArrayList<>();
  private ColumnSlots slots;
  private long number = -1; // 0 is the header
  private int cells;
  private int characters;
  private char[] buffer = new char[256];
  private int[] looks = new int[16]; // by column

  SheetTable(
      String file,
      List<String> references,
      int extraSlots,
      SourceLimits limits,
      RowHandler handler,
      SourceInspector inspector) {
    this.file = file;
    this.references = references;
    this.limits = limits;
    this.handler = handler;
    this.inspector = inspector;
    this.row = new Row(references.size() + extraSlots);
  }

  /** Rows with cells, and those between them. */
  long rows() {
    return Math.max(0, number);
  }

  /**
   * Begins a row; those that were left out above it are blank.
   *
   * @param next its number, 0 for the header
   */
  void beginRow(int next) {
    while (number + 1 < next) {
      begin(number + 1);
      endRow();
    }
    begin(next);
  }

  private void begin(long next) {
    number = next;
    cells = 0;
    characters = 0;
    if (number > 0) {
      row.begin(file, number);
    }
  }

  void cell(int column, String text) {
    characters += text.length();
    if (column >= limits.columns()) {
      throw new LoadException(Fault.DATA, "source.columns", file, number, limits.columns());
    }
    if (characters > limits.rowCharacters() || characters < 0) {
      throw new LoadException(
          Fault.DATA, "source.row-length", file, number, limits.rowCharacters());
    }
    cells = column + 1;
    if (number == 0) {
      while (written.size() < column) {
        written.add("");
      }
      written.add(text);
      return;
    }
    if (text.length() > buffer.length) {
      buffer = new char[Math.max(text.length(), 2 * buffer.length)];
    }
    text.getChars(0, text.length(), buffer, 0);
    inspector.cell(column, buffer, 0, text.length());
    int slot = slots.of(column);
    if (slot >= 0) {
      row.add(slot, buffer, 0, text.length());
    }
  }

  /**
   * How the cell before looks.
   *
   * @param look a number for it
   */
  void look(int column, int look) {
    if (number <= 0) {
      return;
    }
    if (column >= looks.length) {
      looks = Arrays.copyOf(looks, Math.max(column + 1, 2 * looks.length));
    }
    if (looks[column] == 0) {
      looks[column] = look + 1; // of the first cell with a value
    } else if (looks[column] != look + 1) {
      inspector.feature(SheetFeature.FORMAT, number, name(column));
    }
  }

  private String name(int column) {
    return column < written.size() ? written.get(column) : CellReference.letters(column);
  }

  void endRow() {
    if (number == 0) {
      inspector.header(written);
      slots = ColumnSlots.of(file, written, references);
      return;
    }
    // A sheet has as many cells in a row as its header has; those behind are written only if
    // filled.
    inspector.endRow(number, cells == 0 ? 0 : Math.max(cells, written.size()));
    if (cells == 0) {
      row.markBlank();
    } else if (cells > written.size()) {
      row.fail("row.ragged", cells + "/" + written.size());
    } else {
      slots.addFixed(row, file, number);
    }
    handler.row(row);
  }

  void end() {
    if (number < 0) {
      throw new LoadException(Fault.DATA, "source.no-header", file);
    }
  }

  void hiddenColumns(int first, int last) {
    String letters = CellReference.letters(first - 1);
    inspector.feature(
        SheetFeature.HIDDEN,
        0,
        last > first ? letters + ":" + CellReference.letters(Math.min(last, 16_384) - 1) : letters);
  }

  void formula(int column) {
    if (number > 0) {
      inspector.feature(SheetFeature.FORMULA, number, name(column));
    }
  }

  /**
   * Tells of something that is no value.
   *
   * @param at number of the row; 0 or less for the header and what is in no row
   */
  void feature(SheetFeature feature, long at, String what) {
    inspector.feature(feature, Math.max(0, at), what);
  }
}
