package org.machinami.web.thing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;

/**
 * What the quads say of a thing.
 *
 * @param description its statements and those of its parts
 * @param graphs the named graphs in which it stands
 * @param names what the things are called to which it points, and which point to it
 * @param incoming what points to it
 * @param more whether more points to it than is listed
 * @param neighbours others of its kind that have a geometry
 * @param sequence the commit after which all this was so, -1 when that is not known
 */
record ThingState(
    String iri,
    Graph description,
    List<String> graphs,
    Map<Node, List<Text>> names,
    List<Incoming> incoming,
    boolean more,
    List<Neighbour> neighbours,
    long sequence) {
  ThingState {
    Objects.requireNonNull(description, "description");
    graphs = List.copyOf(graphs);
    names = Map.copyOf(names);
    incoming = List.copyOf(incoming);
    neighbours = List.copyOf(neighbours);
  }

  /** A statement of which the thing is the object. */
  record Incoming(Node subject, String property) {}

  /** Another thing and its geometry. */
  record Neighbour(String iri, String wkt) {}

  Described thing() {
    return Described.of(description, iri);
  }
}
