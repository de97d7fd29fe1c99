package org.machinami.web.request;

import java.util.Objects;
import java.util.Optional;

/**
 * Which requests are wanted.
 *
 * @param field id of a service field, empty for any
 * @param municipality code, empty for any
 * @param state empty for any
 * @param shown whether only those that everybody sees
 * @param mostNeeded whether those with the most supporters come first, else the latest changed
 */
public record RequestFilter(
    String field,
    String municipality,
    Optional<RequestState> state,
    boolean shown,
    boolean mostNeeded) {
  /** Those that everybody sees, the latest changed first. */
  static final RequestFilter SHOWN = new RequestFilter("", "", Optional.empty(), true, false);

  public RequestFilter {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(municipality, "municipality");
    Objects.requireNonNull(state, "state");
  }

  /** For the operator: all of a state, or all. */
  public static RequestFilter all(Optional<RequestState> state) {
    return new RequestFilter("", "", state, false, false);
  }
}
