package org.machinami.loader.excel;

import java.io.IOException;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.excel.Workbook.Sheet;
import org.machinami.loader.source.SheetFeature;

/** Reads a sheet from top to bottom. Not thread-safe. */
final class SheetReader {

  /** The last row and column that a sheet can have. */
  private static final int MOST_ROWS = 1_048_576;

  private final Workbook workbook;
  private final Sheet sheet;
  private final int headerRow;
  private final SheetTable table;
  private int row;
  private int column;

  SheetReader(Workbook workbook, Sheet sheet, int skippedRows, SheetTable table) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.headerRow = skippedRows + 1;
    this.table = table;
  }

  void read() throws IOException {
    workbook.sheets().stream()
        .filter(other -> !other.shown())
        .forEach(other -> table.feature(SheetFeature.HIDDEN, 0, other.name()));
    if (workbook.sheets().stream().filter(Sheet::shown).count() > 1) {
      table.feature(SheetFeature.OTHER_SHEET, 0, sheet.name());
    }
    try (Xml xml = workbook.open(sheet)) {
      while (xml.next()) {
        if (xml.isStart()) {
          element(xml);
        }
      }
    }
    table.end();
  }

  private void element(Xml xml) {
    switch (xml.name()) {
      case "row" -> row(xml);
      case "col" -> {
        if (xml.is("hidden")) {
          table.hiddenColumns(number(xml.attribute("min")), number(xml.attribute("max")));
        }
      }
      case "mergeCell" -> {
        String range = xml.attribute("ref");
        table.feature(SheetFeature.MERGED, CellReference.row(range) - headerRow, range);
      }
      case "drawing", "legacyDrawing", "picture", "oleObject", "control" ->
          table.feature(SheetFeature.OBJECT, 0, xml.name());
      default -> {}
    }
  }

  private void row(Xml xml) {
    String written = xml.attribute("r");
    int number = written.isEmpty() ? row + 1 : number(written);
    if (number <= row || number > MOST_ROWS) {
      throw new LoadException(Fault.DATA, "excel.broken", workbook.name());
    }
    row = number;
    column = -1;
    boolean hidden = xml.is("hidden");
    if (row < headerRow) {
      skip(xml);
      return;
    }
    table.beginRow(row - headerRow);
    if (hidden) {
      table.feature(SheetFeature.HIDDEN, row - headerRow, "");
    }
    while (xml.next() && !(xml.isEnd() && xml.name().equals("row"))) {
      if (xml.isStart() && xml.name().equals("c")) {
        cell(xml);
      }
    }
    table.endRow();
  }

  private static void skip(Xml xml) {
    boolean open = true;
    while (open && xml.next()) {
      open = !(xml.isEnd() && xml.name().equals("row"));
    }
  }

  private void cell(Xml xml) {
    String reference = xml.attribute("r");
    int at = reference.isEmpty() ? column + 1 : CellReference.column(reference);
    if (at <= column) {
      throw new LoadException(Fault.DATA, "excel.broken", workbook.name());
    }
    column = at;
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    StringBuilder value = new StringBuilder();
    String inline = "";
    boolean inValue = false;
    while (xml.next() && !(xml.isEnd() && xml.name().equals("c"))) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "v" -> inValue = true;
          case "f" -> table.formula(at);
          case "is" -> inline = RichText.read(xml, workbook.limits().fieldCharacters());
          default -> {}
        }
      } else if (xml.isEnd()) {
        inValue = false;
      } else if (inValue && xml.isText()) {
        xml.addText(value, workbook.limits().fieldCharacters());
      }
    }
    String text = type.equals("inlineStr") ? inline : text(type, style, value.toString());
    if (!text.isEmpty()) {
      table.cell(at, text);
      table.look(at, workbook.looks().of(style));
    }
  }

  private String text(String type, String style, String value) {
    if (value.isEmpty()) {
      return "";
    }
    return switch (type) {
      case "s" ->
          workbook
              .texts()
              .find(value)
              .orElseThrow(() -> new LoadException(Fault.DATA, "excel.broken", workbook.name()));
      case "b" -> value.equals("1") ? "true" : "false";
      case "str", "e", "d" -> value;
      default -> CellText.of(value, workbook.formats().of(style), workbook.from1904());
    };
  }

  private int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new LoadException(Fault.DATA, e, "excel.broken", workbook.name());
    }
  }
}
