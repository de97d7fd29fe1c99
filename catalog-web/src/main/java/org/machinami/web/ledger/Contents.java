package org.machinami.web.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;

/** Which version of a graph or file is given to who asks, and which blobs belong to it. */
final class Contents {
  private static final long MOST_NAMES_KEPT = 200_000;

  private final Store store;
  private final PublicResources resources;
  private final Cache<Hash, Set<Hash>> blobs =
      Caffeine.newBuilder()
          .maximumWeight(MOST_NAMES_KEPT)
          .weigher((Hash version, Set<Hash> names) -> names.size() + 1)
          .build();

  Contents(Store store, PublicResources resources) {
    this.store = store;
    this.resources = resources;
  }

  /**
   * The state that a graph or file had right after a commit.
   *
   * @param name its IRI
   * @throws Problem 404 when it had none or is not public, which are not told apart; 409 when there
   *     is no such commit; 410 when it is not given any more
   */
  GraphState require(String name, long at) {
    if (at > store.ledger().head()) {
      throw Problem.of(Kind.CONFLICT, "ledger, commit " + at);
    }
    Optional<GraphState> state =
        resources.isNamed(name) ? resources.find(name, at) : Optional.empty();
    if (state.isEmpty()) {
      throw Problem.notFound(name);
    }
    if (!resources.isGiven(name)) {
      throw Problem.gone(name);
    }
    return state.get();
  }

  /** The same of a graph only, or of a file only. */
  GraphState require(String name, long at, boolean graph) {
    if (resources.isGraph(name) != graph) {
      throw Problem.notFound(name);
    }
    return require(name, at);
  }

  /** Whether a blob is one of a version. */
  boolean has(Hash version, Hash blob) {
    return version.equals(blob) || blobs.get(version, this::names).contains(blob);
  }

  private Set<Hash> names(Hash version) {
    Set<Hash> names = new HashSet<>();
    store.versions().blobs(version, names::add);
    return names;
  }
}
