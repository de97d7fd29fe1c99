package org.machinami.store.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to be committed.
 *
 * @param agent who: an IRI or a name
 * @param activity what is being done, e.g. {@code load}
 * @param reason why, in words for people
 * @param key idempotency key: the second request with the same key gets the commit of the first,
 *     whatever else it says
 * @param changes at most one for each graph; may be empty
 */
public record CommitRequest(
    String agent, String activity, String reason, Optional<String> key, List<GraphChange> changes) {
  public CommitRequest {
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(activity, "activity");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(key, "key");
    changes = List.copyOf(changes);
    Set<String> graphs = new HashSet<>();
    for (GraphChange change : changes) {
      if (!graphs.add(change.graph())) {
        throw new IllegalArgumentException("changes: " + change.graph() + " is named twice");
      }
    }
  }
}
