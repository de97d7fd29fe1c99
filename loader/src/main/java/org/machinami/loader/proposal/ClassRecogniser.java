package org.machinami.loader.proposal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.machinami.loader.proposal.Target.Form;
import org.machinami.ontology.City;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.Contracts;

/**
 * Finds out what a row describes: by the contract, the properties that only some things have, the
 * name of the file, the names of the things.
 */
final class ClassRecogniser {

  /** The class, and how surely. */
  record Found(String iri, double confidence) {}

  private static final String ABOUT = "http://www.w3.org/ns/csvw#aboutUrl";
  private static final double ENOUGH = 1.5;
  private static final double SURE = 5;
  private static final double HALF = 0.5;

  /** Domains that tell nothing. */
  private static final Set<String> BROAD =
      Set.of(
          Terms.FACILITY,
          Terms.OBSERVATION,
          "http://www.opengis.net/ont/geosparql#Feature",
          RDFS.Resource.getURI(),
          City.AdministrativeArea.getURI());

  private static final Map<String, List<String>> HINTS = new HashMap<>();
  private static final Map<String, String> PREFIXES = new HashMap<>();
  private static final Map<String, String> DOMAINS = new HashMap<>();

  static {
    Graph classes = GraphFactory.createDefaultGraph();
    try (InputStream in = ClassRecogniser.class.getResourceAsStream("classes.ttl")) {
      RDFParser.source(in).lang(Lang.TURTLE).parse(classes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled classes.ttl", e);
    }
    classes
        .find(Node.ANY, SKOS.hiddenLabel.asNode(), Node.ANY)
        .forEachRemaining(
            triple ->
                HINTS
                    .computeIfAbsent(triple.getSubject().getURI(), key -> new ArrayList<>())
                    .add(triple.getObject().getLiteralLexicalForm()));
    classes
        .find(Node.ANY, Node.ANY, Node.ANY)
        .filterKeep(triple -> triple.getPredicate().getURI().equals(ABOUT))
        .forEachRemaining(
            triple ->
                PREFIXES.put(
                    triple.getSubject().getURI(), triple.getObject().getLiteralLexicalForm()));
    Vocabularies.find("city")
        .orElseThrow()
        .read()
        .find(Node.ANY, RDFS.domain.asNode(), Node.ANY)
        .forEachRemaining(
            triple -> DOMAINS.put(triple.getSubject().getURI(), triple.getObject().toString()));
  }

  private final FileProfile source;
  private final List<ProposedColumn> columns;

  ClassRecogniser(FileProfile source, List<ProposedColumn> columns) {
    this.source = source;
    this.columns = columns;
  }

  Found find(Optional<Contract> contract) {
    Map<String, Double> scores = new HashMap<>();
    contract.flatMap(Contract::rowClass).ifPresent(iri -> scores.merge(iri, 4.0, Double::sum));
    for (ProposedColumn column : columns) {
      column
          .target()
          .property()
          .map(DOMAINS::get)
          .filter(domain -> !BROAD.contains(domain))
          .ifPresent(domain -> scores.merge(domain, column.confidence(), Double::sum));
    }
    addContracts(scores);
    String place = (source.file() + " " + source.iterator()).toLowerCase(Locale.ROOT);
    HINTS.forEach((iri, hints) -> addHint(scores, iri, hints, place));
    HINTS.forEach((iri, hints) -> addNames(scores, iri, hints));
    boolean timed = has(Form.DAY) || has(Form.YEAR) || hasTime();
    boolean measured = columns.stream().anyMatch(column -> column.kind().isNumber());
    boolean labelled =
        columns.stream()
            .anyMatch(c -> c.target().property().filter(Terms.LABEL::equals).isPresent());
    boolean observed = measured && (timed || !labelled);
    scores.replaceAll(
        (iri, score) -> {
          if (!Terms.isObservation(iri)) {
            return timed && !labelled ? score - 3 : score;
          }
          return observed ? score + 1 : measured ? score : score - 3;
        });
    return scores.entrySet().stream()
        .filter(entry -> entry.getValue() >= ENOUGH)
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> new Found(entry.getKey(), Math.min(0.98, entry.getValue() / SURE)))
        .orElseGet(() -> new Found(fallback(timed && measured && !labelled), 0.3));
  }

  /** A property that the columns of one standard dataset alone have tells a little. */
  private void addContracts(Map<String, Double> scores) {
    Map<String, Double> votes = new HashMap<>();
    for (ProposedColumn column : columns) {
      column
          .target()
          .property()
          .filter(property -> property.startsWith(City.NS))
          .flatMap(Contracts::only)
          .flatMap(Contract::rowClass)
          .ifPresent(iri -> votes.merge(iri, HALF, Double::sum));
    }
    votes.forEach((iri, vote) -> scores.merge(iri, Math.min(2.5, vote), Double::sum));
  }

  private String fallback(boolean observed) {
    if (observed) {
      return Terms.OBSERVATION;
    }
    boolean placed = has(Form.LATITUDE) || has(Form.SHAPE);
    return placed ? Terms.FACILITY : Terms.THING;
  }

  private boolean has(Form form) {
    return columns.stream().anyMatch(column -> column.target().form() == form);
  }

  private boolean hasTime() {
    return columns.stream()
        .anyMatch(
            column ->
                column
                    .target()
                    .property()
                    .filter(p -> p.startsWith(City.NS + "observed"))
                    .isPresent());
  }

  /** The longest hint in the name of the file counts. */
  private static void addHint(
      Map<String, Double> scores, String iri, List<String> hints, String place) {
    hints.stream()
        .filter(hint -> place.contains(hint.toLowerCase(Locale.ROOT)))
        .mapToInt(String::length)
        .max()
        .ifPresent(length -> scores.merge(iri, 1.8 + Math.min(0.5, length * 0.05), Double::sum));
  }

  /** 日比谷公園 is a park, if most of the things are called like that. */
  private void addNames(Map<String, Double> scores, String iri, List<String> hints) {
    for (ProposedColumn column : columns) {
      boolean label =
          column.target().property().filter(Terms.LABEL::equals).isPresent()
              && column.target().language().filter("ja"::equals).isPresent();
      if (!label || source.first().isEmpty()) {
        continue;
      }
      long like =
          source.first().stream()
              .map(row -> row.getOrDefault(column.reference(), ""))
              .filter(
                  name -> hints.stream().anyMatch(hint -> isJapanese(hint) && name.contains(hint)))
              .count();
      if (like >= HALF * source.first().size()) {
        scores.merge(iri, 2.0, Double::sum);
      }
    }
  }

  private static boolean isJapanese(String hint) {
    return hint.length() > 1 && hint.chars().allMatch(c -> c > 0xFF);
  }

  /** Where IRIs of things of a class begin. */
  static String prefix(String classIri) {
    return PREFIXES.getOrDefault(
        classIri, Terms.isObservation(classIri) ? "id/observation/" : "id/thing/");
  }
}
