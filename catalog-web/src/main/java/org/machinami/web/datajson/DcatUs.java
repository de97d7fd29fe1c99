package org.machinami.web.datajson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.ontology.Vocabularies;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** A description in the words of DCAT-US 1.1. Thread-safe. */
final class DcatUs {
  private static final String EU = "http://publications.europa.eu/resource/authority/";
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
  private static final String PLANS = Vocabularies.NS + "access-plan/";

  /** Entries of the EU list of frequencies as ISO 8601 repeating durations. */
  private static final Map<String, String> FREQUENCIES =
      Map.ofEntries(
          Map.entry("CONT", "R/PT1S"),
          Map.entry("UPDATE_CONT", "R/PT1S"),
          Map.entry("HOURLY", "R/PT1H"),
          Map.entry("DAILY", "R/P1D"),
          Map.entry("WEEKLY", "R/P1W"),
          Map.entry("BIWEEKLY", "R/P2W"),
          Map.entry("MONTHLY", "R/P1M"),
          Map.entry("MONTHLY_2", "R/P0.5M"),
          Map.entry("BIMONTHLY", "R/P2M"),
          Map.entry("QUARTERLY", "R/P3M"),
          Map.entry("ANNUAL_3", "R/P4M"),
          Map.entry("ANNUAL_2", "R/P6M"),
          Map.entry("ANNUAL", "R/P1Y"),
          Map.entry("BIENNIAL", "R/P2Y"),
          Map.entry("TRIENNIAL", "R/P3Y"),
          Map.entry("QUINQUENNIAL", "R/P5Y"),
          Map.entry("DECENNIAL", "R/P10Y"),
          Map.entry("IRREG", "irregular"));

  private static final Map<String, String> LANGUAGES = Map.of("JPN", "ja", "ENG", "en");

  private final Labels labels;

  DcatUs(Labels labels) {
    this.labels = labels;
  }

