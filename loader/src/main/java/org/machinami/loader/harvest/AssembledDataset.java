package org.machinami.loader.harvest;

import java.util.Objects;
import org.apache.jena.graph.Graph;

/**
 * What became of one foreign dataset: a graph with local names, or the reason why there is none.
 */
sealed interface AssembledDataset {
  /** The name that the source gives it. */
  String foreign();

  /**
   * A description ready for the gate.
   *
   * @param id local id
   * @param iri local IRI
   * @param metadata without blank nodes
   */
  record Described(String foreign, String id, String iri, Graph metadata)
      implements AssembledDataset {
    public Described {
      Objects.requireNonNull(foreign, "foreign");
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(iri, "iri");
      Objects.requireNonNull(metadata, "metadata");
    }
  }

  /** No description could be made. */
  record Unusable(String foreign, Refusal reason) implements AssembledDataset {
    public Unusable {
      Objects.requireNonNull(foreign, "foreign");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
