package org.machinami.store.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDF;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** From a metadata graph to a document, and from a stored document to a hit. */
final class Documents {
  /** Length of a stored description in characters. */
  static final int SHORT = 240;

  private static final String DCT = "http://purl.org/dc/terms/";
  private static final String DCAT = "http://www.w3.org/ns/dcat#";
  private static final Node TITLE = iri(DCT + "title");
  private static final Node DESCRIPTION = iri(DCT + "description");
  private static final Node KEYWORD = iri(DCAT + "keyword");
  private static final Node PUBLISHER = iri(DCT + "publisher");
  private static final Node NAME = iri("http://xmlns.com/foaf/0.1/name");
  private static final Node THEME = iri(DCAT + "theme");
  private static final Node SECTOR = iri("https://machinami.org/vocab/city#sector");
  private static final Node LICENCE = iri(DCT + "license");
  private static final Node FORMAT = iri(DCT + "format");
  private static final Node MEDIA_TYPE = iri(DCAT + "mediaType");
  private static final Node DISTRIBUTION = iri(DCAT + "distribution");
  private static final Node LANGUAGE = iri(DCT + "language");
  private static final Node MODIFIED = iri(DCT + "modified");
  private static final Node ISSUED = iri(DCT + "issued");
  private static final Node DATASET = iri(DCAT + "Dataset");
  private static final Node DATASET_SERIES = iri(DCAT + "DatasetSeries");
  private static final String SECTORS = "https://machinami.org/vocab/sector/";
  private static final String SERVICE_FIELDS = "https://machinami.org/vocab/service-field/";

  /** EU language codes of three letters to the two of BCP 47; others stay as they are. */
  private static final Map<String, String> SHORT_LANGUAGES =
      Map.of(
          "jpn", "ja", "eng", "en", "nld", "nl", "fra", "fr", "deu", "de", "zho", "zh", "kor",
          "ko");

  private final String base;

  Documents(String base) {
    this.base = base;
  }

