package org.machinami.shapes.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Graphs that are nearly the ones they were made of, as people get them wrong. */
final class Mutations {

  private static final List<XSDDatatype> DATATYPES =
      List.of(
          XSDDatatype.XSDdate,
          XSDDatatype.XSDdateTime,
          XSDDatatype.XSDgYear,
          XSDDatatype.XSDgYearMonth,
          XSDDatatype.XSDinteger,
          XSDDatatype.XSDnonNegativeInteger,
          XSDDatatype.XSDdecimal,
          XSDDatatype.XSDanyURI,
          XSDDatatype.XSDstring);

  private static final List<String> LANGUAGES = List.of("ja", "en", "JA", "en-GB", "ja-Latn", "fr");

  private static final List<String> TEXTS =
      List.of(
          "", " ", "\n", "　", "2026-02-30", "2026-04-01", "2026", "-5", "12", "1.5", "x", "\\S");

  private static final List<String> IRIS =
      List.of(
          "",
          "x",
          "javascript:alert(1)",
          "https://city.example/a b",
          "mailto:a@b",
          "mailto:a@b@c",
          "https://machinami.org/vocab/service-field/nothing",
          "https://machinami.org/vocab/service-field/mobility",
          "https://machinami.org/vocab/personal-data-stage/2",
          "https://machinami.org/vocab/personal-data-stage/3",
          "https://www.iana.org/assignments/media-types/text/csv",
          "http://publications.europa.eu/resource/authority/frequency/MONTHLY");

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  Graph mutate(Graph from) {
    List<Triple> triples = new ArrayList<>(from.find().toList());
    triples.sort(Comparator.comparing(Triple::toString)); // the seed alone decides
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count && !triples.isEmpty(); i++) {
      mutate(triples);
    }
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }

  private void mutate(List<Triple> triples) {
    int at = random.nextInt(triples.size());
    Triple triple = triples.get(at);
    Node other = triples.get(random.nextInt(triples.size())).getSubject();
    switch (random.nextInt(13)) {
      case 0 -> triples.remove(at);
      case 1 -> triples.add(with(triple, literal()));
      case 2 -> triples.set(at, with(triple, literal()));
      case 3 -> triples.set(at, with(triple, iri()));
      case 4 -> triples.add(with(triple, iri()));
      case 5 -> triples.set(at, with(triple, NodeFactory.createBlankNode("b" + random.nextInt(3))));
      case 6 -> rename(triples, triple.getSubject(), NodeFactory.createBlankNode("s" + at));
      case 7 -> triples.set(at, with(triple, other)); // a cycle, more often than not
      case 8 -> triples.add(Triple.create(other, triple.getPredicate(), triple.getObject()));
      case 9 -> triples.add(Triple.create(other, RDF.type.asNode(), triple.getObject()));
      case 10 -> triples.add(Triple.create(triple.getObject(), triple.getPredicate(), literal()));
      case 11 -> triples.removeIf(one -> one.getPredicate().equals(triple.getPredicate()));
      default -> subclass(triples);
    }
    // No graph that anybody can hand in has a text as a subject.
    triples.removeIf(one -> one.getSubject().isLiteral());
  }

  /**
   * What is of a class is now of a subclass of it, and only the description says that it is one.
   */
  private void subclass(List<Triple> triples) {
    List<Triple> types =
        triples.stream().filter(one -> one.getPredicate().equals(RDF.type.asNode())).toList();
    if (!types.isEmpty()) {
      Triple type = any(types);
      Node own = NodeFactory.createURI("https://city.example/Own");
      triples.remove(type);
      triples.add(with(type, own));
      triples.add(Triple.create(own, RDFS.subClassOf.asNode(), type.getObject()));
    }
  }

  private static Triple with(Triple triple, Node object) {
    return Triple.create(triple.getSubject(), triple.getPredicate(), object);
  }

  private static void rename(List<Triple> triples, Node from, Node to) {
    triples.replaceAll(
        one ->
            Triple.create(
                one.getSubject().equals(from) ? to : one.getSubject(),
                one.getPredicate(),
                one.getObject().equals(from) ? to : one.getObject()));
  }

  private Node iri() {
    return NodeFactory.createURI(any(IRIS));
  }

  private Node literal() {
    String text = any(TEXTS);
    return switch (random.nextInt(4)) {
      case 0 -> NodeFactory.createLiteralLang(text, any(LANGUAGES));
      case 1 ->
          NodeFactory.createLiteralDT(
              text, TypeMapper.getInstance().getSafeTypeByName("https://city.example/own"));
      default -> NodeFactory.createLiteralDT(text, any(DATATYPES));
    };
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
