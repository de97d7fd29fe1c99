package org.machinami.query;

import java.time.Duration;
import java.util.Objects;

/**
 * What a query may take.
 *
 * @param timeout longest time a query runs; a request may ask for less
 * @param queryLength longest query, in characters
 * @param rows most rows that may flow through the operators of one query
 * @param heldRows most rows that one query may hold in memory at once, to sort, group or join
 * @param textLength longest literal that a query may make, in characters
 * @param answerMemory bytes of an answer that are kept in memory before it goes to a file
 * @param answerBytes longest answer in bytes
 * @param described most resources of one DESCRIBE
 * @param running queries that run at once
 * @param waiting requests that may wait to run; more are turned away
 * @param callerTime query time that one caller may use up in a burst; it comes back as time passes
 */
public record QuerySettings(
    Duration timeout,
    int queryLength,
    long rows,
    int heldRows,
    int textLength,
    int answerMemory,
    long answerBytes,
    int described,
    int running,
    int waiting,
    Duration callerTime) {
  /** For a city portal; rows in memory by the heap that the process was given. */
  public static final QuerySettings DEFAULT =
      new QuerySettings(
          Duration.ofSeconds(30),
          200_000,
          50_000_000,
          (int) Math.min(5_000_000, Runtime.getRuntime().maxMemory() / 4 / 400),
          1_000_000,
          1 << 20,
          256L << 20,
          1_000,
          8,
          64,
          Duration.ofMinutes(5));

  public QuerySettings {
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(callerTime, "callerTime");
    positive("timeout", timeout.toMillis());
    positive("queryLength", queryLength);
    positive("rows", rows);
    positive("heldRows", heldRows);
    positive("textLength", textLength);
    positive("answerMemory", answerMemory);
    positive("answerBytes", answerBytes);
    positive("described", described);
    positive("running", running);
    positive("callerTime", callerTime.toMillis());
    if (waiting < 0) {
      throw new IllegalArgumentException("waiting: " + waiting + " is below 0");
    }
  }

  private static void positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " is below 1");
    }
  }

  /** The same but for the timeout. */
  public QuerySettings withTimeout(Duration other) {
    return new QuerySettings(
        other,
        queryLength,
        rows,
        heldRows,
        textLength,
        answerMemory,
        answerBytes,
        described,
        running,
        waiting,
        callerTime);
  }
}
