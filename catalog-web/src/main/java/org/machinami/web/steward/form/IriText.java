package org.machinami.web.steward.form;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.machinami.shapes.MetadataValidator;

/**
 * From a typed address to a node. What the shapes do not let pass as an IRI becomes a text of type
 * {@code xsd:anyURI}: it stays as it was typed, the validator finds it, and nothing follows it.
 */
final class IriText {

  private static final String SHAPES = "https://machinami.org/vocab/shapes#";

  private static final List<Pattern> RULES =
      Stream.of("SafeIri", "WellFormedIri").map(IriText::rule).toList();

  private IriText() {}

  private static Pattern rule(String name) {
    Graph shapes = MetadataValidator.bundled().shapes();
    Node shape = NodeFactory.createURI(SHAPES + name);
    boolean anyCase = shapes.contains(shape, SHACL.flags, Node.ANY);
    return Pattern.compile(
        shapes.find(shape, SHACL.pattern, Node.ANY).next().getObject().getLiteralLexicalForm(),
        anyCase ? Pattern.CASE_INSENSITIVE : 0);
  }

  static boolean isIri(String text) {
    return RULES.stream().allMatch(rule -> rule.matcher(text).find());
  }

  static Node node(String text) {
    return isIri(text)
        ? NodeFactory.createURI(text)
        : NodeFactory.createLiteralDT(text, XSDDatatype.XSDanyURI);
  }
}
