package org.machinami.web.rdf;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;

/** A resource and the graph that describes it: what pages read their values from. */
public record Described(Graph graph, Node node) {
  public Described {
    Objects.requireNonNull(graph, "graph");
    Objects.requireNonNull(node, "node");
  }

  public static Described of(Graph graph, String iri) {
    return new Described(graph, NodeFactory.createURI(iri));
  }

  /** The IRI; of a literal its text. */
  public String iri() {
    return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralLexicalForm() : "";
  }

  /** Whether the graph says anything of it. */
  public boolean isDescribed() {
    return graph.contains(node, Node.ANY, Node.ANY);
  }

  /** The values of a property, sorted, so that pages do not change by themselves. */
  public List<Described> all(String property) {
    return graph
        .find(node, NodeFactory.createURI(property), Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .stream()
        .sorted(NodeCmp::compareRDFTerms)
        .map(o -> new Described(graph, o))
        .toList();
  }

  public Optional<Described> first(String property) {
    return all(property).stream().findFirst();
  }

  /** What has this resource as the value of a property, sorted. */
  public List<Described> whichHaveThisAs(String property) {
    return graph
        .find(Node.ANY, NodeFactory.createURI(property), node)
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .sorted(NodeCmp::compareRDFTerms)
        .map(s -> new Described(graph, s))
        .toList();
  }

  /** The literals of the given properties. */
  public List<Text> texts(String... properties) {
    return Stream.of(properties)
        .flatMap(p -> all(p).stream())
        .map(Described::node)
        .filter(Node::isLiteral)
        .map(Described::text)
        .toList();
  }

  /** The literals in the language if there are any, else those that {@link Text#choose} prefers. */
  public List<Text> texts(Language language, String property) {
    List<Text> all = texts(property);
    List<Text> own = all.stream().filter(t -> t.tag().equals(language.tag())).toList();
    if (!own.isEmpty()) {
      return own;
    }
    return Text.choose(all, language)
        .map(best -> all.stream().filter(t -> t.tag().equals(best.tag())).toList())
        .orElse(List.of());
  }

  /** The best literal for a reader of the language. */
  public Optional<Text> text(Language language, String... properties) {
    return Text.choose(texts(properties), language);
  }

  /** The lexical form of the first literal. */
  public Optional<String> value(String property) {
    return all(property).stream()
        .map(Described::node)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .findFirst();
  }

  /** The words of a literal node. */
  public static Text text(Node literal) {
    return new Text(
        literal.getLiteralLexicalForm(), literal.getLiteralLanguage().toLowerCase(Locale.ROOT));
  }
}
