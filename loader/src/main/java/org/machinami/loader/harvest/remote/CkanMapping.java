package org.machinami.loader.harvest.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.VCARD4;

/**
 * A dataset of the action API of CKAN in the profile of this catalogue. The names of extras are
 * those of ckanext-dcat; others are kept as they are. Not thread-safe.
 *
 * @see <a href="https://docs.ckan.org/en/latest/api/">CKAN, action API</a>
 */
final class CkanMapping {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Node GEOJSON =
      NodeFactory.createURI("http://www.opengis.net/ont/geosparql#geoJSONLiteral");
  private static final Node ADMS_NOTES =
      RecordStatements.iri("http://www.w3.org/ns/adms#versionNotes");
  static final String ENGLISH = "en";
  private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";

  private final String site;
  private final String language;
  private final Consumer<String> notMapped;
  private final CkanResources resources;
  private final CodeTable licences = CodeTable.read("licences.txt");
  private final CodeTable frequencies = CodeTable.read("frequencies.txt");
  private final CodeTable languages = CodeTable.read("languages.txt");

  // Of the record in hand.
  private RecordStatements out;
  private Node dataset;
  private Map<String, JsonNode> extras = Map.of();

  /**
   * @param site address of the portal, without a slash at its end
   * @param language tag of its texts; empty where it is not known
   */
  CkanMapping(String site, String language, Consumer<String> notMapped) {
    this.site = site;
    this.language = language;
    this.notMapped = notMapped;
    this.resources = new CkanResources(site, licences);
  }

  /** The IRI of a dataset of the portal. */
  String foreign(JsonNode record) {
    String id = RecordStatements.text(record, "id");
    return site + "/dataset/" + (id.isEmpty() ? RecordStatements.text(record, "name") : id).strip();
  }

  List<Triple> statements(JsonNode record) {
    out = new RecordStatements(language, notMapped);
    dataset = RecordStatements.iri(foreign(record));
    extras = extras(record);
    out.type(dataset, DCAT.Dataset.asNode());
    texts(record);
    identifiers(record);
    dates(record);
    publisher(record);
    contact(record);
    Optional<String> licence = licence(record);
    codes();
    coverage();
    rest(record);
    for (JsonNode resource : record.path("resources")) {
      resources.add(out, dataset, record, resource, licence, language);
    }
    return out.triples();
  }

  private static Map<String, JsonNode> extras(JsonNode record) {
    Map<String, JsonNode> extras = new LinkedHashMap<>();
    for (JsonNode extra : record.path("extras")) {
      extras.put(RecordStatements.text(extra, "key"), extra.path("value"));
    }
    return extras;
  }

  /** An extra's text; it is not in the rest then. */
  private String extra(String... names) {
    for (String name : names) {
      JsonNode value = extras.remove(name);
      if (value != null && !RecordStatements.isBlank(value.asText())) {
        return value.asText();
      }
    }
    return "";
  }

  private void texts(JsonNode record) {
    if (!out.texts(dataset, DCTerms.title.asNode(), record.path("title_translated"))) {
      String title = RecordStatements.text(record, "title");
      out.text(
          dataset,
          DCTerms.title.asNode(),
          title.isBlank() ? RecordStatements.text(record, "name") : title);
    }
    if (!out.texts(dataset, DCTerms.description.asNode(), record.path("notes_translated"))) {
      out.text(dataset, DCTerms.description.asNode(), RecordStatements.text(record, "notes"));
    }
    // As this catalogue gives them back to portals that have no texts by language.
    out.text(dataset, DCTerms.title.asNode(), extra("title_en"), ENGLISH);
    out.text(dataset, DCTerms.description.asNode(), extra("notes_en"), ENGLISH);
    for (String list : List.of("tags", "groups")) {
      for (JsonNode word : record.path(list)) {
        String name = RecordStatements.text(word, list.equals("tags") ? "display_name" : "title");
        out.text(
            dataset,
            DCAT.keyword.asNode(),
            name.isBlank() ? RecordStatements.text(word, "name") : name);
      }
    }
    out.document(
        dataset,
        DCAT.landingPage.asNode(),
        site + "/dataset/" + RecordStatements.text(record, "name"));
    String url = RecordStatements.text(record, "url");
    if (!url.isBlank() && !out.address(dataset, FOAF.page.asNode(), url)) {
      notMapped.accept("url");
    }
  }

