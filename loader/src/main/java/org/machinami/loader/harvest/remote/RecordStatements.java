package org.machinami.loader.harvest.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Gathers the statements of one record of JSON. */
final class RecordStatements {
  private static final String SCHEMA = "https://schema.org/";
  private static final Node ADDITIONAL_PROPERTY = iri(SCHEMA + "additionalProperty");
  private static final Node PROPERTY_VALUE = iri(SCHEMA + "PropertyValue");
  private static final Node NAME = iri(SCHEMA + "name");
  private static final Node VALUE = iri(SCHEMA + "value");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern BLANK = Pattern.compile("\\s*");

  private final String language;
  private final Consumer<String> notMapped;
  private final List<Triple> triples = new ArrayList<>();
  private int blanks;

  /**
   * @param language tag of texts that have none of their own
   * @param notMapped takes the names of fields that have no place in the profile
   */
  RecordStatements(String language, Consumer<String> notMapped) {
    this.language = language;
    this.notMapped = notMapped;
  }

  List<Triple> triples() {
    return triples;
  }

  static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  Node blank() {
    return NodeFactory.createBlankNode("b" + blanks++);
  }

  void add(Node subject, Node predicate, Node object) {
    triples.add(Triple.create(subject, predicate, object));
  }

  void type(Node subject, Node type) {
    add(subject, RDF.type.asNode(), type);
  }

  /** A text in the language of the source; a blank one is none. */
  void text(Node subject, Node predicate, String text) {
    text(subject, predicate, text, language);
  }

  void text(Node subject, Node predicate, String text, String tag) {
    if (!isBlank(text)) {
      add(
          subject,
          predicate,
          tag.isEmpty()
              ? NodeFactory.createLiteralString(text.strip())
              : NodeFactory.createLiteralLang(text.strip(), tag));
    }
  }

  /** Texts by language, as the fluent extension of CKAN has them; whether there were any. */
  boolean texts(Node subject, Node predicate, JsonNode byLanguage) {
    boolean[] found = new boolean[1];
    byLanguage
        .properties()
        .forEach(
            text -> {
              if (text.getValue().isTextual()
                  && !isBlank(text.getValue().textValue())
                  && text.getKey().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")) {
                text(subject, predicate, text.getValue().textValue(), text.getKey());
                found[0] = true;
              }
            });
    return found[0];
  }

  void literal(Node subject, Node predicate, String text) {
    if (!isBlank(text)) {
      add(subject, predicate, NodeFactory.createLiteralString(text.strip()));
    }
  }

  /** An address; whether it is one. */
  boolean address(Node subject, Node predicate, String text) {
    Optional<String> address = ForeignIri.web(text);
    address.ifPresent(found -> add(subject, predicate, iri(found)));
    return address.isPresent();
  }

  /** An IRI where it is one, else a resource of the class with that label. */
  void named(Node subject, Node predicate, String text, Node type) {
    if (isBlank(text)) {
      return;
    }
    Optional<String> known = ForeignIri.web(text);
    if (known.isPresent()) {
      add(subject, predicate, iri(known.get()));
    } else {
      Node named = blank();
      add(subject, predicate, named);
      type(named, type);
      text(named, RDFS.label.asNode(), text);
    }
  }

  /** What a table knows by the word; else as {@link #named}, and counted. */
  void coded(Node subject, Node predicate, String text, CodeTable table, Node type, String field) {
    if (isBlank(text)) {
      return;
    }
    Optional<String> code = table.find(text);
    if (code.isPresent()) {
      add(subject, predicate, iri(code.get()));
    } else if (ForeignIri.web(text).isPresent()) {
      address(subject, predicate, text);
    } else {
      notMapped.accept(field + "=" + brief(text));
      named(subject, predicate, text, type);
    }
  }

  /** A date or a time, with the datatype that it has the form of; whether it is one. */
  boolean date(Node subject, Node predicate, String text) {
    Optional<Node> date = date(text.strip());
    date.ifPresent(found -> add(subject, predicate, found));
    return date.isPresent();
  }

  private static Optional<Node> date(String text) {
    try {
      if (DAY.matcher(text).matches()) {
        return typed(LocalDate.parse(text).toString(), XSDDatatype.XSDdate);
      }
      if (MONTH.matcher(text).matches()) {
        return typed(text, XSDDatatype.XSDgYearMonth);
      }
      if (YEAR.matcher(text).matches()) {
        return typed(text, XSDDatatype.XSDgYear);
      }
      return instant(text).flatMap(time -> typed(time.toString(), XSDDatatype.XSDdateTime));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A time; one without a zone is UTC, as CKAN means it. */
  static Optional<Instant> instant(String text) {
    String plain = text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
    try {
      return Optional.of(OffsetDateTime.parse(plain).toInstant());
    } catch (DateTimeException e) {
      try {
        return Optional.of(LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException other) {
        return Optional.empty();
      }
    }
  }

  private static Optional<Node> typed(String text, RDFDatatype type) {
    return Optional.of(NodeFactory.createLiteralDT(text, type));
  }

  void number(Node subject, Node predicate, String text) {
    if (text.strip().matches("[0-9]{1,18}")) {
      add(
          subject,
          predicate,
          NodeFactory.createLiteralDT(text.strip(), XSDDatatype.XSDnonNegativeInteger));
    }
  }

  /** A field that has no place in the profile: kept with its name, and counted. */
  void keep(Node subject, String field, String name, JsonNode value) {
    String text = value.isTextual() ? value.textValue() : value.toString();
    if (value.isNull() || isBlank(text) || text.equals("[]") || text.equals("{}")) {
      return;
    }
    notMapped.accept(field);
    Node kept = blank();
    add(subject, ADDITIONAL_PROPERTY, kept);
    type(kept, PROPERTY_VALUE);
    literal(kept, NAME, name);
    literal(kept, VALUE, text);
  }

  /** A document that says more. */
  void document(Node subject, Node predicate, String text) {
    ForeignIri.web(text).ifPresent(found -> add(subject, predicate, iri(found)));
  }

  /** A rights statement with that text. */
  void rights(Node subject, String text) {
    named(subject, DCTerms.rights.asNode(), text, DCTerms.RightsStatement.asNode());
  }

  static boolean isBlank(String text) {
    return text == null || BLANK.matcher(text).matches();
  }

  private static String brief(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  /** The text of a field, empty where it has none. */
  static String text(JsonNode record, String field) {
    JsonNode value = record.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }
}
