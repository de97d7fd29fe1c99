package org.machinami.query;

import java.util.List;

/**
 * A request that gets no answer: of which kind, and the particulars that its text names. The text
 * itself is in the message bundle, in Japanese and English.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The kinds, with their HTTP status. */
  enum Kind {
    NO_QUERY(400),
    SEVERAL_QUERIES(400),
    MALFORMED_QUERY(400),
    QUERY_TOO_LONG(413),
    TOO_DEEP(400),
    BAD_TIMEOUT(400),
    BAD_GRAPH(400),
    SERVICE_REFUSED(403),
    UPDATE_REFUSED(403),
    FUNCTION_REFUSED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    UNSUPPORTED_MEDIA_TYPE(415),
    VERIFYING(409),
    TIMEOUT(422),
    TOO_MANY_ROWS(422),
    TOO_MANY_ROWS_HELD(422),
    TEXT_TOO_LONG(422),
    ANSWER_TOO_LONG(422),
    CALLER_BUDGET(429),
    BUSY(503),
    INTERNAL(500);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }

    /** The last part of the problem's type IRI, and the key of its text. */
    String slug() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private final Kind kind;
  private final transient List<Object> particulars;

  Problem(Kind kind, Object... particulars) {
    super(kind.slug() + " " + List.of(particulars), null, false, false);
    this.kind = kind;
    this.particulars = List.of(particulars);
  }

  Kind kind() {
    return kind;
  }

  List<Object> particulars() {
    return particulars;
  }
}
