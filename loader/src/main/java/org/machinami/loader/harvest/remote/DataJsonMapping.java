package org.machinami.loader.harvest.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VCARD4;

/**
 * A dataset of a data.json in the profile of this catalogue. Not thread-safe.
 *
 * @see <a href="https://resources.data.gov/resources/dcat-us/">DCAT-US 1.1</a>
 */
final class DataJsonMapping {
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
  private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";

  private static final Set<String> MAPPED =
      Set.of(
          "@type",
          "accessLevel",
          "accrualPeriodicity",
          "conformsTo",
          "contactPoint",
          "describedBy",
          "description",
          "distribution",
          "identifier",
          "issued",
          "keyword",
          "landingPage",
          "language",
          "license",
          "modified",
          "publisher",
          "references",
          "rights",
          "spatial",
          "temporal",
          "theme",
          "title");

  private static final Set<String> MAPPED_OF_DISTRIBUTION =
      Set.of(
          "@type",
          "accessURL",
          "conformsTo",
          "describedBy",
          "description",
          "downloadURL",
          "format",
          "mediaType",
          "title");

  private final String address;
  private final String language;
  private final Consumer<String> notMapped;
  private final CodeTable licences = CodeTable.read("licences.txt");
  private final CodeTable formats = CodeTable.read("formats.txt");
  private final CodeTable frequencies = CodeTable.read("frequencies.txt");
  private final CodeTable languages = CodeTable.read("languages.txt");

  /**
   * @param address of the file
   * @param language tag of its texts; empty where it is not known
   */
  DataJsonMapping(String address, String language, Consumer<String> notMapped) {
    this.address = address;
    this.language = language;
    this.notMapped = notMapped;
  }

  /** The IRI of a dataset; empty when nothing identifies it. */
  Optional<String> foreign(JsonNode record) {
    String identifier = RecordStatements.text(record, "identifier");
    return identifier.isBlank()
        ? Optional.empty()
        : ForeignIri.web(identifier)
            .or(
                () ->
                    Optional.of(
                        address
                            + "#"
                            + URLEncoder.encode(identifier.strip(), StandardCharsets.UTF_8)));
  }

  List<Triple> statements(JsonNode record, String foreign) {
    RecordStatements out = new RecordStatements(language, notMapped);
    Node dataset = RecordStatements.iri(foreign);
    out.type(dataset, DCAT.Dataset.asNode());
    out.text(dataset, DCTerms.title.asNode(), text(record, "title"));
    out.text(dataset, DCTerms.description.asNode(), text(record, "description"));
    out.literal(dataset, DCTerms.identifier.asNode(), text(record, "identifier"));
    record.path("keyword").forEach(word -> out.text(dataset, DCAT.keyword.asNode(), word.asText()));
    for (JsonNode theme : record.path("theme")) {
      if (!out.address(dataset, DCAT.theme.asNode(), theme.asText())) {
        out.text(dataset, DCAT.keyword.asNode(), theme.asText());
      }
    }
    out.document(dataset, DCAT.landingPage.asNode(), text(record, "landingPage"));
    record
        .path("references")
        .forEach(page -> out.document(dataset, FOAF.page.asNode(), page.asText()));
    out.document(dataset, FOAF.page.asNode(), text(record, "describedBy"));
    if (!out.date(dataset, DCTerms.modified.asNode(), text(record, "modified"))
        && !text(record, "modified").isBlank()) {
      out.keep(dataset, "modified (no date)", "modified", record.path("modified"));
    }
    out.date(dataset, DCTerms.issued.asNode(), text(record, "issued"));
    bodies(out, dataset, record);
    rights(out, dataset, record);
    coverage(out, dataset, record);
    rest(out, dataset, record, MAPPED, "");
    Optional<String> licence = licence(record);
    for (JsonNode distribution : record.path("distribution")) {
      distribution(out, dataset, distribution, licence);
    }
    return out.triples();
  }

  private static String text(JsonNode record, String field) {
    return RecordStatements.text(record, field);
  }

  private void bodies(RecordStatements out, Node dataset, JsonNode record) {
    String name = text(record.path("publisher"), "name");
    if (!name.isBlank()) {
      Node body = out.blank();
      out.add(dataset, DCTerms.publisher.asNode(), body);
      out.type(body, FOAF.Agent.asNode());
      out.text(body, FOAF.name.asNode(), name);
      // The bodies above it say who it is; two bureaus of one name are not the same.
      String above = text(record.path("publisher").path("subOrganizationOf"), "name");
      out.text(body, RecordStatements.iri("http://www.w3.org/2004/02/skos/core#note"), above);
    }
    JsonNode contact = record.path("contactPoint");
    String fn = text(contact, "fn");
    String mail = text(contact, "hasEmail").strip().replaceFirst("^mailto:", "");
    if (!fn.isBlank() || !mail.isBlank()) {
      Node card = out.blank();
      out.add(dataset, DCAT.contactPoint.asNode(), card);
      out.type(card, VCARD4.Kind.asNode());
      out.text(card, VCARD4.fn.asNode(), fn.isBlank() ? mail : fn);
      if (mail.matches("[^\\s@<>\"]+@[^\\s@<>\"]+")) {
        ForeignIri.any("mailto:" + mail)
            .ifPresent(iri -> out.add(card, VCARD4.hasEmail.asNode(), RecordStatements.iri(iri)));
      }
    }
  }

