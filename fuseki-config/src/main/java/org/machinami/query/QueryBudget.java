package org.machinami.query;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * What one running query has used up of what it may. Kept in the query's context, where every
 * operator and function finds it. Used by the query's thread; {@link #expire} by any.
 */
final class QueryBudget {
  private static final Symbol IN_CONTEXT = Symbol.create("urn:machinami:budget");

  private final QuerySettings settings;
  private final long timeoutMillis;
  private final long deadline;
  private final AtomicBoolean cancel;
  private long rows;
  private long heldRows;
  private int steps;

  /**
   * @param cancel set when time is up, for the parts of the query engine that look at it
   */
  QueryBudget(QuerySettings settings, long timeoutMillis, AtomicBoolean cancel) {
    this.settings = settings;
    this.timeoutMillis = timeoutMillis;
    this.deadline = System.nanoTime() + timeoutMillis * 1_000_000;
    this.cancel = cancel;
  }

  void putInto(Context context) {
    context.set(IN_CONTEXT, this);
  }

  static QueryBudget of(Context context) {
    return context.get(IN_CONTEXT);
  }

  /** Looks at the clock now and then; for inner loops. */
  void step() {
    if ((++steps & 0x3ff) == 0) {
      checkTime();
    }
  }

  void checkTime() {
    if (System.nanoTime() - deadline > 0 || cancel.get()) {
      throw timeout();
    }
  }

  Problem timeout() {
    return new Problem(Problem.Kind.TIMEOUT, timeoutMillis);
  }

  boolean isOver() {
    return System.nanoTime() - deadline > 0;
  }

  /** Tells the query engine to stop. */
  void expire() {
    cancel.set(true);
  }

  /** One more row has come out of an operator. */
  void row() {
    if (++rows > settings.rows()) {
      throw new Problem(Problem.Kind.TOO_MANY_ROWS, settings.rows());
    }
    step();
  }

  /** More rows have to be kept in memory. */
  void hold(long more) {
    heldRows += more;
    if (heldRows > settings.heldRows()) {
      throw new Problem(Problem.Kind.TOO_MANY_ROWS_HELD, settings.heldRows());
    }
  }

  /** A literal of that length is about to be made. */
  void text(long length) {
    if (length > settings.textLength()) {
      throw new Problem(Problem.Kind.TEXT_TOO_LONG, settings.textLength());
    }
  }
}
