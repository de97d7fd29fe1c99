package org.machinami.loader.harvest.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** Resources of a CKAN dataset as distributions. */
final class CkanResources {
  private static final String SPDX = "http://spdx.org/rdf/terms#";
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

  private final String site;
  private final CodeTable licences;
  private final CodeTable formats = CodeTable.read("formats.txt");

  CkanResources(String site, CodeTable licences) {
    this.site = site;
    this.licences = licences;
  }

  void add(
      RecordStatements out,
      Node dataset,
      JsonNode record,
      JsonNode resource,
      Optional<String> licence,
      String language) {
    String url = text(resource, "access_url", "url", "download_url");
    Optional<String> address = ForeignIri.web(url);
    if (address.isEmpty()) {
      // A distribution that leads nowhere is none; the dataset may have others.
      out.keep(dataset, "resources.url", "resource", resource);
      return;
    }
    String id = RecordStatements.text(resource, "id");
    Node distribution =
        id.matches("[A-Za-z0-9._-]+")
            ? RecordStatements.iri(
                site + "/dataset/" + RecordStatements.text(record, "id") + "/resource/" + id)
            : out.blank();
    out.add(dataset, DCAT.distribution.asNode(), distribution);
    out.type(distribution, DCAT.Distribution.asNode());
    out.add(distribution, DCAT.accessURL.asNode(), RecordStatements.iri(address.get()));
    String download =
        RecordStatements.text(resource, "url_type").equals("upload")
            ? url
            : RecordStatements.text(resource, "download_url");
    out.address(distribution, DCAT.downloadURL.asNode(), download);
    if (!out.texts(distribution, DCTerms.title.asNode(), resource.path("name_translated"))) {
      out.text(distribution, DCTerms.title.asNode(), RecordStatements.text(resource, "name"));
    }
    if (!out.texts(
        distribution, DCTerms.description.asNode(), resource.path("description_translated"))) {
      out.text(
          distribution,
          DCTerms.description.asNode(),
          RecordStatements.text(resource, "description"));
    }
    english(out, distribution, resource);
    format(out, distribution, resource);
    out.date(distribution, DCTerms.issued.asNode(), RecordStatements.text(resource, "created"));
    out.date(
        distribution, DCTerms.modified.asNode(), RecordStatements.text(resource, "last_modified"));
    out.number(distribution, DCAT.byteSize.asNode(), RecordStatements.text(resource, "size"));
    checksum(out, distribution, resource);
    String own = RecordStatements.text(resource, "license");
    licences
        .find(own)
        .or(() -> ForeignIri.web(own))
        .or(() -> licence)
        .ifPresent(
            iri -> out.add(distribution, DCTerms.license.asNode(), RecordStatements.iri(iri)));
    out.rights(distribution, RecordStatements.text(resource, "rights"));
    rest(out, distribution, resource);
  }

  /** As this catalogue gives them back to portals that have no texts by language. */
  private static void english(RecordStatements out, Node distribution, JsonNode resource) {
    out.text(
        distribution,
        DCTerms.title.asNode(),
        RecordStatements.text(resource, "name_en"),
        CkanMapping.ENGLISH);
    out.text(
        distribution,
        DCTerms.description.asNode(),
        RecordStatements.text(resource, "description_en"),
        CkanMapping.ENGLISH);
  }

  private static String text(JsonNode resource, String... fields) {
    for (String field : fields) {
      String text = RecordStatements.text(resource, field);
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private void format(RecordStatements out, Node distribution, JsonNode resource) {
    String mime = RecordStatements.text(resource, "mimetype").strip().toLowerCase(Locale.ROOT);
    if (mime.matches("[a-z]+/[a-z0-9.+-]+")) {
      out.add(distribution, DCAT.mediaType.asNode(), RecordStatements.iri(MEDIA_TYPES + mime));
    }
    String format = RecordStatements.text(resource, "format");
    out.coded(
        distribution,
        DCTerms.format.asNode(),
        format.isBlank() ? mime : format.replaceFirst("^\\.", ""),
        formats,
        DCTerms.MediaTypeOrExtent.asNode(),
        "resources.format");
  }

  private static void checksum(RecordStatements out, Node distribution, JsonNode resource) {
    String hash = RecordStatements.text(resource, "hash").strip().toLowerCase(Locale.ROOT);
    String digits = hash.replaceFirst("^(md5|sha1|sha256):", "");
    if (!digits.matches("[0-9a-f]+")) {
      return;
    }
    String algorithm =
        switch (digits.length()) {
          case 32 -> "checksumAlgorithm_md5";
          case 40 -> "checksumAlgorithm_sha1";
          case 64 -> "checksumAlgorithm_sha256";
          default -> "";
        };
    if (algorithm.isEmpty()) {
      return;
    }
    Node checksum = out.blank();
    out.add(distribution, RecordStatements.iri(SPDX + "checksum"), checksum);
    out.type(checksum, RecordStatements.iri(SPDX + "Checksum"));
    out.add(
        checksum, RecordStatements.iri(SPDX + "algorithm"), RecordStatements.iri(SPDX + algorithm));
    out.add(
        checksum,
        RecordStatements.iri(SPDX + "checksumValue"),
        NodeFactory.createLiteralDT(digits, XSDDatatype.XSDhexBinary));
  }

  private static void rest(RecordStatements out, Node distribution, JsonNode resource) {
    resource
        .properties()
        .forEach(
            field -> {
              if (!CkanFields.MAPPED_OF_RESOURCE.contains(field.getKey())
                  && !CkanFields.OF_THE_PORTAL_OF_RESOURCE.contains(field.getKey())) {
                out.keep(
                    distribution, "resources." + field.getKey(), field.getKey(), field.getValue());
              }
            });
  }
}
