package org.machinami.store.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.quality.Metric;

/** The values of a dataset by which results are counted and narrowed. */
final class FacetReader {
  private static final String DCT = "http://purl.org/dc/terms/";
  private static final String DCAT = "http://www.w3.org/ns/dcat#";
  private static final String CITY = "https://machinami.org/vocab/city#";
  private static final Node THEME = iri(DCAT + "theme");
  private static final Node SECTOR = iri(CITY + "sector");
  private static final Node ACCESS_PLAN = iri(CITY + "accessPlan");
  private static final Node ACCESS_RIGHTS = iri(DCT + "accessRights");
  private static final Node LICENCE = iri(DCT + "license");
  private static final Node FREQUENCY = iri(DCT + "accrualPeriodicity");
  private static final Node FORMAT = iri(DCT + "format");
  private static final Node MEDIA_TYPE = iri(DCAT + "mediaType");
  private static final Node DISTRIBUTION = iri(DCAT + "distribution");
  private static final Node LANGUAGE = iri(DCT + "language");
  private static final String DQV = "http://www.w3.org/ns/dqv#";
  private static final Node MEASUREMENT = iri(DQV + "hasQualityMeasurement");
  private static final Node MEASUREMENT_OF = iri(DQV + "isMeasurementOf");
  private static final Node MEASURED = iri(DQV + "value");
  private static final Node LEVEL = iri(Metric.MACHINE_READABILITY.iri());
  private static final String EU = "http://publications.europa.eu/resource/authority/";

  /** EU language codes of three letters to the two of BCP 47; others stay as they are. */
  private static final Map<String, String> SHORT_LANGUAGES =
      Map.of(
          "jpn", "ja", "eng", "en", "nld", "nl", "fra", "fr", "deu", "de", "zho", "zh", "kor",
          "ko");

  private final String base;
  private final PublisherReader publishers;

  FacetReader(String base) {
    this.base = base;
    this.publishers = new PublisherReader(base);
  }

  Map<Facet, Set<String>> read(
      Statements statements, Node dataset, Optional<Node> publisher, List<Node> places) {
    Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
    facets.put(Facet.SECTOR, concepts(statements.objects(dataset, SECTOR), "sector"));
    facets.put(Facet.SERVICE_FIELD, concepts(statements.objects(dataset, THEME), "service-field"));
    publisher
        .filter(Node::isURI)
        .ifPresent(p -> facets.put(Facet.PUBLISHER, Set.of(publishers.id(p.getURI()))));
    facets.put(Facet.MUNICIPALITY, ends(places, base + "id/municipality/"));
    Set<String> licences = licences(statements, dataset);
    Set<String> formats = new LinkedHashSet<>();
    for (Node distribution : statements.objects(dataset, DISTRIBUTION)) {
      licences.addAll(licences(statements, distribution));
      List<Node> said = statements.objects(distribution, MEDIA_TYPE);
      said = said.isEmpty() ? statements.objects(distribution, FORMAT) : said;
      Statements.words(said).forEach(format -> formats.add(Formats.name(format)));
    }
    facets.put(Facet.LICENCE, licences);
    facets.put(Facet.FORMAT, formats);
    facets.put(Facet.ACCESS, access(statements, dataset));
    facets.put(Facet.QUALITY, levels(statements, dataset));
    facets.put(Facet.FREQUENCY, frequencies(statements, dataset));
    facets.put(Facet.LANGUAGE, languages(statements, dataset));
    return facets;
  }

  private static Set<String> licences(Statements statements, Node subject) {
    return new LinkedHashSet<>(Statements.words(statements.objects(subject, LICENCE)));
  }

  /**
   * The access plan and the ways that policies offer; where there is neither, what the right of
   * access says.
   */
  private static Set<String> access(Statements statements, Node dataset) {
    Set<String> plans = concepts(statements.objects(dataset, ACCESS_PLAN), "access-plan");
    boolean said = !plans.isEmpty();
    List<Node> targets = new ArrayList<>(List.of(dataset));
    targets.addAll(statements.objects(dataset, DISTRIBUTION));
    for (String plan : new PolicyPlans(statements).of(targets)) {
      // A plan is said of all of the data; a policy may open a part of them, or some uses.
      if (!(said && plan.equals(PolicyPlans.OPEN))) {
        plans.add(plan);
      }
    }
    if (!plans.isEmpty()) {
      return plans;
    }
    Set<String> rights = new LinkedHashSet<>();
    for (String right : ends(statements.objects(dataset, ACCESS_RIGHTS), EU + "access-right/")) {
      rights.add(right.equals("PUBLIC") ? PolicyPlans.OPEN : right);
    }
    return rights;
  }

  private static Set<String> levels(Statements statements, Node dataset) {
    Set<String> levels = new LinkedHashSet<>();
    for (Node measurement : statements.objects(dataset, MEASUREMENT)) {
      if (statements.objects(measurement, MEASUREMENT_OF).contains(LEVEL)) {
        levels.addAll(Statements.words(statements.objects(measurement, MEASURED)));
      }
    }
    return levels;
  }

  private static Set<String> frequencies(Statements statements, Node dataset) {
    Set<String> frequencies = new LinkedHashSet<>();
    String prefix = EU + "frequency/";
    for (String said : Statements.words(statements.objects(dataset, FREQUENCY))) {
      frequencies.add(said.startsWith(prefix) ? said.substring(prefix.length()) : said);
    }
    return frequencies;
  }

  private static Set<String> languages(Statements statements, Node dataset) {
    Set<String> languages = new LinkedHashSet<>();
    for (String language : Statements.words(statements.objects(dataset, LANGUAGE))) {
      String last = language.substring(language.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      languages.add(SHORT_LANGUAGES.getOrDefault(last, last));
    }
    return languages;
  }

  private static Set<String> concepts(List<Node> nodes, String list) {
    return ends(nodes, Vocabularies.NS + list + "/");
  }

  private static Set<String> ends(List<Node> nodes, String prefix) {
    Set<String> ends = new LinkedHashSet<>();
    for (String word : Statements.words(nodes)) {
      if (word.startsWith(prefix)) {
        ends.add(word.substring(prefix.length()));
      }
    }
    return ends;
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
