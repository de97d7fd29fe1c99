package org.machinami.loader.mapping;

import java.util.List;

/** Every predicate with every object, in every graph. */
record PredicateObjectMap(List<TermMap> predicates, List<ObjectMap> objects, List<TermMap> graphs) {
  PredicateObjectMap {
    predicates = List.copyOf(predicates);
    objects = List.copyOf(objects);
    graphs = List.copyOf(graphs);
  }
}
