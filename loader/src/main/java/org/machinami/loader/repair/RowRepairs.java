package org.machinami.loader.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.machinami.loader.Mapped;
import org.machinami.loader.Refused;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.source.Row;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
import org.machinami.shapes.RepairKind;
import org.machinami.shapes.Severity;
import org.machinami.shapes.ShapeText;
import org.machinami.shapes.data.DataFault;
import org.machinami.shapes.data.RowTrial;
import org.machinami.shapes.explain.ListedValues;

/**
 * Looks for the cells by which a row would be in order. A proposal has been tried: the row is
 * mapped with it and held against the shapes, what was found is gone and nothing new is found. Not
 * thread-safe.
 */
public final class RowRepairs {

  /** For how many findings of a load a repair is looked for. */
  static final int MOST = 300;

  private final RowTrial trial;
  private int tried;

  /**
   * @param trial against the shapes that found what is to be mended
   */
  public RowRepairs(RowTrial trial) {
    this.trial = trial;
  }

  /** Another value for the cells that a finding of a shape comes from. */
  public Optional<Repair> of(
      DataFault fault, Position at, List<String> columns, MappingPlan.Step step, Row row) {
    if (fault.value().isEmpty() || tried++ >= MOST) {
      return Optional.empty();
    }
    Trying trying = new Trying(step, row, at.file(), findings(step, row));
    for (String column : columns) {
      Optional<String> text = trying.text(column);
      if (text.isEmpty()) {
        continue;
      }
      List<CellForm> forms = new ArrayList<>(CellForms.of(text.get()));
      ListedValues.of(fault.about().shape(), CellForms.plain(text.get()))
          .forEach(value -> forms.add(new CellForm(RepairKind.LIST, value)));
      Optional<Repair> found = trying.first(column, text.get(), forms);
      if (found.isPresent()) {
        return found;
      }
    }
    return columns.size() == 2 ? trying.swapped(columns) : Optional.empty();
  }

  /**
   * A row that could not be mapped, with another value for the cell to blame where there is one.
   */
  public Refused of(Refused refused, MappingPlan.Step step, Row row) {
    Optional<String> column = refused.at().column();
    if (column.isEmpty() || tried++ >= MOST) {
      return refused;
    }
    Trying trying = new Trying(step, row, refused.at().file(), Map.of());
    return trying
        .text(column.get())
        .flatMap(text -> trying.first(column.get(), text, CellForms.of(text)))
        .or(() -> ofPlace(refused) ? trying.swapped() : Optional.empty())
        .map(refused::repairedBy)
        .orElse(refused);
  }

  private static boolean ofPlace(Refused refused) {
    return refused.reason().equals("row.latitude") || refused.reason().equals("row.longitude");
  }

  /** What is found in a row as it is, by shape; empty where it cannot be mapped. */
  private Map<ShapeText, Integer> findings(MappingPlan.Step step, Row row) {
    return step.function().map(row.with(step.references().size(), Map.of()), this::line)
            instanceof Mapped
        ? count(trial.end())
        : Map.of();
  }

  private void line(byte[] buffer, int offset, int length, String graph) {
    trial.line(buffer, offset, length);
  }

  private static Map<ShapeText, Integer> count(List<ShapeText> found) {
    Map<ShapeText, Integer> counts = new HashMap<>();
    found.forEach(shape -> counts.merge(shape, 1, Integer::sum));
    return counts;
  }

  /** One row with other cells. */
  private final class Trying {
    private final MappingPlan.Step step;
    private final Row row;
    private final String file;
    private final Map<ShapeText, Integer> before;

    Trying(MappingPlan.Step step, Row row, String file, Map<ShapeText, Integer> before) {
      this.step = step;
      this.row = row;
      this.file = file;
      this.before = before;
    }

    /** The text of the only cell that a reference means. */
    Optional<String> text(String column) {
      int slot = step.references().indexOf(column);
      return slot >= 0 && row.count(slot) == 1 ? Optional.of(row.value(slot, 0)) : Optional.empty();
    }

    Optional<Repair> first(String column, String text, List<CellForm> forms) {
      return forms.stream()
          .filter(form -> !form.text().equals(text))
          .filter(form -> mends(Map.of(column, form.text())))
          .<Repair>map(
              form -> new Repair.NewCells(form.kind(), List.of(cell(column, text, form.text()))))
          .findFirst();
    }

    /** Latitude and longitude, where only the other way round they lie in Japan. */
    Optional<Repair> swapped(List<String> columns) {
      String first = columns.get(0);
      String second = columns.get(1);
      Optional<String> one = text(first);
      Optional<String> other = text(second);
      if (one.isEmpty()
          || other.isEmpty()
          || !Coordinates.areInJapan(one.get(), other.get())
          || !mends(Map.of(first, other.get(), second, one.get()))) {
        return Optional.empty();
      }
      return Optional.of(
          new Repair.NewCells(
              RepairKind.SWAP,
              List.of(cell(first, one.get(), other.get()), cell(second, other.get(), one.get()))));
    }

    /** The same for the only two cells of the row that can be meant. */
    Optional<Repair> swapped() {
      List<String> all = step.references();
      List<Repair> found = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        for (int j = i + 1; j < all.size(); j++) {
          swapped(List.of(all.get(i), all.get(j))).ifPresent(found::add);
        }
      }
      return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Repair.Cell cell(String column, String text, String other) {
      return new Repair.Cell(
          new Position(file, OptionalLong.of(row.number()), Optional.of(column)), text, other);
    }

    private boolean mends(Map<String, String> cells) {
      Map<Integer, String> bySlot = new HashMap<>();
      cells.forEach((column, text) -> bySlot.put(step.references().indexOf(column), text));
      Row other = row.with(step.references().size(), bySlot);
      boolean mapped = step.function().map(other, RowRepairs.this::line) instanceof Mapped;
      Map<ShapeText, Integer> after = count(trial.end());
      if (!mapped) {
        return false;
      }
      if (before.isEmpty()) {
        return after.keySet().stream().noneMatch(shape -> shape.severity() == Severity.VIOLATION);
      }
      int less = before.values().stream().mapToInt(Integer::intValue).sum();
      int now = after.values().stream().mapToInt(Integer::intValue).sum();
      return now < less
          && after.entrySet().stream()
              .allMatch(entry -> entry.getValue() <= before.getOrDefault(entry.getKey(), 0));
    }
  }
}
