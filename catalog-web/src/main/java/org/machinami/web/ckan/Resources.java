package org.machinami.web.ckan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.machinami.store.search.Formats;
import org.machinami.store.search.IriUuid;
import org.machinami.store.state.GraphState;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/**
 * Distributions as CKAN's resources, and the data of the dataset as a table, which the datastore
 * answers for. Thread-safe.
 */
final class Resources {
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

  private final String base;

  Resources(String base) {
    this.base = base;
  }

  /** All of a dataset; the table comes last. */
  ArrayNode json(Packages.Found found, Language language) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Described distribution : found.dataset().all(Terms.DCAT + "distribution")) {
      all.add(distribution(found, distribution, language).put("position", all.size()));
    }
    found
        .state()
        .data()
        .ifPresent(data -> all.add(table(found, data, language).put("position", all.size())));
    return all;
  }

  /** The UUID of the table of a dataset. */
  static String table(Described dataset) {
    return IriUuid.of(dataset.iri() + IriUuid.TABLE);
  }

  private static ObjectNode distribution(
      Packages.Found found, Described distribution, Language language) {
    ObjectNode json = common(found, IriUuid.of(distribution.iri()));
    String download = Packages.iri(distribution, Terms.DCAT + "downloadURL");
    Optional<String> type =
        distribution.first(Terms.DCAT + "mediaType").map(Described::iri).filter(t -> !t.isEmpty());
    Optional<String> format =
        distribution
            .first(Terms.DCT + "format")
            .map(Described::iri)
            .or(() -> type)
            .filter(f -> !f.isEmpty());
    json.put(
        "name",
        distribution
            .text(language, Terms.title)
            .map(Text::value)
            .orElseGet(() -> Labels.localName(distribution.iri())));
    json.put(
        "description", distribution.text(language, Terms.description).map(Text::value).orElse(""));
    json.put(
        "url",
        download.isEmpty() ? Packages.iri(distribution, Terms.DCAT + "accessURL") : download);
    json.put("format", format.map(Formats::name).map(Names::format).orElse(""));
    json.put("mimetype", type.map(Resources::mimeType).orElse(null));
    bytes(distribution).ifPresent(size -> json.put("size", size));
    json.put(
        "hash",
        distribution
            .first(Terms.SPDX + "checksum")
            .flatMap(sum -> sum.value(Terms.SPDX + "checksumValue"))
            .orElse(""));
    json.put("created", day(found, distribution, "issued"));
    json.put("last_modified", day(found, distribution, "modified"));
    json.put("uri", distribution.iri());
    json.put("datastore_active", false);
    return json;
  }

  private ObjectNode table(Packages.Found found, GraphState data, Language language) {
    ObjectNode json = common(found, table(found.dataset()));
    Messages m = Messages.in(language);
    json.put("name", m.text("ckan.table"));
    json.put("description", m.text("ckan.table.description"));
    json.put("url", base + "datasets/" + found.state().id() + IriUuid.TABLE);
    json.put("format", "CSV");
    json.put("mimetype", "text/csv");
    json.put("hash", "");
    json.put("created", Names.time(data.modified()));
    json.put("last_modified", Names.time(data.modified()));
    json.put("datastore_active", true);
    return json;
  }

  private static ObjectNode common(Packages.Found found, String uuid) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", uuid);
    json.put("package_id", IriUuid.of(found.dataset().iri()));
    json.put("state", "active");
    json.put("metadata_modified", Names.time(found.state().metadata().modified()));
    for (String none :
        new String[] {
          "cache_last_updated", "cache_url", "mimetype_inner", "resource_type", "size", "url_type"
        }) {
      json.putNull(none);
    }
    return json;
  }

  private static String mimeType(String type) {
    return type.startsWith(MEDIA_TYPES) ? type.substring(MEDIA_TYPES.length()) : type;
  }

  private static Optional<Long> bytes(Described distribution) {
    try {
      return distribution
          .value(Terms.DCAT + "byteSize")
          .map(size -> new java.math.BigDecimal(size).longValue());
    } catch (NumberFormatException e) {
      return Optional.empty(); // harvested descriptions hold anything
    }
  }

  /** The day that is said, else none. */
  private static String day(Packages.Found found, Described distribution, String property) {
    return distribution
        .value(Terms.DCT + property)
        .or(() -> found.dataset().value(Terms.DCT + property))
        .filter(day -> day.matches("\\d{4}-\\d{2}-\\d{2}.*"))
        .map(day -> Names.time(Instant.parse(day.substring(0, 10) + "T00:00:00Z")))
        .orElse(null);
  }
}
