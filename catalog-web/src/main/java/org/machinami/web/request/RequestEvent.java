package org.machinami.web.request;

import java.time.Instant;
import java.util.Objects;

/**
 * A state that a request came into.
 *
 * @param reasonJa why, in Japanese; empty where nothing is said
 * @param reasonEn why, in English; empty where nothing is said
 * @param dataset id of the dataset that fulfils it, empty for none
 */
public record RequestEvent(
    Instant at, RequestState state, String reasonJa, String reasonEn, String dataset) {
  public RequestEvent {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(reasonJa, "reasonJa");
    Objects.requireNonNull(reasonEn, "reasonEn");
    Objects.requireNonNull(dataset, "dataset");
  }

  /** Without anything said. */
  public static RequestEvent of(Instant at, RequestState state) {
    return new RequestEvent(at, state, "", "", "");
  }
}
