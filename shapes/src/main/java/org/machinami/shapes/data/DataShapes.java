package org.machinami.shapes.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.vocabulary.RDFS;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.Policy;
import org.machinami.shapes.ShapeFiles;

/**
 * The shapes for city data. A shape that is aimed at a class holds for the classes below it in the
 * city ontology, too; what data say about classes themselves makes no difference. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/shacl/">SHACL</a>
 */
public final class DataShapes {

  /** The files, one topic each. */
  static final List<String> TOPICS =
      List.of(
          "name",
          "place",
          "geometry",
          "facility",
          "transport",
          "observation",
          "administration",
          "link",
          "timetable");

  private final Shapes shapes;
  private final Map<String, Set<String>> narrower;

  private DataShapes(Shapes shapes, Graph vocabulary) {
    this.shapes = shapes;
    this.narrower = narrower(vocabulary);
  }

  private static final class Bundled {
    static final DataShapes SHAPES =
        of(ShapeFiles.read("data", TOPICS), Vocabularies.find("city").orElseThrow().read());
  }

  /** The bundled shapes; the first call reads and parses them. */
  public static DataShapes bundled() {
    return Bundled.SHAPES;
  }

  /**
   * @param vocabulary says which class is below which
   */
  static DataShapes of(Graph shapes, Graph vocabulary) {
    return new DataShapes(Shapes.parse(shapes), vocabulary);
  }

  /** The shapes as they stand in the files. */
  public Graph graph() {
    return shapes.getGraph();
  }

  Shapes shapes() {
    return shapes;
  }

  /**
   * A judge of one dataset.
   *
   * @param policy the version that says how grave it is when rows contradict each other
   * @throws IllegalArgumentException when a shape cannot be judged row by row, saying which
   */
  public RowJudge judge(Policy policy) {
    return new RowJudge(
        new ShapeCompiler(shapes).compile(name -> narrower.getOrDefault(name, Set.of(name))),
        policy);
  }

  private static Map<String, Set<String>> narrower(Graph vocabulary) {
    Map<String, Set<String>> direct = new HashMap<>();
    vocabulary
        .find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY)
        .filterKeep(triple -> triple.getObject().isURI())
        .forEachRemaining(
            triple ->
                direct
                    .computeIfAbsent(triple.getObject().getURI(), name -> new HashSet<>())
                    .add(triple.getSubject().getURI()));
    Map<String, Set<String>> all = new HashMap<>();
    direct.keySet().forEach(name -> all.put(name, closure(name, direct)));
    return all;
  }

  private static Set<String> closure(String name, Map<String, Set<String>> direct) {
    Set<String> found = new HashSet<>(Set.of(name));
    List<String> open = new java.util.ArrayList<>(found);
    while (!open.isEmpty()) {
      for (String below : direct.getOrDefault(open.remove(open.size() - 1), Set.of())) {
        if (found.add(below)) {
          open.add(below);
        }
      }
    }
    return found;
  }
}
