package org.machinami.web.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.machinami.web.records.Records;

/** Counts by dataset and day as they are kept. One thread at a time adds. */
final class UsageRecords {
  /** An id beyond it is none that a dataset has. */
  private static final int LONGEST_ID = 500;

  private static final int ROWS_AT_ONCE = 1_000;

  private final Records records;
  private final String raise = read("raise");
  private final String begin = read("begin");
  private final String between = read("between");

  UsageRecords(Records records) {
    this.records = records;
  }

  private static String read(String name) {
    return ClasspathSqlLocator.removingComments()
        .getResource(
            UsageRecords.class.getClassLoader(),
            "org/machinami/web/usage/UsageRecords/" + name + ".sql");
  }

  /** Adds to the counts of a day, all or none. */
  void add(LocalDate day, Map<String, Uses> byDataset) {
    List<Map.Entry<String, Uses>> entries =
        byDataset.entrySet().stream().filter(e -> e.getKey().length() <= LONGEST_ID).toList();
    records.ask(
        handle -> {
          for (int i = 0; i < entries.size(); i += ROWS_AT_ONCE) {
            add(handle, day, entries.subList(i, Math.min(entries.size(), i + ROWS_AT_ONCE)));
          }
          return entries.size();
        });
  }

  private void add(Handle handle, LocalDate day, List<Map.Entry<String, Uses>> entries) {
    int[] changed = batch(handle, raise, day, entries);
    List<Map.Entry<String, Uses>> missing = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 0) {
        missing.add(entries.get(i));
      }
    }
    if (!missing.isEmpty()) {
      batch(handle, begin, day, missing);
    }
  }

  private static int[] batch(
      Handle handle, String sql, LocalDate day, List<Map.Entry<String, Uses>> entries) {
    PreparedBatch batch = handle.prepareBatch(sql);
    entries.forEach(
        entry ->
            batch
                .bind("day", day)
                .bind("dataset", entry.getKey())
                .bind("views", entry.getValue().views())
                .bind("downloads", entry.getValue().downloads())
                .add());
    return batch.execute();
  }

  /** The counts from one day to another, both included. */
  Map<String, Uses> between(LocalDate first, LocalDate last) {
    return records.ask(
        handle -> {
          Map<String, Uses> uses = new HashMap<>();
          handle
              .createQuery(between)
              .bind("first", first)
              .bind("last", last)
              .map(
                  (row, context) ->
                      Map.entry(
                          row.getString("dataset"),
                          new Uses(row.getLong("views"), row.getLong("downloads"))))
              .forEach(entry -> uses.put(entry.getKey(), entry.getValue()));
          return uses;
        });
  }
}
