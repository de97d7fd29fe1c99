package org.machinami.web.records;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;

/**
 * Whether the records are such as this program keeps: their schema, that every row can be read and
 * is counted, and that no record contradicts itself. Changes nothing.
 */
public final class RecordsVerification {
  private static final int MOST = 100;
  private static final String CONTRADICTIONS =
      ClasspathSqlLocator.removingComments()
          .getResource(
              RecordsVerification.class.getClassLoader(),
              "org/machinami/web/records/RecordsVerification/contradictions.sql");

  private RecordsVerification() {}

  /**
   * What is wrong, a sentence each; empty when all is well.
   *
   * @throws RecordsUnavailable when the database does not answer, or cannot read a table
   */
  public static List<String> run(Records records) {
    Records.Schema schema = records.schema();
    if (!schema.faults().isEmpty() || schema.isOlder()) {
      return schema.faults(); // an older one is brought up at the next start, and looked at then
    }
    return records.atOneMoment(
        handle -> {
          List<String> faults = new ArrayList<>();
          CopiedTable.ALL.forEach(table -> count(handle, table, faults));
          handle
              .createQuery(CONTRADICTIONS)
              .bind("most", MOST)
              .map((row, context) -> row.getString("record") + " " + row.getString("fault"))
              .forEach(faults::add);
          return faults;
        });
  }

  /** Rows and their index are kept apart: a count may come from either. */
  private static void count(Handle handle, CopiedTable table, List<String> faults) {
    long counted =
        handle.createQuery("SELECT COUNT(*) FROM " + table.name()).mapTo(Long.class).one();
    long read =
        handle.createQuery(table.query()).map((row, context) -> table.row(row).size()).stream()
            .count();
    if (read != counted) {
      faults.add(table.name() + " has " + counted + " rows, of which " + read + " can be read");
    }
  }
}
