package org.machinami.web.records;

/** The database of records cannot be opened, copied or filled; the message says what to do. */
public final class RecordsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecordsException(String message, Throwable cause) {
    super(message, cause);
  }

  RecordsException(String message) {
    super(message);
  }
}
