package org.machinami.store.graph;

import java.util.Objects;
import org.machinami.store.ledger.Hash;

/**
 * A state of a graph, named by the hash of its canonical form.
 *
 * @param hash of the only chunk, or of the list of chunks
 * @param triples how many, without duplicates
 */
public record GraphVersion(Hash hash, long triples) {
  public GraphVersion {
    Objects.requireNonNull(hash, "hash");
    if (triples < 0) {
      throw new IllegalArgumentException("triples: " + triples + " is below 0");
    }
  }
}
