package org.machinami.store.quads;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;

/** The quads as they were at one moment, in a reading transaction of the thread that opened it. */
public final class QuadReading implements AutoCloseable {
  private final DatasetGraphTDB database;
  private final long atLeast;

  QuadReading(DatasetGraphTDB database, long atLeast) {
    this.database = database;
    this.atLeast = atLeast;
  }

  /** A sequence number that these quads have reached or passed; costs nothing. */
  public long appliedAtLeast() {
    return atLeast;
  }

  /**
   * What is read. Its default graph is the hidden record of what was applied; queries are to be run
   * with {@code TDB2.symUnionDefaultGraph}.
   */
  public DatasetGraph dataset() {
    return database;
  }

  DatasetGraphTDB database() {
    return database;
  }

  /** The sequence number these quads have reached. */
  public long applied() {
    return AppliedState.applied(database).orElse(0L);
  }

  @Override
  public void close() {
    database.end();
  }
}