  private Optional<String> licence(JsonNode record) {
    String licence = text(record, "license");
    return licences.find(licence).or(() -> ForeignIri.web(licence));
  }

  private void rights(RecordStatements out, Node dataset, JsonNode record) {
    Optional<String> licence = licence(record);
    licence.ifPresent(iri -> out.add(dataset, DCTerms.license.asNode(), RecordStatements.iri(iri)));
    if (licence.isEmpty() && !text(record, "license").isBlank()) {
      notMapped.accept("license");
      out.rights(dataset, text(record, "license"));
    }
    out.rights(dataset, text(record, "rights"));
    String level =
        switch (text(record, "accessLevel").strip()) {
          case "public" -> "PUBLIC";
          case "restricted public" -> "RESTRICTED";
          case "non-public" -> "NON_PUBLIC";
          default -> "";
        };
    if (!level.isEmpty()) {
      out.add(
          dataset,
          DCTerms.accessRights.asNode(),
          RecordStatements.iri(AUTHORITY + "access-right/" + level));
    }
    out.coded(
        dataset,
        DCTerms.accrualPeriodicity.asNode(),
        text(record, "accrualPeriodicity"),
        frequencies,
        DCTerms.Frequency.asNode(),
        "accrualPeriodicity");
    for (JsonNode code : record.path("language")) {
      out.coded(
          dataset,
          DCTerms.language.asNode(),
          code.asText(),
          languages,
          DCTerms.LinguisticSystem.asNode(),
          "language");
    }
    out.named(
        dataset,
        DCTerms.conformsTo.asNode(),
        text(record, "conformsTo"),
        DCTerms.Standard.asNode());
  }

  private static void coverage(RecordStatements out, Node dataset, JsonNode record) {
    String spatial = text(record, "spatial");
    if (!spatial.isBlank()) {
      Optional<String> iri = ForeignIri.web(spatial);
      Node place = iri.map(RecordStatements::iri).orElseGet(out::blank);
      out.add(dataset, DCTerms.spatial.asNode(), place);
      if (iri.isEmpty()) {
        out.type(place, DCTerms.Location.asNode());
        out.text(place, SKOS.prefLabel.asNode(), spatial);
      }
    }
    String[] span = text(record, "temporal").strip().split("/", 2);
    if (span.length == 2) {
      Node period = out.blank();
      boolean any = out.date(period, DCAT.startDate.asNode(), span[0]);
      any |= out.date(period, DCAT.endDate.asNode(), span[1]);
      if (any) {
        out.add(dataset, DCTerms.temporal.asNode(), period);
        out.type(period, DCTerms.PeriodOfTime.asNode());
      }
    }
  }

  private void distribution(
      RecordStatements out, Node dataset, JsonNode distribution, Optional<String> licence) {
    String download = text(distribution, "downloadURL");
    Optional<String> access =
        ForeignIri.web(text(distribution, "accessURL")).or(() -> ForeignIri.web(download));
    if (access.isEmpty()) {
      out.keep(dataset, "distribution (no address)", "distribution", distribution);
      return;
    }
    Node node = out.blank();
    out.add(dataset, DCAT.distribution.asNode(), node);
    out.type(node, DCAT.Distribution.asNode());
    out.add(node, DCAT.accessURL.asNode(), RecordStatements.iri(access.get()));
    out.address(node, DCAT.downloadURL.asNode(), download);
    out.text(node, DCTerms.title.asNode(), text(distribution, "title"));
    out.text(node, DCTerms.description.asNode(), text(distribution, "description"));
    String mime = text(distribution, "mediaType").strip();
    if (mime.matches("[a-z]+/[a-z0-9.+-]+")) {
      out.add(node, DCAT.mediaType.asNode(), RecordStatements.iri(MEDIA_TYPES + mime));
    }
    String format = text(distribution, "format");
    out.coded(
        node,
        DCTerms.format.asNode(),
        format.isBlank() ? mime : format,
        formats,
        DCTerms.MediaTypeOrExtent.asNode(),
        "distribution.format");
    licence.ifPresent(iri -> out.add(node, DCTerms.license.asNode(), RecordStatements.iri(iri)));
    out.named(
        node,
        DCTerms.conformsTo.asNode(),
        text(distribution, "conformsTo"),
        DCTerms.Standard.asNode());
    out.document(node, FOAF.page.asNode(), text(distribution, "describedBy"));
    rest(out, node, distribution, MAPPED_OF_DISTRIBUTION, "distribution.");
  }

  private static void rest(
      RecordStatements out, Node subject, JsonNode record, Set<String> mapped, String prefix) {
    record
        .properties()
        .forEach(
            field -> {
              if (!mapped.contains(field.getKey())) {
                out.keep(subject, prefix + field.getKey(), field.getKey(), field.getValue());
              }
            });
  }
}
