package org.machinami.loader.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.machinami.loader.source.SheetFeature;
import org.machinami.shapes.quality.Fault;
import org.machinami.shapes.quality.Rule;
import org.machinami.shapes.quality.RuleResult;

/** Judges a table: of comma-separated values, or a sheet of a workbook. Not thread-safe. */
final class TableJudge implements FileJudge {

  private static final List<Rule> RULES =
      List.of(
          Rule.FORMAT,
          Rule.ONE_TABLE,
          Rule.NO_GAPS,
          Rule.NOTHING_OUTSIDE,
          Rule.HEADERS,
          Rule.NO_LAYOUT,
          Rule.ONE_VALUE,
          Rule.CHARACTERS,
          Rule.EMPTY_OR_ZERO,
          Rule.ONE_RECORD,
          Rule.QUOTED_COMMAS,
          Rule.NUMBERS,
          Rule.NO_OMISSION,
          Rule.UNIQUE_HEADERS,
          Rule.CHOICES,
          Rule.OTHER_APART,
          Rule.HEADER_FIRST,
          Rule.CODE_LIST,
          Rule.MARKS,
          Rule.UNITS,
          Rule.DATES,
          Rule.AREAS,
          Rule.LONG_FORM);

  /** Asked of text only: a sheet keeps its cells apart by itself. */
  private static final Set<Rule> OF_TEXT = Set.of(Rule.ONE_RECORD, Rule.QUOTED_COMMAS);

  /** Asked of sheets only. */
  private static final List<Rule> OF_SHEETS =
      List.of(
          Rule.EXCEL_OBJECTS,
          Rule.EXCEL_FORMATS,
          Rule.EXCEL_MERGED,
          Rule.EXCEL_HIDDEN,
          Rule.EXCEL_FORMULAS);

  /** A table narrower than this has no room for a note beside it. */
  private static final int NARROW = 3;

  private final FaultPlaces places;
  private final int skippedLines;
  private final boolean sheet;
  private List<String> names = List.of();
  private ColumnValues[] columns = new ColumnValues[0];
  private long row = 1;
  private long filledRows;

  // Of the row that is being read:
  private int filled;
  private int headerCells;
  private int textCells;
  private boolean noted;
  private String first = "";
  private String beyond = "";

  private int emptyRows; // since the last one with values
  private boolean emptyHaveCells;

  private TableJudge(String file, int skippedLines, boolean sheet) {
    this.places = new FaultPlaces(file);
    this.skippedLines = skippedLines;
    this.sheet = sheet;
  }

  /**
   * A judge of comma-separated values.
   *
   * @param skippedLines that the mapping passes over above the header
   */
  static TableJudge ofText(String file, int skippedLines) {
    return new TableJudge(file, skippedLines, false);
  }

  /**
   * A judge of a sheet.
   *
   * @param skippedRows that the mapping passes over above the header
   */
  static TableJudge ofSheet(String file, int skippedRows) {
    return new TableJudge(file, skippedRows, true);
  }

  @Override
  public void header(List<String> written) {
    names = written.stream().map(name -> Fault.shown(name.strip())).toList();
    columns = names.stream().map(n -> new ColumnValues(n, places)).toArray(ColumnValues[]::new);
    Headers.judge(written.stream().map(Fault::shown).toList(), places);
    long named = names.stream().filter(name -> !name.isEmpty()).count();
    if (skippedLines > 0 || (named <= 1 && names.size() >= NARROW)) {
      places.broken(Rule.HEADER_FIRST).addFile();
    }
  }

  @Override
  public void cell(int column, char[] buffer, int offset, int length) {
    filled++;
    if (column >= columns.length) {
      if (beyond.isEmpty()) {
        beyond = new String(buffer, offset, Math.min(length, 100));
      }
      return;
    }
    ColumnValues values = columns[column];
    CellKind kind = values.add(row, buffer, offset, length);
    if (column == 0) {
      noted = isNote(buffer, offset, length);
      first = noted ? new String(buffer, offset, Math.min(length, 100)) : "";
    }
    if (kind == CellKind.TEXT) {
      textCells++;
      if (headerCells == column && equal(names.get(column), buffer, offset, length)) {
        headerCells++;
      }
    }
  }

