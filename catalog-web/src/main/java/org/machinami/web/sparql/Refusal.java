package org.machinami.web.sparql;

/** The reasons of the front, before or instead of the query process. */
enum Refusal {
  MALFORMED(400, "malformed-request", "The request cannot be read"),
  NO_QUERY(400, "no-query", "There is no query"),
  UPDATE(403, "no-update", "Updates are refused"),
  METHOD(405, "method-not-allowed", "The method is not allowed"),
  MEDIA_TYPE(415, "media-type", "The media type of the body is not known"),
  TOO_LARGE(413, "too-large", "The request is too large"),
  TOO_MANY(429, "too-many-queries", "Too many queries at once"),
  BUSY(503, "busy", "The query process is busy"),
  UNAVAILABLE(503, "queries-unavailable", "The query process does not answer");

  private final int status;
  private final String id;
  private final String title;

  Refusal(int status, String id, String title) {
    this.status = status;
    this.id = id;
    this.title = title;
  }

  int status() {
    return status;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }
}
