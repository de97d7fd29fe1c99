package org.machinami.loader.mapping;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.machinami.loader.Mapped;
import org.machinami.loader.Mapping;
import org.machinami.loader.Position;
import org.machinami.loader.Refused;
import org.machinami.loader.Skipped;
import org.machinami.loader.source.Row;

/** All triples maps of one source, applied to its rows. Not thread-safe. */
final class RowMapper implements RowFunction {

  private final Derivation[] derivations;
  private final Condition[] early;
  private final Condition[] late;
  private final CompiledTriplesMap[] maps;
  private final RowLines lines = new RowLines();

  /**
   * @param isRead whether a slot is filled by the reader; conditions on those go before
   *     derivations, so that a row that is left out cannot fail in a function
   */
  RowMapper(
      List<Derivation> derivations,
      List<Condition> conditions,
      List<CompiledTriplesMap> maps,
      IntPredicate isRead) {
    this.derivations = derivations.toArray(Derivation[]::new);
    this.early = conditions.stream().filter(c -> isRead.test(c.slot())).toArray(Condition[]::new);
    this.late = conditions.stream().filter(c -> !isRead.test(c.slot())).toArray(Condition[]::new);
    this.maps = maps.toArray(CompiledTriplesMap[]::new);
  }

  @Override
  public Mapping map(Row row, TripleSink sink) {
    if (!row.fault().isEmpty()) {
      return new Refused(at(row, ""), row.fault(), List.of(row.faultDetail()), "");
    }
    if (row.blank() || !met(early, row)) {
      return new Skipped(at(row, ""));
    }
    lines.clear();
    int subjects = 0;
    try {
      for (Derivation derivation : derivations) {
        derivation.fill(row);
      }
      if (!met(late, row)) {
        return new Skipped(at(row, ""));
      }
      for (CompiledTriplesMap map : maps) {
        subjects += map.write(row, lines);
      }
    } catch (RowRefusal e) {
      return new Refused(at(row, e.column()), e.key(), e.arguments(), e.value());
    }
    if (subjects == 0) {
      return new Refused(at(row, maps[0].missing(row)), "row.no-subject", List.of(), "");
    }
    return new Mapped(at(row, ""), lines.flush(sink));
  }

  private static boolean met(Condition[] conditions, Row row) {
    for (Condition condition : conditions) {
      if (!condition.met(row)) {
        return false;
      }
    }
    return true;
  }

  static Position at(Row row, String column) {
    return new Position(
        row.file(), row.number(), column.isEmpty() ? Optional.empty() : Optional.of(column));
  }
}
