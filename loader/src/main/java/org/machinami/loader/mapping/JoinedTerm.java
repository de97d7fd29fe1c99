package org.machinami.loader.mapping;

import java.util.ArrayList;
import java.util.List;
import org.machinami.loader.source.Row;

/** The subjects of another triples map whose rows have the same values. Not thread-safe. */
final class JoinedTerm implements TermGenerator {

  private final JoinTable table;
  private final int[] slots;
  private final List<byte[]> found = new ArrayList<>();

  JoinedTerm(JoinTable table, int[] slots) {
    this.table = table;
    this.slots = slots.clone();
  }

  @Override
  public int count(Row row) {
    found.clear();
    keys(row, slots).forEach(key -> found.addAll(table.find(key)));
    return found.size();
  }

  @Override
  public void write(Row row, int choice, Bytes out) {
    out.append(found.get(choice));
  }

  /** Every combination of the values of some slots, as keys; none when a slot has no value. */
  static List<String> keys(Row row, int[] slots) {
    List<String> keys = List.of("");
    for (int slot : slots) {
      List<String> longer = new ArrayList<>();
      for (String key : keys) {
        for (int i = 0; i < row.count(slot); i++) {
          String value = row.value(slot, i);
          longer.add(key + value.length() + ":" + value);
        }
      }
      keys = longer;
    }
    return keys;
  }
}
