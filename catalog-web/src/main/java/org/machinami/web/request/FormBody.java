package org.machinami.web.request;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;

/**
 * The body of a form.
 *
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">URL Standard,
 *     application/x-www-form-urlencoded</a>
 */
public record FormBody(Map<String, String> values) {
  public static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

  /** Far more than the fields may hold, so that who typed too much gets it back. */
  public static final int MOST_BYTES = 512 * 1024;

  private static final int MOST_FIELDS = 50;

  public FormBody {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Reads it; of a name that comes twice the first value counts.
   *
   * @throws Problem 413 when it is too large, 400 when it is no form
   */
  public static FormBody read(InputStream body, String about) {
    return read(body, about, MOST_BYTES, MOST_FIELDS);
  }

  /**
   * Reads one that may hold more, as above.
   *
   * @param mostFields those behind are not read
   */
  public static FormBody read(InputStream body, String about, int mostBytes, int mostFields) {
    byte[] bytes = BoundedBody.read(body, mostBytes, about);
    return new FormBody(fields(new String(bytes, StandardCharsets.US_ASCII), about, mostFields));
  }

  /**
   * The fields of a text that came as a body, in their order; of a name that comes twice the first
   * value counts.
   *
   * @param mostFields those behind are not read
   * @throws Problem 400 when it is no form
   */
  public static Map<String, String> fields(String text, String about, int mostFields) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.split("&", mostFields)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.putIfAbsent(
            decode(pair.substring(0, equals), about), decode(pair.substring(equals + 1), about));
      }
    }
    return values;
  }

  private static String decode(String text, String about) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.of(Kind.BAD_REQUEST, about);
    }
  }

  /** The value of a field; empty when it was not sent. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }
}
