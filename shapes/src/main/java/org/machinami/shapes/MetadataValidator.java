package org.machinami.shapes;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * Holds the description of a dataset against the metadata profile. Immutable; one may be used from
 * several threads at once.
 *
 * @see <a href="https://www.w3.org/TR/shacl/">SHACL</a>
 * @see <a href="https://semiceu.github.io/DCAT-AP/releases/3.0.1/">DCAT-AP 3.0.1</a>
 */
public final class MetadataValidator {

  private static final Node DATASET = DCAT.Dataset.asNode();

  private static final Node DECLARED = NodeFactory.createURI(ShapeFiles.NS + "DeclaredDataset");

  private final Shapes shapes;
  private final Policy policy;
  private final List<Shape> ofDataset;
  private final List<Shape> ofOthers;
  private final Shape declared;
  private final Optional<IriCheck> iris;
  private final Map<Node, Messages> messages;

  private record Messages(String ja, String en) {}

  private MetadataValidator(Shapes shapes, Policy policy, boolean checksIris) {
    this.shapes = shapes;
    this.policy = policy;
    Map<Boolean, List<Shape>> targeted =
        shapes.getTargetShapes().stream()
            .collect(Collectors.partitioningBy(MetadataValidator::aimsAtDatasets));
    this.ofDataset = List.copyOf(targeted.get(true));
    this.ofOthers = List.copyOf(targeted.get(false));
    this.declared = shapes.getShape(DECLARED);
    this.iris = checksIris ? Optional.of(new IriCheck(shapes.getGraph())) : Optional.empty();
    this.messages = messages(shapes.getGraph());
  }

  /** The profile takes a while to read, and not every process asks for it. */
  private static final class Bundled {
    static final MetadataValidator VALIDATOR = of(ShapeFiles.read());
  }

  /** The validator of the bundled profile; the first call reads and parses the shapes. */
  public static MetadataValidator bundled() {
    return Bundled.VALIDATOR;
  }

  static MetadataValidator of(Graph shapes) {
    return of(shapes, Policy.current());
  }

  static MetadataValidator of(Graph shapes, Policy policy) {
    return new MetadataValidator(Shapes.parse(shapes), policy, true);
  }

  /** One that holds no IRI against the rules on IRIs, which takes as long as all the rest. */
  static MetadataValidator withoutIris(Graph shapes) {
    return new MetadataValidator(Shapes.parse(shapes), Policy.current(), false);
  }

  /** The version of the policy that its verdicts rest on. */
  public Policy policy() {
    return policy;
  }

  /** The shapes that this validator holds descriptions against, as they stand in the files. */
  public Graph shapes() {
    return shapes.getGraph();
  }

  /**
   * Judges the description of one dataset. Of other datasets that the graph mentions nothing is
   * asked: each has a verdict of its own. The graph is only read. Blank nodes are allowed; without
   * them the verdict depends on the description only.
   */
  public Verdict validate(Graph metadata, String datasetIri) {
    Node dataset = NodeFactory.createURI(datasetIri);
    Findings findings = new Findings();
    Map<Node, String> labels = new HashMap<>();
    ShapeWalk walk =
        new ShapeWalk(
            shapes, metadata, failure -> findings.add(violation(failure, metadata, labels)));
    walk.walk(declared, dataset);
    if (metadata.contains(dataset, RDF.type.asNode(), DATASET)) {
      ofDataset.forEach(shape -> walk.walk(shape, dataset));
    }
    ofOthers.forEach(walk::walk);
    if (iris.isPresent()) {
      Iterator<Triple> triples = metadata.find();
      while (triples.hasNext()) {
        iris.get()
            .check(
                triples.next(), dataset, fault -> findings.add(violation(fault, metadata, labels)));
      }
    }
    return findings.verdict(datasetIri);
  }

  private static boolean aimsAtDatasets(Shape shape) {
    return shape.getTargets().stream()
        .allMatch(
            target ->
                target.getTargetType() == TargetType.targetClass
                    && DATASET.equals(target.getObject()));
  }

  private Violation violation(ShapeWalk.Failure failure, Graph metadata, Map<Node, String> labels) {
    Node shape = failure.shape().getShapeNode();
    Messages message = messages.getOrDefault(shape, new Messages("", ""));
    return new Violation(
        shape.toString(),
        Severity.of(failure.shape().getSeverity().level()),
        failure.focus(),
        labels.computeIfAbsent(failure.focus(), node -> FocusLabels.of(metadata, node)),
        Optional.ofNullable(failure.path()).map(PathText::of),
        Optional.ofNullable(failure.value()),
        message.ja(),
        message.en(),
        Optional.empty());
  }

  private Violation violation(IriCheck.Fault fault, Graph metadata, Map<Node, String> labels) {
    Messages message = messages.getOrDefault(fault.shape(), new Messages("", ""));
    return new Violation(
        fault.shape().getURI(),
        fault.severity(),
        fault.focus(),
        labels.computeIfAbsent(fault.focus(), node -> FocusLabels.of(metadata, node)),
        Optional.of(PathText.of(fault.property())),
        Optional.of(fault.iri()),
        message.ja(),
        message.en(),
        Optional.empty());
  }

  private static Map<Node, Messages> messages(Graph shapes) {
    Map<Node, Messages> found = new HashMap<>();
    Iterator<Triple> triples = shapes.find(Node.ANY, SHACL.message, Node.ANY);
    while (triples.hasNext()) {
      Triple triple = triples.next();
      Messages before = found.getOrDefault(triple.getSubject(), new Messages("", ""));
      String text = triple.getObject().getLiteralLexicalForm();
      boolean japanese = triple.getObject().getLiteralLanguage().equals("ja");
      found.put(
          triple.getSubject(),
          japanese ? new Messages(text, before.en()) : new Messages(before.ja(), text));
    }
    return Map.copyOf(found);
  }
}