  private void identifiers(JsonNode record) {
    String identifier = extra("identifier", "guid");
    out.literal(
        dataset,
        DCTerms.identifier.asNode(),
        identifier.isEmpty() ? RecordStatements.text(record, "id") : identifier);
    String uri = extra("uri");
    ForeignIri.web(uri)
        .ifPresent(same -> out.add(dataset, OWL2.sameAs.asNode(), RecordStatements.iri(same)));
    for (String other : list(extra("same_as"))) {
      ForeignIri.web(other)
          .ifPresent(same -> out.add(dataset, OWL2.sameAs.asNode(), RecordStatements.iri(same)));
    }
    extra("machinami_uri"); // where the record was given back from, which is here
    for (String other : list(extra("alternate_identifier"))) {
      out.literal(dataset, DCTerms.identifier.asNode(), other);
    }
    String version = extra("dcat_version");
    out.literal(
        dataset,
        OWL2.versionInfo.asNode(),
        version.isEmpty() ? RecordStatements.text(record, "version") : version);
    out.text(dataset, ADMS_NOTES, extra("version_notes"));
  }

  private void dates(JsonNode record) {
    date(DCTerms.issued.asNode(), extra("issued"), record, "metadata_created");
    date(DCTerms.modified.asNode(), extra("modified"), record, "metadata_modified");
  }

  private void date(Node predicate, String said, JsonNode record, String otherwise) {
    if (said.isEmpty() || !out.date(dataset, predicate, said)) {
      if (!said.isEmpty()) {
        notMapped.accept("extras." + predicate.getLocalName() + " (no date)");
      }
      out.date(dataset, predicate, RecordStatements.text(record, otherwise));
    }
  }

  private void publisher(JsonNode record) {
    JsonNode organization = record.path("organization");
    String name = extra("publisher_name");
    String uri = extra("publisher_uri");
    String mail = extra("publisher_email");
    String home = extra("publisher_url");
    extra("publisher_type");
    if (name.isEmpty()) {
      name = RecordStatements.text(organization, "title");
    }
    if (name.isBlank()) {
      name = RecordStatements.text(organization, "name");
    }
    if (name.isBlank()) {
      return;
    }
    String id = RecordStatements.text(organization, "id");
    Node body =
        ForeignIri.web(uri)
            .or(() -> id.isBlank() ? Optional.empty() : Optional.of(site + "/organization/" + id))
            .map(RecordStatements::iri)
            .orElseGet(out::blank);
    out.add(dataset, DCTerms.publisher.asNode(), body);
    out.type(body, FOAF.Agent.asNode());
    out.text(body, FOAF.name.asNode(), name);
    out.address(body, FOAF.homepage.asNode(), home);
    mail(body, FOAF.mbox.asNode(), mail);
  }

  private void contact(JsonNode record) {
    String name = extra("contact_name");
    String mail = extra("contact_email");
    extra("contact_uri", "contact_identifier");
    for (String who : List.of("maintainer", "author")) {
      if (name.isEmpty() && mail.isEmpty()) {
        name = RecordStatements.text(record, who);
        mail = RecordStatements.text(record, who + "_email");
      }
    }
    if (name.isBlank() && mail.isBlank()) {
      return;
    }
    Node contact = out.blank();
    out.add(dataset, DCAT.contactPoint.asNode(), contact);
    out.type(contact, VCARD4.Kind.asNode());
    out.text(contact, VCARD4.fn.asNode(), name.isBlank() ? mail : name);
    mail(contact, VCARD4.hasEmail.asNode(), mail);
  }

  private void mail(Node body, Node predicate, String mail) {
    String plain = mail.strip().replaceFirst("^mailto:", "");
    if (plain.matches("[^\\s@<>\"]+@[^\\s@<>\"]+")) {
      ForeignIri.any("mailto:" + plain)
          .ifPresent(iri -> out.add(body, predicate, RecordStatements.iri(iri)));
    }
  }

