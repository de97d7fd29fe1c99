package org.machinami.loader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;

/** What must be committed so that some resources have the wanted versions: nothing, if they do. */
final class Changes {

  private final Store store;

  Changes(Store store) {
    this.store = store;
  }

  /**
   * Commits what differs, in one commit.
   *
   * @param wanted versions by the name of graph or file
   * @param owned prefixes of names of which nothing but the wanted ones may stay
   * @param ended names that may not stay
   * @return the sequence of the commit; empty when nothing differed
   */
  OptionalLong commit(
      String agent,
      String activity,
      String reason,
      Map<String, Hash> wanted,
      List<String> owned,
      List<String> ended) {
    List<GraphChange> changes = new ArrayList<>();
    StringBuilder identity = new StringBuilder(activity);
    wanted.forEach(
        (name, version) -> {
          Optional<GraphState> state = store.states().find(name);
          if (!state.map(GraphState::version).equals(Optional.of(version))) {
            changes.add(GraphChange.to(name, version));
            identity.append('\n').append(name).append(' ').append(version.hex());
            state.ifPresent(before -> identity.append(' ').append(before.sequence()));
          }
        });
    for (String prefix : owned) {
      try (Stream<GraphState> states = store.states().list(prefix)) {
        states
            .filter(state -> !wanted.containsKey(state.graph()))
            .forEach(
                state -> {
                  changes.add(GraphChange.deletion(state.graph()));
                  identity.append('\n').append(state.graph()).append(' ').append(state.sequence());
                });
      }
    }
    for (String name : ended) {
      store
          .states()
          .find(name)
          .ifPresent(
              state -> {
                changes.add(GraphChange.deletion(name));
                identity.append('\n').append(name).append(' ').append(state.sequence());
              });
    }
    if (changes.isEmpty()) {
      return OptionalLong.empty();
    }
    // The sequences of what is replaced make the key of each state different, so that going back
    // to an earlier content is a commit of its own.
    String key = Hash.of(identity.toString().getBytes(StandardCharsets.UTF_8)).hex();
    return OptionalLong.of(
        store
            .commit(new CommitRequest(agent, activity, reason, Optional.of(key), changes))
            .sequence());
  }
}
