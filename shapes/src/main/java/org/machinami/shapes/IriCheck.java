package org.machinami.shapes;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;

/**
 * Holds every IRI of a description, and every text that is typed as one, against the shapes {@code
 * SafeIri} and {@code WellFormedIri}. SHACL has no target for "every node of a graph", so the
 * patterns are read from the shapes and applied here.
 */
final class IriCheck {

  /** A faulty IRI, and the statement that it stands in. */
  record Fault(Node shape, Severity severity, Node focus, Node property, Node iri) {}

  /** Characters that one of the rules may object to. */
  private static final boolean[] ODD = new boolean[0xA0];

  static {
    Arrays.fill(ODD, 0, ' ' + 1, true);
    Arrays.fill(ODD, 0x7F, 0xA0, true);
    "<>\"{}|\\^`".chars().forEach(c -> ODD[c] = true);
  }

  private record Rule(Node shape, Severity severity, Pattern pattern) {}

  private final List<Rule> rules;

  IriCheck(Graph shapes) {
    rules = List.of(rule(shapes, "SafeIri"), rule(shapes, "WellFormedIri"));
  }

  private static Rule rule(Graph shapes, String name) {
    Node shape = NodeFactory.createURI(ShapeFiles.NS + name);
    String pattern = object(shapes, shape, SHACL.pattern).getLiteralLexicalForm();
    boolean anyCase = shapes.contains(shape, SHACL.flags, Node.ANY);
    return new Rule(
        shape,
        Severity.of(object(shapes, shape, SHACL.severity)),
        Pattern.compile(pattern, anyCase ? Pattern.CASE_INSENSITIVE : 0));
  }

  private static Node object(Graph shapes, Node shape, Node property) {
    return shapes.find(shape, property, Node.ANY).next().getObject();
  }

  /**
   * Hands on the faults of statements; the dataset is named where the subject itself cannot be. A
   * subject or property that follows itself, as they do in sorted statements, is looked at once
   * when there is nothing to find.
   */
  void check(Collection<Triple> statements, Node dataset, Consumer<Fault> faults) {
    Node sound = Node.ANY;
    Node soundProperty = Node.ANY;
    for (Triple triple : statements) {
      Node subject = triple.getSubject();
      Node property = triple.getPredicate();
      if (!subject.equals(sound)) {
        sound = check(subject, dataset, property, faults) ? subject : Node.ANY;
      }
      if (!property.equals(soundProperty)) {
        soundProperty = check(property, dataset, property, faults) ? property : Node.ANY;
      }
      check(triple.getObject(), subject, property, faults);
    }
  }

  /** Whether there is no fault. */
  private boolean check(Node node, Node focus, Node property, Consumer<Fault> faults) {
    String iri = iri(node);
    if (isOrdinary(iri)) {
      return true;
    }
    for (Rule rule : rules) {
      if (!rule.pattern().matcher(iri).find()) {
        faults.accept(new Fault(rule.shape(), rule.severity(), focus, property, node));
        return false;
      }
    }
    return true;
  }

  /** The IRI; of a node that is none and stands for none, the empty text. */
  private static String iri(Node node) {
    if (node.isURI()) {
      return node.getURI();
    }
    return node.isLiteral() && isAnyUri(node.getLiteralDatatype())
        ? node.getLiteralLexicalForm()
        : "";
  }

  /**
   * There is one datatype of an IRI, and asking each value whether it is an equal one takes long.
   */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isAnyUri(RDFDatatype datatype) {
    return datatype == XSDDatatype.XSDanyURI;
  }

  /** Whether no rule can find fault: nearly all IRIs pass here, without a regular expression. */
  private static boolean isOrdinary(String iri) {
    if (iri.isEmpty()) {
      return true;
    }
    if (!iri.startsWith("https:") && !iri.startsWith("http:") && !iri.startsWith("mailto:")) {
      return false;
    }
    for (int i = 0; i < iri.length(); i++) {
      char c = iri.charAt(i);
      if (c < ODD.length && ODD[c]) {
        return false;
      }
    }
    return true;
  }
}
