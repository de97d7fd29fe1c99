package org.machinami.web.records;

/** A transaction failed, for whatever reason; nothing of it has happened. */
public final class RecordsUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecordsUnavailable(Throwable cause) {
    super("The database of records did not answer: " + cause.getMessage(), cause);
  }
}
