package org.machinami.store.quads;

import org.apache.jena.tdb2.params.StoreParams;

/**
 * The indexes that the quads have, of the six that TDB2 would make. Chosen by measurement; the
 * numbers are in fuseki-config/README.md. TDB2 writes the choice into {@code tdb.cfg}, where a
 * stock Fuseki finds it.
 *
 * <p>GSPO answers for one graph, SPOG, POSG and OSPG for the union of all. The triple indexes only
 * hold what {@link AppliedState} records.
 */
final class QuadIndexes {
  /** The columns of a quad in the order in which TDB2 numbers them. */
  static final String PRIMARY = "GSPO";

  static final String[] QUADS = {"GSPO", "SPOG", "POSG", "OSPG"};
  static final String[] TRIPLES = {"SPO", "POS"};

  static final StoreParams PARAMS =
      StoreParams.builder("machinami")
          .tripleIndexes(TRIPLES)
          .quadIndexes(QUADS)
          .node2NodeIdCacheSize(200_000)
          .nodeId2NodeCacheSize(500_000)
          .nodeMissCacheSize(1_000)
          .build();

  private QuadIndexes() {}

  /** The columns of {@code primary} in the order of the index called {@code name}. */
  static int[] columns(String primary, String name) {
    return name.chars().map(primary::indexOf).toArray();
  }
}
