package org.machinami.shapes.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;

/** Reads a table schema of CSVW, written as linked data. */
public final class ContractReader {

  private static final String MAPPING = "https://machinami.org/vocab/mapping#";

  private final Graph graph;

  private ContractReader(Graph graph) {
    this.graph = graph;
  }

  /**
   * The only schema in a bundled file.
   *
   * @param beside the class whose package has the file
   */
  public static Contract read(Class<?> beside, String file) {
    Graph graph = GraphFactory.createDefaultGraph();
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no bundled contract " + file);
      }
      RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled contract " + file, e);
    }
    return new ContractReader(graph).contract();
  }

  private Contract contract() {
    Node schema =
        graph.find(Node.ANY, RDF.type.asNode(), CSVW.Schema).mapWith(t -> t.getSubject()).next();
    List<ContractColumn> columns = new ArrayList<>();
    Optional<String> rowClass = Optional.empty();
    for (Node column : list(find(schema, CSVW.column).orElseThrow())) {
      if (isTrue(column, CSVW.virtual)) {
        rowClass = text(column, CSVW.valueUrl);
      } else {
        columns.add(column(column));
      }
    }
    return new Contract(
        schema.getURI(),
        words(schema, DCTerms.title.asNode()),
        words(schema, DCTerms.description.asNode()),
        rowClass,
        text(schema, CSVW.aboutUrl),
        columns);
  }

  private ContractColumn column(Node column) {
    return new ContractColumn(
        text(column, CSVW.name).orElseThrow(),
        words(column, CSVW.title),
        words(column, DCTerms.description.asNode()),
        graph
            .find(column, SKOS.hiddenLabel.asNode(), Node.ANY)
            .mapWith(t -> t.getObject().getLiteralLexicalForm())
            .toList()
            .stream()
            .sorted()
            .toList(),
        isTrue(column, CSVW.required),
        values(column),
        new ColumnMapping(
            text(column, CSVW.propertyUrl),
            text(column, CSVW.lang),
            text(column, CSVW.valueUrl),
            text(column, CSVW.function).map(iri -> iri.substring(MAPPING.length())),
            isTrue(column, CSVW.suppressOutput)));
  }

  private ValueRule values(Node column) {
    Optional<Node> datatype = find(column, CSVW.datatype);
    Node at = datatype.filter(Node::isBlank).orElse(column);
    String base =
        datatype
            .filter(Node::isURI)
            .map(Node::getURI)
            .or(() -> text(at, CSVW.base))
            .orElse(XSD.xstring.getURI());
    List<String> listed =
        find(column, SHACL.in)
            .map(values -> list(values).stream().map(Node::getLiteralLexicalForm).toList())
            .orElse(List.of());
    return new ValueRule(
        base,
        text(at, CSVW.format).map(Pattern::compile),
        text(at, CSVW.minimum).map(BigDecimal::new),
        text(at, CSVW.maximum).map(BigDecimal::new),
        listed,
        text(column, CSVW.separator));
  }

  private Words words(Node subject, Node property) {
    String ja = "";
    String en = "";
    for (Node text : graph.find(subject, property, Node.ANY).mapWith(t -> t.getObject()).toList()) {
      if (text.getLiteralLanguage().equals("ja")) {
        ja = text.getLiteralLexicalForm();
      } else {
        en = text.getLiteralLexicalForm();
      }
    }
    return new Words(ja, en);
  }

  private Optional<Node> find(Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).nextOptional().map(t -> t.getObject());
  }

  private Optional<String> text(Node subject, Node property) {
    return find(subject, property)
        .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI());
  }

  private boolean isTrue(Node subject, Node property) {
    return text(subject, property).filter("true"::equals).isPresent();
  }

  private List<Node> list(Node head) {
    List<Node> elements = new ArrayList<>();
    for (Node at = head; !RDF.Nodes.nil.equals(at); ) {
      elements.add(find(at, RDF.Nodes.first).orElseThrow());
      at = find(at, RDF.Nodes.rest).orElseThrow();
    }
    return elements;
  }
}
