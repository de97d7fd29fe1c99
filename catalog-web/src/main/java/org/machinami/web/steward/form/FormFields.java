package org.machinami.web.steward.form;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.BoundedBody;
import org.machinami.web.request.FormBody;

/**
 * What a browser posted, by the names of the fields.
 *
 * @param values in the order in which they came; of a name that comes twice the first counts
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">URL Standard,
 *     application/x-www-form-urlencoded</a>
 */
public record FormFields(Map<String, String> values) {

  public static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

  /** Descriptions of hundreds of distributions fit; Japanese takes nine bytes a character. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  static final int MOST_FIELDS = 20_000;

  public FormFields {
    Objects.requireNonNull(values, "values");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Reads the body of a form.
   *
   * @param about path of the form, for the problem
   * @throws Problem 413 when it is too large, 400 when it is no form
   */
  public static FormFields read(InputStream body, String about) {
    byte[] bytes = BoundedBody.read(body, MOST_BYTES, about);
    String text = new String(bytes, StandardCharsets.US_ASCII);
    if (text.chars().filter(c -> c == '&').count() >= MOST_FIELDS) {
      throw Problem.of(Kind.CONTENT_TOO_LARGE, about);
    }
    return new FormFields(FormBody.fields(text, about, MOST_FIELDS));
  }

  /** The value of a field; empty when it was not posted. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The same with another value. */
  FormFields with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return new FormFields(changed);
  }
}