  /** The licence as IRI, of the dataset and of each resource that has none of its own. */
  private Optional<String> licence(JsonNode record) {
    List<String> said = new ArrayList<>();
    for (String field : List.of("license_url", "license_id", "license_title")) {
      String text = RecordStatements.text(record, field);
      if (!text.isBlank() && !text.equals("notspecified")) {
        said.add(text);
      }
    }
    Optional<String> licence =
        said.stream().flatMap(text -> licences.find(text).stream()).findFirst();
    if (licence.isEmpty()) {
      licence = said.stream().flatMap(text -> ForeignIri.web(text).stream()).findFirst();
    }
    if (licence.isPresent()) {
      out.add(dataset, DCTerms.license.asNode(), RecordStatements.iri(licence.get()));
    } else if (!said.isEmpty()) {
      String last = said.get(said.size() - 1);
      notMapped.accept("license_id=" + RecordStatements.text(record, "license_id"));
      out.rights(dataset, last);
    }
    return licence;
  }

  private void codes() {
    for (String code : list(extra("language"))) {
      out.coded(
          dataset,
          DCTerms.language.asNode(),
          code,
          languages,
          DCTerms.LinguisticSystem.asNode(),
          "extras.language");
    }
    out.coded(
        dataset,
        DCTerms.accrualPeriodicity.asNode(),
        extra("frequency"),
        frequencies,
        DCTerms.Frequency.asNode(),
        "extras.frequency");
    for (String theme : list(extra("theme"))) {
      if (!out.address(dataset, DCAT.theme.asNode(), theme)) {
        out.text(dataset, DCAT.keyword.asNode(), theme);
      }
    }
    String rights = extra("access_rights");
    if (rights.matches("(?i)public|restricted|non_public")) {
      rights = AUTHORITY + "access-right/" + rights.toUpperCase(java.util.Locale.ROOT);
    }
    out.named(dataset, DCTerms.accessRights.asNode(), rights, DCTerms.RightsStatement.asNode());
    for (String standard : list(extra("conforms_to"))) {
      out.named(dataset, DCTerms.conformsTo.asNode(), standard, DCTerms.Standard.asNode());
    }
    for (String page : list(extra("documentation"))) {
      out.document(dataset, FOAF.page.asNode(), page);
    }
    out.named(
        dataset,
        DCTerms.provenance.asNode(),
        extra("provenance"),
        DCTerms.ProvenanceStatement.asNode());
  }

  private void coverage() {
    out.named(dataset, DCTerms.spatial.asNode(), extra("spatial_uri"), DCTerms.Location.asNode());
    String name = extra("spatial_text");
    String geometry = extra("spatial");
    if (!name.isEmpty() || !geometry.isEmpty()) {
      Node place = out.blank();
      out.add(dataset, DCTerms.spatial.asNode(), place);
      out.type(place, DCTerms.Location.asNode());
      out.text(place, org.apache.jena.vocabulary.SKOS.prefLabel.asNode(), name);
      if (geometry.strip().startsWith("{")) {
        out.add(
            place,
            RecordStatements.iri("http://www.w3.org/ns/locn#geometry"),
            NodeFactory.createLiteralDT(geometry.strip(), new BaseDatatype(GEOJSON.getURI())));
      } else if (name.isEmpty()) {
        out.text(place, org.apache.jena.vocabulary.SKOS.prefLabel.asNode(), geometry);
      }
    }
    String start = extra("temporal_start");
    String end = extra("temporal_end");
    if (!start.isEmpty() || !end.isEmpty()) {
      Node period = out.blank();
      boolean any = out.date(period, DCAT.startDate.asNode(), start);
      any |= out.date(period, DCAT.endDate.asNode(), end);
      if (any) {
        out.add(dataset, DCTerms.temporal.asNode(), period);
        out.type(period, DCTerms.PeriodOfTime.asNode());
      }
    }
  }

  private void rest(JsonNode record) {
    extras.forEach((name, value) -> out.keep(dataset, "extras." + name, name, value));
    Set<String> known = CkanFields.MAPPED;
    record
        .properties()
        .forEach(
            field -> {
              if (!known.contains(field.getKey())
                  && !CkanFields.OF_THE_PORTAL.contains(field.getKey())) {
                out.keep(dataset, field.getKey(), field.getKey(), field.getValue());
              }
            });
  }

  /** A text that may be a JSON list, or words with commas between them. */
  private static List<String> list(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    if (text.strip().startsWith("[")) {
      try {
        List<String> items = new ArrayList<>();
        JSON.readTree(text).forEach(item -> items.add(item.asText()));
        return items;
      } catch (JsonProcessingException e) {
        return List.of(text);
      }
    }
    return text.contains("://")
        ? List.of(text.strip().split("\\s+"))
        : List.of(text.strip().split("\\s*[,;]\\s*"));
  }
}
