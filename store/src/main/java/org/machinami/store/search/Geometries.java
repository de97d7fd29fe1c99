package org.machinami.store.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The rectangles around all geometries of a data graph, and around those of each thing. */
final class Geometries {
  private final Extent all = new Extent();
  private final Map<String, Extent> byThing = new HashMap<>();

  /** Takes a geometry in; it belongs to the thing of whose IRI it has all but the fragment. */
  void add(Triple statement) {
    Node geometry = statement.getObject();
    if (!geometry.isLiteral()) {
      return;
    }
    Extent one = new Extent();
    one.addGeometry(geometry.getLiteralLexicalForm());
    Optional<Box> box = one.box();
    if (box.isEmpty()) {
      return;
    }
    all.add(box.get());
    if (statement.getSubject().isURI()) {
      String iri = statement.getSubject().getURI();
      int fragment = iri.indexOf('#');
      String thing = fragment < 0 ? iri : iri.substring(0, fragment);
      Extent known = byThing.get(thing);
      if (known != null || byThing.size() < ContentsReader.MOST_THINGS) {
        byThing.computeIfAbsent(thing, iriOfThing -> new Extent()).add(box.get());
      }
    }
  }

  /** Around all of them; empty when there is none. */
  Optional<Box> all() {
    return all.box();
  }

  /** The thing with the rectangle around its geometries. */
  Contents.NamedThing placed(Contents.NamedThing thing) {
    Extent extent = byThing.get(thing.iri());
    return extent == null
        ? thing
        : new Contents.NamedThing(thing.iri(), thing.names(), extent.box());
  }
}
