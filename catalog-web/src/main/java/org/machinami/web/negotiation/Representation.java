package org.machinami.web.negotiation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form in which resources answer, in the order in which a client without a wish gets them. */
public enum Representation {
  HTML("text/html", "html", "HTML"),
  TURTLE("text/turtle", "ttl", "Turtle"),
  JSON_LD("application/ld+json", "jsonld", "JSON-LD"),
  RDF_XML("application/rdf+xml", "rdf", "RDF/XML"),
  N_TRIPLES("application/n-triples", "nt", "N-Triples"),
  ATOM("application/atom+xml", "atom", "Atom"),
  CSV("text/csv", "csv", "CSV"),
  JSON("application/json", "json", "JSON");

  /** The four that are RDF. */
  public static final List<Representation> RDF = List.of(TURTLE, JSON_LD, RDF_XML, N_TRIPLES);

  /** Those in which every resource answers. */
  public static final List<Representation> ALL = List.of(HTML, TURTLE, JSON_LD, RDF_XML, N_TRIPLES);

  /** Those in which a list answers. */
  public static final List<Representation> OF_LISTS =
      List.of(HTML, TURTLE, JSON_LD, RDF_XML, N_TRIPLES, ATOM, CSV);

  /** Those in which a record answers that is no linked data. */
  public static final List<Representation> OF_RECORDS = List.of(HTML, JSON);

  /** Those in which a list of such records answers. */
  public static final List<Representation> OF_RECORD_LISTS = List.of(HTML, JSON, ATOM);

  /** Those in which figures answer, and the lists behind them. */
  public static final List<Representation> OF_FIGURES = List.of(HTML, CSV, JSON);

  /** Those in which a report answers. */
  public static final List<Representation> OF_REPORTS =
      List.of(HTML, TURTLE, JSON_LD, RDF_XML, N_TRIPLES, CSV);

  /** Those in which a report on a draft answers. */
  public static final List<Representation> OF_DRAFT_REPORTS = List.of(HTML, CSV, JSON_LD);

  private final String mediaType;
  private final String suffix;
  private final String title;

  Representation(String mediaType, String suffix, String title) {
    this.mediaType = mediaType;
    this.suffix = suffix;
    this.title = title;
  }

  /** Without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** With the charset where the type has that parameter. */
  public String contentType() {
    return switch (this) {
      case HTML, TURTLE, CSV -> mediaType + ";charset=utf-8";
      default -> mediaType;
    };
  }

  /** Whether it is another one in each language; the others hold what is said in all of them. */
  public boolean isOfALanguage() {
    return this == HTML || this == ATOM || this == CSV;
  }

  /** The end of a path that asks for this one, without the dot. */
  public String suffix() {
    return suffix;
  }

  /** The name by which people call it, the same in every language. */
  public String title() {
    return title;
  }

  /** By a name or media type, as in {@code ?format=}. */
  public static Optional<Representation> find(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "html", "text/html" -> Optional.of(HTML);
      case "ttl", "turtle", "text/turtle" -> Optional.of(TURTLE);
      case "jsonld", "json-ld", "json", "application/ld+json" -> Optional.of(JSON_LD);
      case "rdf", "rdfxml", "xml", "application/rdf+xml" -> Optional.of(RDF_XML);
      case "nt", "ntriples", "n-triples", "application/n-triples" -> Optional.of(N_TRIPLES);
      case "atom", "application/atom+xml" -> Optional.of(ATOM);
      case "csv", "text/csv" -> Optional.of(CSV);
      case "application/json" -> Optional.of(JSON);
      default -> Optional.empty();
    };
  }

  /**
   * By the end of a path: {@code .ttl}, {@code .jsonld}, {@code .rdf}, {@code .nt}, {@code .html},
   * and for a list, which has one segment, {@code .atom} and {@code .csv}; for records {@code
   * .json}; figures have {@code .csv} and {@code .json}.
   */
  public static Optional<Representation> ofPath(String path) {
    return offered(path).stream().filter(r -> path.endsWith("." + r.suffix)).findFirst();
  }

  private static List<Representation> offered(String path) {
    boolean list = path.indexOf('/') < 0;
    if (path.startsWith("monitor/what-if")) {
      return OF_DRAFT_REPORTS;
    }
    if (path.startsWith("monitor")) {
      return path.startsWith("monitor/reports") ? OF_REPORTS : OF_FIGURES;
    }
    if (path.startsWith("ledger.")) {
      return OF_RECORDS;
    }
    if (path.startsWith("requests")) {
      return list ? OF_RECORD_LISTS : OF_RECORDS;
    }
    return list ? OF_LISTS : ALL;
  }
}
