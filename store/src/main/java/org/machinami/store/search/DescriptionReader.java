package org.machinami.store.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** From a metadata graph to a {@link Description}; the graph may describe more than the dataset. */
final class DescriptionReader {
  private static final int MOST_YEARS = 100;

  private static final String DCT = "http://purl.org/dc/terms/";
  private static final String DCAT = "http://www.w3.org/ns/dcat#";
  private static final String CSVW = "http://www.w3.org/ns/csvw#";
  private static final Node TITLE = iri(DCT + "title");
  private static final Node DESCRIPTION = iri(DCT + "description");
  private static final Node KEYWORD = iri(DCAT + "keyword");
  private static final Node PUBLISHER = iri(DCT + "publisher");
  private static final Node NAME = iri("http://xmlns.com/foaf/0.1/name");
  private static final Node SPATIAL = iri(DCT + "spatial");
  private static final Node TEMPORAL = iri(DCT + "temporal");
  private static final Node START = iri(DCAT + "startDate");
  private static final Node END = iri(DCAT + "endDate");
  private static final Node MODIFIED = iri(DCT + "modified");
  private static final Node ISSUED = iri(DCT + "issued");
  private static final List<Node> DATASETS =
      List.of(iri(DCAT + "Dataset"), iri(DCAT + "DatasetSeries"));
  private static final List<Node> PLACE_NAMES =
      List.of(
          iri("http://www.w3.org/2000/01/rdf-schema#label"),
          iri("http://www.w3.org/2004/02/skos/core#prefLabel"));
  private static final List<Node> GEOMETRIES =
      List.of(
          iri(DCAT + "bbox"),
          iri(DCAT + "centroid"),
          iri("http://www.w3.org/ns/locn#geometry"),
          iri("http://www.opengis.net/ont/geosparql#asWKT"));
  private static final Node DISTRIBUTION = iri(DCAT + "distribution");
  private static final Node COLUMN = iri(CSVW + "column");
  private static final Set<Node> TERM_WORDS =
      Set.of(
          RDFS.label.asNode(),
          SKOS.prefLabel.asNode(),
          RDFS.comment.asNode(),
          SKOS.definition.asNode());
  private static final List<Node> COLUMN_WORDS =
      List.of(iri(CSVW + "name"), iri(CSVW + "title"), iri(CSVW + "titles"), DESCRIPTION, TITLE);

  private final String base;
  private final FacetReader facets;
  private final PublisherReader publishers;

  DescriptionReader(String base) {
    this.base = base;
    this.facets = new FacetReader(base);
    this.publishers = new PublisherReader(base);
  }

  Description read(String id, List<Triple> metadata) {
    Statements statements = new Statements(metadata);
    Node dataset = subject(id, statements);
    Optional<Node> publisher = statements.objects(dataset, PUBLISHER).stream().findFirst();
    List<Node> places = statements.objects(dataset, SPATIAL);
    List<Period> periods = periods(statements, dataset);
    Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
    values.putAll(facets.read(statements, dataset, publisher, places));
    values.put(Facet.YEAR, years(periods));
    values.put(Facet.KEYWORD, keywords(statements.literals(dataset, KEYWORD)));
    return new Description(
        id,
        dataset.isURI() ? dataset.getURI() : "",
        statements.literals(dataset, TITLE),
        statements.literals(dataset, DESCRIPTION),
        statements.literals(dataset, KEYWORD),
        publisher.map(p -> statements.literals(p, NAME)).orElse(List.of()),
        publishers.read(statements, publisher),
        words(statements, places, PLACE_NAMES),
        new LinkedHashSet<>(Statements.words(places.stream().filter(Node::isURI).toList())),
        words(statements, statements.objects(COLUMN), COLUMN_WORDS),
        statements.literals(TERM_WORDS),
        new LinkedHashSet<>(
            statements.objects(dataset, DISTRIBUTION).stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .toList()),
        values,
        statements.day(dataset, MODIFIED),
        statements.day(dataset, ISSUED),
        periods,
        extents(statements, places));
  }

  /** The resource that the graph is about: the dataset of that id, else the first dataset in it. */
  private Node subject(String id, Statements statements) {
    Node own = iri(base + "datasets/" + id);
    if (statements.describes(own)) {
      return own;
    }
    for (Node type : DATASETS) {
      List<Node> found = statements.subjects(RDF.type.asNode(), type);
      if (!found.isEmpty()) {
        return found.get(0);
      }
    }
    return own;
  }

  private static List<Literal> words(
      Statements statements, List<Node> subjects, List<Node> properties) {
    List<Literal> words = new ArrayList<>();
    for (Node subject : subjects) {
      for (Node property : properties) {
        words.addAll(statements.literals(subject, property));
      }
    }
    return words;
  }

  private static Set<String> keywords(List<Literal> literals) {
    Set<String> keywords = new LinkedHashSet<>();
    literals.stream()
        .map(literal -> literal.value().strip())
        .filter(word -> !word.isEmpty())
        .forEach(keywords::add);
    return keywords;
  }

  /** A period that ends before it begins is none. */
  private static List<Period> periods(Statements statements, Node dataset) {
    List<Period> periods = new ArrayList<>();
    for (Node temporal : statements.objects(dataset, TEMPORAL)) {
      Optional<LocalDate> from = statements.day(temporal, START);
      Optional<LocalDate> to = statements.day(temporal, END);
      boolean backwards = from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
      if (!backwards && (from.isPresent() || to.isPresent())) {
        periods.add(new Period(from, to));
      }
    }
    return periods;
  }

  /** Of a period with an open end, only the year that is said. */
  private static Set<String> years(List<Period> periods) {
    Set<String> years = new TreeSet<>();
    for (Period period : periods) {
      int first = period.from().or(period::to).orElseThrow().getYear();
      int last = period.to().or(period::from).orElseThrow().getYear();
      for (int year = last; year >= first && last - year < MOST_YEARS; year--) {
        years.add(String.format(Locale.ROOT, "%04d", year));
      }
    }
    return years;
  }

  private static List<Box> extents(Statements statements, List<Node> places) {
    List<Box> extents = new ArrayList<>();
    for (Node place : places) {
      Extent extent = new Extent();
      for (Node property : GEOMETRIES) {
        statements.objects(place, property).stream()
            .filter(Node::isLiteral)
            .forEach(geometry -> extent.addGeometry(geometry.getLiteralLexicalForm()));
      }
      extent.box().ifPresent(extents::add);
    }
    return extents;
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
