package org.machinami.store.ledger;

import java.util.Objects;
import java.util.Optional;

/**
 * A named graph, or another versioned resource, gets a version or is deleted.
 *
 * @param graph IRI of the named graph ({@code {base}graph/...}) or of the file ({@code
 *     {base}datasets/{id}/files/{name}}, {@code {base}datasets/{id}/recipe/{name}})
 * @param version the version it has from this commit on; empty: it is deleted
 */
public record GraphChange(String graph, Optional<Hash> version) {
  public GraphChange {
    Objects.requireNonNull(version, "version");
    if (graph.isBlank()) {
      throw new IllegalArgumentException("graph: a change needs the IRI of what changes");
    }
  }

  /** The graph has this version from now on. */
  public static GraphChange to(String graph, Hash version) {
    return new GraphChange(graph, Optional.of(version));
  }

  /** The graph is no more. */
  public static GraphChange deletion(String graph) {
    return new GraphChange(graph, Optional.empty());
  }
}