  @Override
  public void endRow(long number, int cells) {
    if (filled == 0) {
      emptyRows++;
      emptyHaveCells |= cells > 0;
    } else {
      filledRows++;
      judgeRow(cells);
      emptyRows = 0;
    }
    row = number + 1;
    filled = 0;
    headerCells = 0;
    textCells = 0;
    beyond = "";
    noted = false;
  }

  @Override
  public void feature(SheetFeature feature, long at, String what) {
    Places of =
        switch (feature) {
          case MERGED -> places.broken(Rule.EXCEL_MERGED);
          case HIDDEN -> places.broken(Rule.EXCEL_HIDDEN);
          case FORMULA -> places.broken(Rule.EXCEL_FORMULAS);
          case OBJECT -> places.broken(Rule.EXCEL_OBJECTS);
          case OTHER_SHEET -> places.asked(Rule.ONE_TABLE);
          // Where all cells of a column look alike, looks say nothing; else a person has to say.
          case FORMAT -> places.asked(Rule.EXCEL_FORMATS);
        };
    if (at == 0) {
      of.add(what, "");
    } else {
      of.add(at, what, "");
    }
  }

  private void judgeRow(int cells) {
    if (emptyRows > 0) {
      places.broken(Rule.NO_GAPS).add(row - emptyRows, "");
    }
    if (columns.length > 1 && headerCells == columns.length) {
      places.broken(Rule.ONE_TABLE).add(row, names.get(0));
    } else if (emptyRows > 0 && textCells > 1 && textCells == filled && hasNumbers()) {
      places.broken(Rule.ONE_TABLE).add(row, "");
    }
    if (noted && filled == 1 && columns.length >= NARROW) {
      places.broken(Rule.NOTHING_OUTSIDE).add(row, first);
    } else if (!beyond.isEmpty()) {
      places.broken(Rule.QUOTED_COMMAS).add(row, beyond);
    } else if (cells < columns.length) {
      places.broken(Rule.ONE_RECORD).add(row, "");
    }
  }

  /** Whether there were numbers so far, so that a row of words stands out. */
  private boolean hasNumbers() {
    return Arrays.stream(columns)
        .anyMatch(column -> column.count(CellKind.NUMBER) > column.filled() / 2);
  }

  private static boolean isNote(char[] text, int offset, int length) {
    char c = text[offset];
    return c == '※'
        || c == '注'
        || ((c == '（' || c == '(' || c == '*' || c == '＊') && length > 1 && text[offset + 1] == '注')
        || ((c == '出' || c == '資' || c == '備')
            && length > 2
            && "典料考".indexOf(text[offset + 1]) >= 0);
  }

  private static boolean equal(String name, char[] text, int offset, int length) {
    return name.length() == length
        && Arrays.equals(name.toCharArray(), 0, length, text, offset, offset + length);
  }

  @Override
  public List<String> columns() {
    return names;
  }

  @Override
  public List<RuleResult> results() {
    for (int i = 0; i < columns.length; i++) {
      ColumnValues column = columns[i];
      if (column.name().isEmpty() && column.filled() == 0) {
        places.broken(Rule.NO_GAPS).add(Integer.toString(i + 1), "");
      } else if (Headers.isMeaningless(column.name())) {
        places
            .broken(Rule.HEADERS)
            .add(column.name().isEmpty() ? Integer.toString(i + 1) : column.name(), "");
      }
    }
    if (emptyRows > 0 && emptyHaveCells) {
      places.broken(Rule.NO_GAPS).add(row - emptyRows, "");
    }
    List<ColumnValues> all = List.of(columns);
    new ColumnRules(places, all, filledRows).judge();
    ColumnRules.gappyFirst(all, filledRows)
        .ifPresent(column -> places.asked(Rule.NO_OMISSION).add(column.name(), ""));
    List<RuleResult> results = new ArrayList<>();
    RULES.stream()
        .filter(rule -> !sheet || !OF_TEXT.contains(rule))
        .forEach(rule -> results.add(places.result(rule)));
    if (sheet) {
      OF_SHEETS.forEach(rule -> results.add(places.result(rule)));
    }
    return results;
  }
}
