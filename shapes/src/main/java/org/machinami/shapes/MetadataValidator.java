package org.machinami.shapes;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.Path;
import org.machinami.shapes.metadata.CompiledShapes;
import org.machinami.shapes.metadata.Failure;
import org.machinami.shapes.metadata.Statements;

/**
 * Holds the description of a dataset against the metadata profile. Immutable; one may be used from
 * several threads at once.
 *
 * @see <a href="https://www.w3.org/TR/shacl/">SHACL</a>
 * @see <a href="https://semiceu.github.io/DCAT-AP/releases/3.0.1/">DCAT-AP 3.0.1</a>
 */
public final class MetadataValidator {

  private static final Node DECLARED = NodeFactory.createURI(ShapeFiles.NS + "DeclaredDataset");

  private final Shapes shapes;
  private final Policy policy;
  private final CompiledShapes compiled;
  private final Optional<IriCheck> iris;
  private final Map<Node, Messages> messages;
  private final Map<Path, String> paths = new HashMap<>();

  private record Messages(String ja, String en) {}

  private MetadataValidator(Shapes shapes, Policy policy, boolean checksIris) {
    this.shapes = shapes;
    this.policy = policy;
    this.compiled = CompiledShapes.of(shapes, DECLARED);
    this.iris = checksIris ? Optional.of(new IriCheck(shapes.getGraph())) : Optional.empty();
    this.messages = messages(shapes.getGraph());
    for (Shape shape : shapes.getShapeMap().values()) {
      if (shape instanceof PropertyShape property) {
        paths.put(property.getPath(), PathText.of(property.getPath()));
      }
    }
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
   * The shapes that jena-shacl itself judges by, because a kind of constraint of theirs is not
   * compiled: their IRIs, and why.
   */
  public Map<String, String> leftToJena() {
    return compiled.leftToJena();
  }

  /**
   * Judges the description of one dataset. Of other datasets that the graph mentions nothing is
   * asked: each has a verdict of its own. The graph is only read. Blank nodes are allowed; without
   * them the verdict depends on the description only.
   */
  public Verdict validate(Graph metadata, String datasetIri) {
    return validate(Statements.of(metadata), datasetIri);
  }

  /** The same for statements that stand in no graph, each once. */
  public Verdict validate(Collection<Triple> metadata, String datasetIri) {
    return validate(Statements.of(metadata), datasetIri);
  }

  private Verdict validate(Statements metadata, String datasetIri) {
    Node dataset = NodeFactory.createURI(datasetIri);
    Findings findings = new Findings();
    Map<Node, String> labels = new HashMap<>();
    Function<Node, String> label =
        focus ->
            labels.computeIfAbsent(
                focus, node -> FocusLabels.of(node, property -> metadata.values(node, property)));
    compiled.check(metadata, dataset, failure -> findings.add(violation(failure, label)));
    iris.ifPresent(
        check ->
            check.check(metadata.all(), dataset, fault -> findings.add(violation(fault, label))));
    return findings.verdict(datasetIri);
  }

  private Violation violation(Failure failure, Function<Node, String> label) {
    return violation(
        failure.shape(),
        Severity.of(failure.severity()),
        failure.focus(),
        label,
        failure.path().map(this::text),
        failure.value());
  }

  private String text(Path path) {
    String text = paths.get(path);
    return text == null ? PathText.of(path) : text;
  }

  private Violation violation(IriCheck.Fault fault, Function<Node, String> label) {
    return violation(
        fault.shape(),
        fault.severity(),
        fault.focus(),
        label,
        Optional.of(PathText.of(fault.property())),
        Optional.of(fault.iri()));
  }

  private Violation violation(
      Node shape,
      Severity severity,
      Node focus,
      Function<Node, String> label,
      Optional<String> path,
      Optional<Node> value) {
    Messages message = messages.getOrDefault(shape, new Messages("", ""));
    return new ShapeText(shape.toString(), severity, path, message.ja(), message.en())
        .found(focus, label.apply(focus), value, Optional.empty());
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