  /**
   * The member of "dataset".
   *
   * @param changed when the description was changed last, for one that does not say when the data
   *     were
   */
  ObjectNode dataset(String id, Described dataset, Instant changed, Language language) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("@type", "dcat:Dataset");
    json.put("title", dataset.text(language, Terms.title).map(Text::value).orElse(id));
    text(json, "description", dataset.text(language, Terms.description));
    keywords(json, dataset, language);
    json.put("modified", day(dataset, "modified").orElse(changed.toString()));
    day(dataset, "issued").ifPresent(day -> json.put("issued", day));
    publisher(json, dataset, language);
    contact(json, dataset, language);
    json.put("identifier", dataset.iri());
    access(json, dataset, language);
    put(json, "license", iri(dataset, Terms.DCT + "license"));
    put(json, "landingPage", iri(dataset, Terms.DCAT + "landingPage"));
    frequency(json, dataset);
    languages(json, dataset);
    period(json, dataset);
    place(json, dataset, language);
    List<String> themes =
        dataset.all(Terms.DCAT + "theme").stream()
            .flatMap(theme -> labels.find(theme.iri(), language).stream())
            .map(Text::value)
            .distinct()
            .toList();
    if (!themes.isEmpty()) {
      themes.forEach(json.putArray("theme")::add);
    }
    put(json, "conformsTo", iri(dataset, Terms.DCT + "conformsTo"));
    ArrayNode distributions = JsonNodeFactory.instance.arrayNode();
    dataset
        .all(Terms.DCAT + "distribution")
        .forEach(distribution -> distributions.add(distribution(distribution, language)));
    if (!distributions.isEmpty()) {
      json.set("distribution", distributions);
    }
    return json;
  }

  private static void keywords(ObjectNode json, Described dataset, Language language) {
    ArrayNode keywords = json.putArray("keyword");
    dataset.texts(language, Terms.DCAT + "keyword").stream()
        .map(text -> text.value().strip())
        .filter(word -> !word.isEmpty())
        .distinct()
        .forEach(keywords::add);
  }

  private static void publisher(ObjectNode json, Described dataset, Language language) {
    dataset
        .first(Terms.DCT + "publisher")
        .flatMap(body -> body.text(language, Terms.name))
        .ifPresent(
            name ->
                json.putObject("publisher")
                    .put("@type", "org:Organization")
                    .put("name", name.value()));
  }

  private static void contact(ObjectNode json, Described dataset, Language language) {
    Optional<Described> contact = dataset.first(Terms.DCAT + "contactPoint");
    if (contact.isPresent()) {
      ObjectNode card = json.putObject("contactPoint").put("@type", "vcard:Contact");
      text(card, "fn", contact.get().text(language, Terms.VCARD + "fn"));
      put(card, "hasEmail", iri(contact.get(), Terms.VCARD + "hasEmail"));
    }
  }

  /** Public where everybody may have the data; what has a plan or a price is restricted. */
  private void access(ObjectNode json, Described dataset, Language language) {
    String right = iri(dataset, Terms.DCT + "accessRights");
    String plan = iri(dataset, Terms.CITY + "accessPlan");
    boolean open = plan.isEmpty() || plan.equals(PLANS + "open");
    String level =
        right.equals(EU + "access-right/NON_PUBLIC")
            ? "non-public"
            : open && (right.isEmpty() || right.equals(EU + "access-right/PUBLIC"))
                ? "public"
                : "restricted public";
    json.put("accessLevel", level);
    if (!level.equals("public")) {
      text(json, "rights", labels.definition(open ? right : plan, language));
    }
  }

  private static void frequency(ObjectNode json, Described dataset) {
    String said = iri(dataset, Terms.DCT + "accrualPeriodicity");
    String prefix = EU + "frequency/";
    if (said.startsWith(prefix)) {
      put(
          json,
          "accrualPeriodicity",
          FREQUENCIES.getOrDefault(said.substring(prefix.length()), ""));
    }
  }

  private static void languages(ObjectNode json, Described dataset) {
    List<String> codes =
        dataset.all(Terms.DCT + "language").stream()
            .map(language -> LANGUAGES.get(Labels.localName(language.iri())))
            .filter(java.util.Objects::nonNull)
            .toList();
    if (!codes.isEmpty()) {
      codes.forEach(json.putArray("language")::add);
    }
  }

  private static void period(ObjectNode json, Described dataset) {
    dataset
        .first(Terms.DCT + "temporal")
        .ifPresent(
            period -> {
              Optional<String> start = period.value(Terms.DCAT + "startDate");
              Optional<String> end = period.value(Terms.DCAT + "endDate");
              if (start.isPresent() && end.isPresent()) {
                json.put("temporal", start.get() + "/" + end.get());
              }
            });
  }

  private void place(ObjectNode json, Described dataset, Language language) {
    dataset
        .first(Terms.DCT + "spatial")
        .flatMap(
            place ->
                place
                    .text(language, Terms.label, Terms.prefLabel)
                    .or(() -> labels.find(place.iri(), language)))
        .ifPresent(name -> json.put("spatial", name.value()));
  }

  private ObjectNode distribution(Described distribution, Language language) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("@type", "dcat:Distribution");
    text(json, "title", distribution.text(language, Terms.title));
    text(json, "description", distribution.text(language, Terms.description));
    String download = iri(distribution, Terms.DCAT + "downloadURL");
    String access = iri(distribution, Terms.DCAT + "accessURL");
    String type = iri(distribution, Terms.DCAT + "mediaType");
    put(json, "downloadURL", download);
    put(json, "accessURL", download.isEmpty() ? access : "");
    put(
        json,
        "mediaType",
        type.startsWith(MEDIA_TYPES) ? type.substring(MEDIA_TYPES.length()) : "");
    distribution
        .first(Terms.DCT + "format")
        .flatMap(format -> labels.find(format.iri(), language))
        .ifPresent(format -> json.put("format", format.value()));
    return json;
  }

  /** A day or time as the description says it. */
  private static Optional<String> day(Described dataset, String property) {
    return dataset
        .value(Terms.DCT + property)
        .filter(day -> day.matches("\\d{4}-\\d{2}-\\d{2}(T.*)?"));
  }

  private static String iri(Described resource, String property) {
    return resource.first(property).map(Described::iri).orElse("");
  }

  private static void text(ObjectNode json, String name, Optional<Text> text) {
    text.ifPresent(t -> put(json, name, t.value()));
  }

  private static void put(ObjectNode json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
