package org.machinami.loader.quality;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.machinami.loader.repair.CellForm;
import org.machinami.loader.repair.CellForms;
import org.machinami.shapes.RepairKind;
import org.machinami.shapes.quality.Fault;
import org.machinami.shapes.quality.Rule;

/** What follows from all values of the columns of a table or of the members of records. */
final class ColumnRules {

  /**
   * Of what is filled in, so much has to be numbers, dates and so on for a column to be of them.
   */
  private static final double MOSTLY = 0.8;

  /** Where all but so many are numbers, the others should be, too. */
  private static final double NEARLY_ALL = 0.95;

  private static final int ENOUGH = 20;

  private static final List<CellKind> DATES =
      List.of(CellKind.values()).stream().filter(CellKind::isDate).toList();

  private final FaultPlaces places;
  private final Collection<ColumnValues> columns;
  private final long rows;

  ColumnRules(FaultPlaces places, Collection<ColumnValues> columns, long rows) {
    this.places = places;
    this.columns = columns;
    this.rows = rows;
  }

  void judge() {
    for (ColumnValues column : columns) {
      if (column.filled() > 0) {
        numbers(column);
        dates(column);
        choices(column);
        lists(column);
        places.broken(Rule.NO_OMISSION).addAll(column.of(CellKind.DITTO));
      }
    }
    codes();
    areas();
  }

  private void numbers(ColumnValues column) {
    long numbers = column.count(CellKind.NUMBER);
    long decorated = column.count(CellKind.DECORATED);
    long noted = column.count(CellKind.NOTED);
    long several = column.count(CellKind.NUMBERS);
    long marks = column.count(CellKind.MARK);
    long values = column.filled() - marks;
    if (numbers + decorated + noted + several < MOSTLY * values || values == 0) {
      return;
    }
    places.broken(Rule.ONE_VALUE).addAll(column.of(CellKind.NUMBERS));
    if (numbers + decorated == 0) {
      return;
    }
    places.broken(Rule.NUMBERS).addAll(column.of(CellKind.DECORATED), CellForms::number);
    places.broken(Rule.NUMBERS).addAll(column.of(CellKind.NOTED));
    boolean quantity =
        !Headers.namesNoQuantity(column.name())
            && !Headers.namesCodes(column.name())
            && !Headers.namesAreaCodes(column.name())
            && column.leadingZeros() == 0;
    if (quantity && numbers >= ENOUGH && numbers >= NEARLY_ALL * values) {
      places.broken(Rule.NUMBERS).addAll(column.of(CellKind.TEXT));
    }
    places.asked(Rule.MARKS).addAll(column.of(CellKind.MARK));
    if (quantity && column.filled() < rows && column.zeros() > 0) {
      places.asked(Rule.EMPTY_OR_ZERO).add(column.name(), "");
    }
    if (quantity && !Headers.statesUnit(column.name())) {
      places.asked(Rule.UNITS).add(column.name(), "");
    }
  }

  private void dates(ColumnValues column) {
    long dates = DATES.stream().mapToLong(column::count).sum();
    if (dates < MOSTLY * column.filled()) {
      return;
    }
    CellKind usual =
        DATES.stream()
            .filter(kind -> kind != CellKind.DATE_OF_ERA && kind != CellKind.DATE_SHORT)
            .max((a, b) -> Long.compare(column.count(a), column.count(b)))
            .orElseThrow();
    for (CellKind kind : DATES) {
      if (kind != usual) {
        places
            .broken(Rule.DATES)
            .addAll(column.of(kind), text -> CellForms.day(text).map(day -> as(usual, day)));
      }
    }
  }

  /** A day in the form that the other cells of the column have. */
  private static CellForm as(CellKind usual, CellForm day) {
    String year = day.text().substring(0, 4);
    String month = day.text().substring(5, 7).replaceFirst("^0", "");
    String date = day.text().substring(8).replaceFirst("^0", "");
    return switch (usual) {
      case DATE_SLASHED -> new CellForm(day.kind(), year + "/" + month + "/" + date);
      case DATE_DOTTED -> new CellForm(day.kind(), year + "." + month + "." + date);
      case DATE_WRITTEN -> new CellForm(day.kind(), year + "年" + month + "月" + date + "日");
      default -> day;
    };
  }

  private void choices(ColumnValues column) {
    Choices choices = column.choices();
    // What is written once is no choice, but a name.
    if (!choices.isFull() && choices.count() * 2L <= column.filled()) {
      choices.variants().forEach(variant -> choice(column, variant));
    }
  }

  private void choice(ColumnValues column, Choices.Variant variant) {
    Places broken = places.broken(Rule.CHOICES);
    String texts = variant.text() + " / " + variant.other();
    if (variant.isOdd() && Fault.isShownWhole(variant.text())) {
      CellForm other = new CellForm(RepairKind.FORM, variant.other());
      broken.add(variant.row(), column.name(), variant.text(), other, texts);
    } else {
      broken.add(variant.row(), column.name(), texts);
    }
  }

  private void lists(ColumnValues column) {
    long lists = column.count(CellKind.LIST);
    if (lists > 1 && lists * 2 >= column.filled()) {
      places.asked(Rule.ONE_VALUE).addAll(column.of(CellKind.LIST));
    }
  }

  private void codes() {
    Set<String> names = columns.stream().map(ColumnValues::name).collect(Collectors.toSet());
    for (ColumnValues column : columns) {
      boolean coded = column.filled() > 0 && column.ascii() == column.filled();
      if (coded
          && Headers.namesCodes(column.name())
          && names.stream().noneMatch(name -> explains(name, column.name()))) {
        places.asked(Rule.CODE_LIST).add(column.name(), "");
      }
    }
  }

  private static boolean explains(String name, String code) {
    String word = Headers.withoutCode(code);
    return !name.equals(code) && !word.isEmpty() && name.startsWith(word);
  }

  private void areas() {
    if (columns.stream().anyMatch(column -> Headers.namesAreaCodes(column.name()))) {
      return;
    }
    for (ColumnValues column : columns) {
      places.broken(Rule.AREAS).addAll(column.shortAreas());
    }
  }

  /** The first column that is filled in some rows only, as when what repeats was left out. */
  static Optional<ColumnValues> gappyFirst(List<ColumnValues> columns, long rows) {
    return columns.stream()
        .findFirst()
        .filter(first -> first.filled() > 0 && first.filled() < rows)
        .filter(first -> columns.stream().anyMatch(column -> column.filled() == rows));
  }
}