  /** The document for a dataset; the graph may describe more than the dataset. */
  Document of(String id, Graph metadata) {
    Node dataset = subject(id, metadata);
    Document document = new Document();
    document.add(new StringField(Fields.ID, id, Field.Store.YES));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(id)));
    document.add(new StoredField(Fields.IRI, dataset.isURI() ? dataset.getURI() : ""));

    List<Literal> titles = literals(metadata, dataset, TITLE);
    List<Literal> descriptions = literals(metadata, dataset, DESCRIPTION);
    Optional<Node> publisher = objects(metadata, dataset, PUBLISHER).stream().findFirst();
    List<Literal> names = publisher.map(p -> literals(metadata, p, NAME)).orElse(List.of());
    store(document, Fields.TITLE, titles);
    store(document, Fields.DESCRIPTION, descriptions.stream().map(Documents::shortened).toList());
    store(document, Fields.PUBLISHER_NAME, names);

    for (Literal title : titles) {
      text(document, isJapanese(title) ? Fields.TITLE_JA : Fields.TITLE_EN, title);
    }
    List<Literal> all = new ArrayList<>(titles);
    all.addAll(descriptions);
    all.addAll(literals(metadata, dataset, KEYWORD));
    all.addAll(names);
    all.add(new Literal(id, ""));
    for (Literal literal : all) {
      text(document, isJapanese(literal) ? Fields.TEXT_JA : Fields.TEXT_EN, literal);
      if (isJapanese(literal)) {
        text(document, Fields.PAIRS, literal);
      }
    }
    sorted(document, Fields.BY_TITLE_JA, titles, "ja");
    sorted(document, Fields.BY_TITLE_EN, titles, "en");
    day(document, Fields.MODIFIED, metadata, dataset, MODIFIED);
    day(document, Fields.ISSUED, metadata, dataset, ISSUED);
    facets(metadata, dataset, publisher)
        .forEach((facet, values) -> values.forEach(value -> facet(document, facet, value)));
    return document;
  }

  /** The hit for a stored document. */
  static Hit hit(Document document) {
    Map<Facet, List<String>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      String[] values = document.getValues(facet.parameter());
      if (values.length > 0) {
        facets.put(facet, List.of(values));
      }
    }
    return new Hit(
        document.get(Fields.ID),
        document.get(Fields.IRI),
        stored(document, Fields.TITLE),
        stored(document, Fields.DESCRIPTION),
        stored(document, Fields.PUBLISHER_NAME),
        facets,
        date(document, Fields.MODIFIED),
        date(document, Fields.ISSUED));
  }

  /** The resource that the graph is about: the dataset of that id, else the first dataset in it. */
  private Node subject(String id, Graph metadata) {
    Node own = iri(base + "datasets/" + id);
    if (metadata.contains(own, Node.ANY, Node.ANY)) {
      return own;
    }
    for (Node type : List.of(DATASET, DATASET_SERIES)) {
      Optional<Node> found =
          metadata
              .find(Node.ANY, RDF.type.asNode(), type)
              .mapWith(Triple::getSubject)
              .toList()
              .stream()
              .min(NodeCmp::compareRDFTerms);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return own;
  }

  private Map<Facet, Set<String>> facets(Graph metadata, Node dataset, Optional<Node> publisher) {
    Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
    List<Node> distributions = objects(metadata, dataset, DISTRIBUTION);
    facets.put(Facet.SECTOR, ends(objects(metadata, dataset, SECTOR), SECTORS));
    facets.put(Facet.SERVICE_FIELD, ends(objects(metadata, dataset, THEME), SERVICE_FIELDS));
    publisher
        .filter(Node::isURI)
        .ifPresent(p -> facets.put(Facet.PUBLISHER, Set.of(publisherValue(p.getURI()))));
    Set<String> licences = new LinkedHashSet<>(words(objects(metadata, dataset, LICENCE)));
    Set<String> formats = new LinkedHashSet<>();
    for (Node distribution : distributions) {
      licences.addAll(words(objects(metadata, distribution, LICENCE)));
      List<Node> said = objects(metadata, distribution, MEDIA_TYPE);
      said = said.isEmpty() ? objects(metadata, distribution, FORMAT) : said;
      words(said).forEach(format -> formats.add(Formats.name(format)));
    }
    facets.put(Facet.LICENCE, licences);
    facets.put(Facet.FORMAT, formats);
    Set<String> languages = new LinkedHashSet<>();
    for (String language : words(objects(metadata, dataset, LANGUAGE))) {
      String last = language.substring(language.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      languages.add(SHORT_LANGUAGES.getOrDefault(last, last));
    }
    facets.put(Facet.LANGUAGE, languages);
    return facets;
  }

  private String publisherValue(String iri) {
    String prefix = base + "publishers/";
    return iri.startsWith(prefix) ? iri.substring(prefix.length()) : iri;
  }

  private static Set<String> ends(List<Node> nodes, String prefix) {
    Set<String> ends = new LinkedHashSet<>();
    for (String word : words(nodes)) {
      if (word.startsWith(prefix)) {
        ends.add(word.substring(prefix.length()));
      }
    }
    return ends;
  }

  private static List<String> words(Collection<Node> nodes) {
    return nodes.stream()
        .filter(n -> n.isURI() || n.isLiteral())
        .map(n -> n.isURI() ? n.getURI() : n.getLiteralLexicalForm())
        .filter(w -> !w.isBlank() && w.length() < 2000)
        .sorted()
        .toList();
  }

  private static List<Node> objects(Graph graph, Node subject, Node property) {
    List<Node> objects =
        graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
    objects.sort(NodeCmp::compareRDFTerms);
    return objects;
  }

  private static List<Literal> literals(Graph graph, Node subject, Node property) {
    return objects(graph, subject, property).stream()
        .filter(Node::isLiteral)
        .map(
            n ->
                new Literal(
                    n.getLiteralLexicalForm(), n.getLiteralLanguage().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static Literal shortened(Literal literal) {
    String value = literal.value();
    if (value.length() <= SHORT) {
      return literal;
    }
    int end = Character.isHighSurrogate(value.charAt(SHORT - 2)) ? SHORT - 2 : SHORT - 1;
    return new Literal(value.substring(0, end) + "…", literal.tag());
  }

  /** By its tag, or by its script where it has none. */
  private static boolean isJapanese(Literal literal) {
    return literal.tag().startsWith("ja")
        || (literal.tag().isEmpty()
            && literal
                .value()
                .codePoints()
                .anyMatch(
                    c ->
                        Character.isIdeographic(c)
                            || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                            || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA));
  }

  private static void text(Document document, String field, Literal literal) {
    document.add(new TextField(field, literal.value(), Field.Store.NO));
  }

  private static void store(Document document, String field, List<Literal> literals) {
    for (Literal literal : literals) {
      document.add(new StoredField(field, literal.tag() + "|" + literal.value()));
    }
  }

  private static List<Literal> stored(Document document, String field) {
    List<Literal> literals = new ArrayList<>();
    for (IndexableField value : document.getFields(field)) {
      String text = value.stringValue();
      int bar = text.indexOf('|');
      literals.add(new Literal(text.substring(bar + 1), text.substring(0, bar)));
    }
    return literals;
  }

  /** Sorted by the title in the language, else by any; at most 100 characters count. */
  private static void sorted(Document document, String field, List<Literal> titles, String tag) {
    String title =
        titles.stream()
            .filter(t -> t.tag().equals(tag))
            .findFirst()
            .or(() -> titles.stream().findFirst())
            .map(Literal::value)
            .orElse("");
    String key = title.substring(0, Math.min(100, title.length())).toLowerCase(Locale.ROOT);
    document.add(new SortedDocValuesField(field, new BytesRef(key)));
  }

  private static void day(
      Document document, String field, Graph metadata, Node dataset, Node property) {
    objects(metadata, dataset, property).stream()
        .filter(Node::isLiteral)
        .map(n -> parse(n.getLiteralLexicalForm()))
        .flatMap(Optional::stream)
        .max(LocalDate::compareTo)
        .ifPresent(
            day -> {
              document.add(new StoredField(field, day.toEpochDay()));
              document.add(new NumericDocValuesField(field, day.toEpochDay()));
            });
  }

  private static Optional<LocalDate> date(Document document, String field) {
    return Optional.ofNullable(document.getField(field))
        .map(f -> LocalDate.ofEpochDay(f.numericValue().longValue()));
  }

  /** xsd:date and xsd:dateTime by their first ten characters; anything else is no date. */
  private static Optional<LocalDate> parse(String text) {
    if (text.length() < 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (java.time.format.DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static void facet(Document document, Facet facet, String value) {
    document.add(new StringField(facet.parameter(), value, Field.Store.YES));
    document.add(new SortedSetDocValuesField(facet.parameter(), new BytesRef(value)));
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
