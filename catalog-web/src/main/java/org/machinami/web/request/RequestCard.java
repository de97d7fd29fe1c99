package org.machinami.web.request;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;

/**
 * A request as pages show it, in one language.
 *
 * @param facts service field, municipality and the dataset that it is about, as far as it has them
 * @param last its present state
 */
public record RequestCard(
    String id,
    Text wanted,
    Text purpose,
    Instant created,
    long supporters,
    List<Value> facts,
    Step last) {
  public RequestCard {
    Objects.requireNonNull(wanted, "wanted");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(last, "last");
    facts = List.copyOf(facts);
  }

  /**
   * A state that the request came into.
   *
   * @param reason why, where that is said
   * @param dataset that fulfils it
   */
  public record Step(
      Instant at, RequestState state, Optional<Text> reason, Optional<Value> dataset) {}
}
