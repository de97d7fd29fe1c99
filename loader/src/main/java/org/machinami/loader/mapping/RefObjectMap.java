package org.machinami.loader.mapping;

import java.util.List;

/**
 * The subjects of another triples map as objects ({@code rr:parentTriplesMap}).
 *
 * @param parent name of the triples map
 * @param joins which values must be equal; empty: the same row
 */
record RefObjectMap(String parent, List<Join> joins) implements ObjectMap {

  /** A pair of references whose values must be equal. */
  record Join(String child, String parent) {}

  RefObjectMap {
    joins = List.copyOf(joins);
  }
}
