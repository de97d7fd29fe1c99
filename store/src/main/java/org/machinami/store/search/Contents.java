package org.machinami.store.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the search takes from the data of a dataset.
 *
 * @param things those that have a page and a name, some thousands at most
 * @param properties IRIs of what is said of things: the columns of the data
 * @param extent of all geometries
 */
record Contents(List<NamedThing> things, Set<String> properties, Optional<Box> extent) {
  static final Contents NONE = new Contents(List.of(), Set.of(), Optional.empty());

  /** A thing of the city and what it is called. */
  record NamedThing(String iri, List<Literal> names) {}
}
