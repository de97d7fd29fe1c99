package org.machinami.loader.mapping;

import java.util.List;
import org.machinami.loader.Mapping;
import org.machinami.loader.Refused;
import org.machinami.loader.Skipped;
import org.machinami.loader.source.Row;

/** Fills a join table from the rows of the parent's source; makes no triples. */
final class JoinMapper implements RowFunction {

  private final List<Derivation> derivations;
  private final List<Condition> conditions;
  private final int[] keys;
  private final TermGenerator subject;
  private final JoinTable table;
  private final Bytes bytes = new Bytes(1024);

  JoinMapper(
      List<Derivation> derivations,
      List<Condition> conditions,
      int[] keys,
      TermGenerator subject,
      JoinTable table) {
    this.derivations = List.copyOf(derivations);
    this.conditions = List.copyOf(conditions);
    this.keys = keys.clone();
    this.subject = subject;
    this.table = table;
  }

  @Override
  public Mapping map(Row row, TripleSink sink) {
    if (row.blank() || !row.fault().isEmpty()) {
      return new Skipped(RowMapper.at(row, ""));
    }
    try {
      derivations.forEach(derivation -> derivation.fill(row));
      if (conditions.stream().allMatch(condition -> condition.met(row))) {
        for (int choice = 0; choice < subject.count(row); choice++) {
          bytes.truncate(0);
          subject.write(row, choice, bytes);
          byte[] term = bytes.copy();
          JoinedTerm.keys(row, keys).forEach(key -> table.add(key, term));
        }
      }
    } catch (RowRefusal e) {
      return new Refused(RowMapper.at(row, e.column()), e.key(), e.arguments(), e.value());
    }
    return new Skipped(RowMapper.at(row, ""));
  }
}
