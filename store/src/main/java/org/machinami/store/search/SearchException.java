package org.machinami.store.search;

/** The index cannot be opened, read or written: the machine's fault, not the caller's. */
public final class SearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SearchException(String message, Throwable cause) {
    super(message, cause);
  }
}
