package org.machinami.web.thing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.jena.graph.Node;
import org.machinami.web.negotiation.Version;

/**
 * Things that were asked for lately. One is given again only while the commit that it was read
 * after is the head of the ledger: then nothing has changed since, and the quads have reached all
 * there is. A commit ends them all. Thread-safe.
 */
final class RememberedThings {
  private static final int ENTRY_OVERHEAD = 2_000;
  private static final int STATEMENT = 300;

  private final LongSupplier head;
  private final Cache<String, Thing> things;

  /** A thing and the tag of all that is said of it. */
  record Thing(ThingState state, Version version) {}

  /**
   * @param mostBytes about how much memory they may take, 0 for none
   * @param head the last sequence number of the ledger
   */
  RememberedThings(long mostBytes, LongSupplier head) {
    this.head = head;
    this.things =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher((String iri, Thing thing) -> bytes(thing.state()))
            .build();
  }

  void forget() {
    things.invalidateAll();
  }

  /** The remembered thing while it is true, else what is read. */
  Optional<Thing> find(String iri, Function<String, Optional<Thing>> read) {
    Thing known = things.getIfPresent(iri);
    if (known != null && known.state().sequence() == head.getAsLong()) {
      return Optional.of(known);
    }
    Optional<Thing> found = read.apply(iri);
    found.filter(t -> t.state().sequence() == head.getAsLong()).ifPresent(t -> things.put(iri, t));
    return found;
  }

  /** About: most of it are outlines, its own and those of its neighbours. */
  private static int bytes(ThingState state) {
    long text =
        state.neighbours().stream().mapToLong(n -> n.wkt().length()).sum()
            + state.description().stream().mapToLong(t -> length(t.getObject())).sum();
    long statements =
        2L * state.description().size()
            + state.names().size()
            + state.pointing().stream().mapToLong(p -> 1 + p.first().size()).sum()
            + state.neighbours().size();
    return (int) Math.min(Integer.MAX_VALUE, ENTRY_OVERHEAD + text + statements * STATEMENT);
  }

  private static long length(Node object) {
    return object.isLiteral() ? object.getLiteralLexicalForm().length() : 0;
  }
}
