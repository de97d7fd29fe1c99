package org.machinami.web.quads;

import java.time.Duration;

/**
 * Nothing answers SPARQL just now: the query process is down, starting or too slow. Pages answer
 * 503.
 */
public final class QueryProcessUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Duration retryAfter;

  /**
   * Says what did not answer.
   *
   * @param retryAfter how long a client should wait before it asks again
   */
  public QueryProcessUnavailable(String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
