package org.machinami.store.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the search takes from the data of a dataset.
 *
 * @param things those that have a page and a name, some thousands at most
 * @param properties IRIs of what is said of things: the columns of the data
 * @param extent of all geometries; where there are none, of all cells of the mesh
 * @param places IRIs of things that the data speak of, some thousands at most; empty where there is
 *     an extent
 */
record Contents(
    List<NamedThing> things, Set<String> properties, Optional<Box> extent, Set<String> places) {
  static final Contents NONE = new Contents(List.of(), Set.of(), Optional.empty(), Set.of());

  /** A thing of the city, what it is called, and the rectangle around its geometry. */
  record NamedThing(String iri, List<Literal> names, Optional<Box> extent) {}
}
