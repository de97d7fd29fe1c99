package org.machinami.shapes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * The official shapes of DCAT-AP 3.0.1 beside ours: where one finds fault with a property of a
 * thing and the other does not, that is a difference. Differences are told by kind and explained in
 * {@code dcat-ap-differences.csv}.
 */
final class OfficialShapes {

  /** Without the two files that hold only {@code owl:imports} of vocabularies. */
  private static final List<String> FILES =
      List.of(
          "shacl/dcat-ap-SHACL.ttl",
          "shacl/ranges.ttl",
          "html/shacl/shapes.ttl",
          "html/shacl/shapes_recommended.ttl",
          "html/shacl/range.ttl",
          "html/shacl/mdr-vocabularies.shape.ttl",
          "html/shacl/deprecateduris.ttl");

  private record At(Node focus, String path) {}

  private final Shapes shapes;
  private final MetadataValidator ours = MetadataValidator.bundled();

  private OfficialShapes(Shapes shapes) {
    this.shapes = shapes;
  }

  static OfficialShapes read(Path folder) {
    Graph graph = GraphFactory.createDefaultGraph();
    for (String file : FILES) {
      RDFParser.source(folder.resolve(file)).lang(Lang.TURTLE).checking(false).parse(graph);
    }
    dropDangling(graph);
    return new OfficialShapes(Shapes.parse(graph));
  }

  /**
   * The official files name some property shapes that none of them has; nobody can judge by these.
   */
  private static void dropDangling(Graph graph) {
    graph.find(Node.ANY, SHACL.property, Node.ANY).toList().stream()
        .filter(triple -> !graph.contains(triple.getObject(), SHACL.path, Node.ANY))
        .forEach(graph::delete);
    graph.find(Node.ANY, SHACL.node, Node.ANY).toList().stream()
        .filter(triple -> !graph.contains(triple.getObject(), Node.ANY, Node.ANY))
        .forEach(graph::delete);
  }

  /** How often each kind of difference occurs in a description, and an example of it. */
  Map<String, String> differences(Graph description) {
    Map<String, String> kinds = new TreeMap<>();
    List<ReportEntry> theirs =
        List.copyOf(ShaclValidator.get().validate(shapes, description).getEntries());
    List<Violation> found =
        description
            .find(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode())
            .mapWith(triple -> triple.getSubject())
            .filterKeep(Node::isURI)
            .toList()
            .stream()
            .flatMap(dataset -> ours.validate(description, dataset.getURI()).violations().stream())
            .toList();
    boolean isCut = found.size() >= Verdict.LISTED; // what ours lists no more is no difference
    Set<At> byThem = new HashSet<>();
    Set<At> byUs = new HashSet<>();
    theirs.forEach(entry -> byThem.add(at(entry)));
    found.forEach(violation -> paths(violation).forEach(path -> byUs.add(path)));
    for (ReportEntry entry : theirs) {
      if (!isCut && !byUs.contains(at(entry))) {
        kinds.put(
            "theirs," + at(entry).path + " " + component(entry),
            entry.focusNode() + " " + entry.value());
      }
    }
    for (Violation violation : found) {
      if (paths(violation).stream().noneMatch(byThem::contains)) {
        kinds.put(
            "ours," + violation.shape().substring(ShapeFiles.NS.length()),
            violation.focus() + " " + violation.value());
      }
    }
    return kinds;
  }

  /** The kinds of fault that the official shapes can find, as {@link #differences} tells them. */
  Set<String> kinds() {
    Set<String> kinds = new TreeSet<>();
    shapes.getShapeMap().values().forEach(shape -> addKinds(shape, kinds));
    return kinds;
  }

  private static void addKinds(Shape shape, Set<String> kinds) {
    if (shape instanceof PropertyShape property) {
      String path = PathText.of(property.getPath());
      for (Constraint constraint : property.getConstraints()) {
        kinds.add("theirs," + path + " " + component(constraint.getComponent()));
      }
    }
    shape.getPropertyShapes().forEach(below -> addKinds(below, kinds));
  }

  private static At at(ReportEntry entry) {
    String path = entry.resultPath() == null ? "" : PathText.of(entry.resultPath());
    return new At(entry.focusNode(), path);
  }

  private static List<At> paths(Violation violation) {
    return List.of(violation.path().orElse("").split("\\|")).stream()
        .map(path -> new At(violation.focus(), path))
        .toList();
  }

  private static String component(ReportEntry entry) {
    return component(entry.sourceConstraintComponent());
  }

  private static String component(Node component) {
    return component.getURI().replaceFirst(".*#", "").replace("ConstraintComponent", "");
  }

  /** The explained kinds: side, kind, and why it is so. */
  static Map<String, String> explained() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line :
        Files.readAllLines(
            Descriptions.FILES.resolve("dcat-ap-differences.csv"), StandardCharsets.UTF_8)) {
      if (line.startsWith("side,")) {
        continue;
      }
      String[] cells = line.split(",", 3);
      reasons.put(cells[0] + "," + cells[1], cells[2]);
    }
    return reasons;
  }
}
