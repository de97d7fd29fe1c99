package org.machinami.loader.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.contract.ColumnMapping;
import org.machinami.shapes.contract.ColumnName;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.ContractColumn;
import org.machinami.shapes.contract.ContractReader;
import org.machinami.shapes.contract.Contracts;
import org.machinami.shapes.contract.ValueRule;
import org.machinami.shapes.contract.Words;

/** What columns are called: by the lexicon, by the contracts, by the city ontology. */
final class Lexicon {

  /** A column that a name may mean, how surely, and why. */
  record Sense(ContractColumn column, double confidence, Reason reason) {}

  private static final Map<String, List<Sense>> SENSES = new HashMap<>();
  private static final Map<String, ContractColumn> OWN = new HashMap<>();

  static {
    Contract own = ContractReader.read(Lexicon.class, "lexicon.ttl");
    for (ContractColumn column : own.columns()) {
      OWN.put(column.name(), column);
      add(column.header(), new Sense(column, 0.9, Reason.HEADER));
      column.spellings().forEach(s -> add(s, new Sense(column, 0.85, Reason.SPELLING)));
    }
    for (ContractColumn column : ontology()) {
      add(column.header(), new Sense(column, 0.85, Reason.ONTOLOGY));
      add(column.title().en(), new Sense(column, 0.75, Reason.ONTOLOGY));
    }
    for (Contract contract : Contracts.all()) {
      for (ContractColumn column : contract.columns()) {
        add(column.header(), new Sense(column, 0.8, Reason.HEADER));
        column.spellings().forEach(s -> add(s, new Sense(column, 0.6, Reason.SPELLING)));
      }
    }
  }

  private Lexicon() {}

  private static void add(String name, Sense sense) {
    SENSES.computeIfAbsent(ColumnName.folded(name), key -> new ArrayList<>()).add(sense);
  }

  /** What a name means, the likeliest first. */
  static List<Sense> senses(String name) {
    return SENSES.getOrDefault(ColumnName.folded(name), List.of()).stream()
        .sorted((a, b) -> Double.compare(b.confidence(), a.confidence()))
        .toList();
  }

  /** An entry of the lexicon. */
  static ContractColumn own(String name) {
    return Optional.ofNullable(OWN.get(name)).orElseThrow(() -> new IllegalStateException(name));
  }

  /** The properties of the city ontology that have texts and numbers. */
  private static List<ContractColumn> ontology() {
    Graph city = Vocabularies.find("city").orElseThrow().read();
    List<ContractColumn> columns = new ArrayList<>();
    for (Node property :
        city.find(Node.ANY, RDF.type.asNode(), OWL2.DatatypeProperty.asNode())
            .mapWith(triple -> triple.getSubject())
            .toList()) {
      String range =
          city.find(property, RDFS.range.asNode(), Node.ANY)
              .nextOptional()
              .map(triple -> triple.getObject().getURI())
              .orElse(Terms.XSD + "string");
      boolean text = range.equals(RDF.langString.getURI()) || range.equals(RDFS.Literal.getURI());
      columns.add(
          new ContractColumn(
              property.getLocalName(),
              new Words(label(city, property, "ja"), label(city, property, "en")),
              new Words(label(city, property, "ja"), label(city, property, "en")),
              List.of(),
              false,
              ValueRule.of(text ? Terms.XSD + "string" : range),
              new ColumnMapping(
                  Optional.of(property.getURI()),
                  text ? Optional.of("ja") : Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  false)));
    }
    return columns;
  }

  private static String label(Graph graph, Node node, String language) {
    return graph
        .find(node, RDFS.label.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(text -> text.getLiteralLanguage().equals(language))
        .nextOptional()
        .map(Node::getLiteralLexicalForm)
        .orElse(node.getLocalName());
  }
}
