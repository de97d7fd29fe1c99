package org.machinami.web.problem;

/**
 * The kinds of problems that clients meet; each has its texts in the message bundles under {@code
 * problem.<id>}.
 */
public enum Kind {
  BAD_REQUEST(400, "bad-request"),
  FORBIDDEN(403, "forbidden"),
  NOT_ALLOWED(403, "not-allowed"),
  STOPPED(403, "stopped"),
  NOT_FOUND(404, "not-found"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed"),
  NOT_ACCEPTABLE(406, "not-acceptable"),
  CONFLICT(409, "conflict"),
  GONE(410, "gone"),
  CONTENT_TOO_LARGE(413, "content-too-large"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type"),
  TOO_MANY_REQUESTS(429, "too-many-requests"),
  INTERNAL(500, "internal"),
  RECORDS_UNAVAILABLE(503, "records-unavailable"),
  QUERIES_UNAVAILABLE(503, "queries-unavailable");

  private final int status;
  private final String id;

  Kind(int status, String id) {
    this.status = status;
    this.id = id;
  }

  public int status() {
    return status;
  }

  /** The end of the problem type IRI. */
  public String id() {
    return id;
  }

  /**
   * The kind for a status that the framework answers; anything unknown is a bad request or our
   * fault.
   */
  static Kind ofStatus(int status) {
    for (Kind kind : values()) {
      if (kind.status == status) {
        return kind;
      }
    }
    return status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL;
  }
}
