package org.machinami.shapes;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * What of two versions of the policy differs, so that only this need be run. A verdict counts each
 * finding under the one shape that found it, and what a shape finds depends on its own definition,
 * on the shapes that it names and on the shapes that lead to it. Hence, for shapes of which none of
 * these differ, the findings are the same, and the counts of one version are those of the other
 * less what the differing shapes found there, plus what they find here. Immutable.
 */
public final class PolicyDifference {
  private static final Set<Node> LINKS =
      Set.of(
          RDF.type.asNode(),
          SHACL.property,
          NodeFactory.createURI(SHACL.getURI() + "deactivated"),
          SHACL.path,
          SHACL.targetClass,
          SHACL.targetNode,
          SHACL.targetObjectsOf,
          SHACL.targetSubjectsOf);

  private static final Set<Node> OF_IRIS =
      Set.of(
          NodeFactory.createURI(ShapeFiles.NS + "SafeIri"),
          NodeFactory.createURI(ShapeFiles.NS + "WellFormedIri"));

  private final Set<Node> shapes;
  private final Optional<MetadataValidator> before; // none where it has none of the shapes
  private final Optional<MetadataValidator> after;

  private PolicyDifference(Set<Node> shapes, Graph before, Graph after) {
    this.shapes = Set.copyOf(shapes);
    this.before = validator(before, shapes);
    this.after = validator(after, shapes);
  }

  private static Optional<MetadataValidator> validator(Graph version, Set<Node> shapes) {
    if (ShapeParts.named(version).stream().noneMatch(shapes::contains)) {
      return Optional.empty();
    }
    Graph only = only(version, shapes);
    return Optional.of(
        OF_IRIS.stream().anyMatch(shapes::contains)
            ? MetadataValidator.of(only)
            : MetadataValidator.withoutIris(only));
  }

  /** Between two versions. */
  public static PolicyDifference of(PolicyVersion before, PolicyVersion after) {
    Graph one = before.shapes();
    Graph other = after.shapes();
    Set<Node> all = new LinkedHashSet<>(ShapeParts.named(one));
    all.addAll(ShapeParts.named(other));
    Set<Node> differing = new LinkedHashSet<>();
    for (Node shape : all) {
      if (!ShapeParts.text(one, shape).equals(ShapeParts.text(other, shape))) {
        differing.add(shape);
        differing.addAll(ShapeParts.below(one, shape));
        differing.addAll(ShapeParts.below(other, shape));
      }
    }
    // Whoever names one that differs, as by sh:node or sh:or, differs as well.
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Node shape : all) {
        if (!differing.contains(shape)
            && (names(one, shape, differing) || names(other, shape, differing))) {
          differing.add(shape);
          differing.addAll(ShapeParts.below(one, shape));
          differing.addAll(ShapeParts.below(other, shape));
          grown = true;
        }
      }
    }
    return new PolicyDifference(differing, one, other);
  }

  private static boolean names(Graph graph, Node shape, Set<Node> differing) {
    return ShapeParts.closure(graph, shape).stream()
        .filter(triple -> !triple.getPredicate().equals(SHACL.property))
        .map(Triple::getObject)
        .anyMatch(differing::contains);
  }

  /** The same shapes, of which only some ask for anything; the others only lead there. */
  private static Graph only(Graph shapes, Set<Node> kept) {
    Graph graph = GraphFactory.createDefaultGraph();
    Set<Node> present = new LinkedHashSet<>();
    for (Node shape : ShapeParts.named(shapes)) {
      if (kept.contains(shape)
          || ShapeParts.below(shapes, shape).stream().anyMatch(kept::contains)) {
        present.add(shape);
      }
    }
    for (Node shape : present) {
      for (Triple triple : ShapeParts.closure(shapes, shape)) {
        boolean link = !triple.getSubject().equals(shape) || LINKS.contains(triple.getPredicate());
        boolean astray =
            triple.getPredicate().equals(SHACL.property)
                && triple.getObject().isURI()
                && !present.contains(triple.getObject());
        if ((kept.contains(shape) || link) && !astray) {
          graph.add(triple);
        }
      }
    }
    // The validator knows these three by name.
    Node declared = NodeFactory.createURI(ShapeFiles.NS + "DeclaredDataset");
    graph.add(declared, RDF.type.asNode(), SHACL.NodeShape);
    for (Node shape : OF_IRIS) {
      ShapeParts.closure(shapes, shape).forEach(graph::add);
    }
    return graph;
  }

  /** The shapes that differ. */
  public Set<Node> shapes() {
    return shapes;
  }

  /** What the differing shapes find under the one version and under the other. */
  public Change judge(Graph metadata, String dataset) {
    return new Change(found(before, metadata, dataset), found(after, metadata, dataset));
  }

  private Verdict found(Optional<MetadataValidator> version, Graph metadata, String dataset) {
    Verdict verdict =
        version
            .map(validator -> validator.validate(metadata, dataset))
            .orElseGet(() -> Verdict.clean(dataset));
    if (verdict.violations().isEmpty()) {
      return verdict;
    }
    Findings findings = new Findings();
    verdict.violations().stream()
        .filter(violation -> shapes.contains(NodeFactory.createURI(violation.shape())))
        .forEach(findings::add);
    return findings.verdict(verdict.dataset());
  }

  /**
   * What the differing shapes found.
   *
   * @param before under the version before
   * @param after under the version after
   */
  public record Change(Verdict before, Verdict after) {
    /** Whether they found the same number of each. */
    public boolean isNone() {
      return before.violationCount() == after.violationCount()
          && before.warningCount() == after.warningCount();
    }
  }
}
