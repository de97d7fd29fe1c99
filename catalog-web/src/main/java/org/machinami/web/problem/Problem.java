package org.machinami.web.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A reason why there is no answer, thrown by resources and mapped once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String about;
  private final transient List<Object> detailValues;
  private final String detailKey;
  private final transient Map<String, String> headers;

  private Problem(
      Kind kind, String about, String detailKey, List<Object> values, Map<String, String> headers) {
    super(kind.id() + ": " + about);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.about = Objects.requireNonNull(about, "about");
    this.detailKey = detailKey;
    this.detailValues = List.copyOf(values);
    this.headers = Map.copyOf(headers);
  }

  /** Nothing has this IRI or path. */
  public static Problem notFound(String about) {
    return of(Kind.NOT_FOUND, about);
  }

  /** A dataset that the catalogue it came from no longer has. */
  public static Problem goneAtSource(String about) {
    return new Problem(Kind.GONE, about, "problem.gone.source", List.of(about), Map.of());
  }

  /** There was something, and a commit took it away. */
  public static Problem gone(String about) {
    return of(Kind.GONE, about);
  }

  /**
   * There was something, and somebody took it away.
   *
   * @param reason in their words
   */
  public static Problem withdrawn(String about, String reason) {
    return new Problem(
        Kind.GONE, about, "problem.gone.withdrawn", List.of(about, reason), Map.of());
  }

  /** Of that kind, with the usual text. */
  public static Problem of(Kind kind, String about) {
    return new Problem(kind, about, "problem." + kind.id() + ".detail", List.of(about), Map.of());
  }

  /**
   * A parameter that cannot be used.
   *
   * @param detailKey message that says what is wrong, {0} is the value
   */
  public static Problem badParameter(String name, String value, String detailKey) {
    return new Problem(
        Kind.BAD_REQUEST, name + "=" + value, detailKey, List.of(value, name), Map.of());
  }

  /**
   * Parameters with too many values, or too long ones.
   *
   * @param name of the one with the most
   * @param detailKey message that says how much may be given, {0} is how much there is
   */
  public static Problem tooManyValues(String name, int there, String detailKey) {
    return new Problem(Kind.BAD_REQUEST, name, detailKey, List.of(there, name), Map.of());
  }

  /** The caller has done that too often; he may do it again after the time. */
  public static Problem tooMany(String about, Duration retryAfter) {
    return new Problem(
        Kind.TOO_MANY_REQUESTS,
        about,
        "problem.too-many-requests.detail",
        List.of(about),
        Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
  }

  /** The query process does not answer; the client may ask again after the time. */
  public static Problem queriesUnavailable(String about, Duration retryAfter) {
    Map<String, String> headers =
        Map.of("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    return new Problem(
        Kind.QUERIES_UNAVAILABLE,
        about,
        "problem.queries-unavailable.detail",
        List.of(about),
        headers);
  }

  public Kind kind() {
    return kind;
  }

  /** The IRI, path or parameter that it is about. */
  public String about() {
    return about;
  }

  String detailKey() {
    return detailKey;
  }

  List<Object> detailValues() {
    return Optional.ofNullable(detailValues).orElse(List.of());
  }

  Map<String, String> headers() {
    return Optional.ofNullable(headers).orElse(Map.of());
  }
}
