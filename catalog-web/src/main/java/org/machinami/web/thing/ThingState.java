package org.machinami.web.thing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;

/**
 * What the quads say of a thing.
 *
 * @param description its statements and those of its parts
 * @param sources the graphs that hold each of its statements
 * @param names what the things are called to which it points, and which point to it
 * @param pointing what points to it, the most frequent first
 * @param describedIn graphs of datasets whose description points to it
 * @param more whether more points to it than was counted
 * @param neighbours others of its kind that have a geometry
 * @param sequence the commit after which all this was so, -1 when that is not known
 */
record ThingState(
    String iri,
    Graph description,
    Map<Triple, Set<String>> sources,
    Map<Node, List<Text>> names,
    List<Pointing> pointing,
    Set<String> describedIn,
    boolean more,
    List<Neighbour> neighbours,
    long sequence) {
  ThingState {
    Objects.requireNonNull(description, "description");
    sources = Map.copyOf(sources);
    names = Map.copyOf(names);
    pointing = List.copyOf(pointing);
    describedIn = Collections.unmodifiableSet(new TreeSet<>(describedIn));
    neighbours = List.copyOf(neighbours);
  }

  /**
   * Statements of a graph of which the thing is the object.
   *
   * @param times how many there are
   * @param first some of their subjects
   */
  record Pointing(String graph, String property, long times, List<Node> first) {
    Pointing {
      first = List.copyOf(first);
    }
  }

  /** Another thing and its geometry. */
  record Neighbour(String iri, String wkt) {}

  Described thing() {
    return Described.of(description, iri);
  }
}
