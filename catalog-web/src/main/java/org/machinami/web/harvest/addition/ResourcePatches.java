package org.machinami.web.harvest.addition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.machinami.store.search.Formats;
import org.machinami.web.harvest.addition.Addition.Kind;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** What there is to add to the resources of a record. */
final class ResourcePatches {
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

  /** Counts of visits are nobody's description. */
  private static final String WEIGHTLESS = "tracking_summary";

  private ResourcePatches() {}

  /** All resources, when there is anything to add to one of them. */
  static Optional<ArrayNode> of(
      ObjectNode record, String foreign, Described dataset, List<Addition> additions) {
    ArrayNode all = record.arrayNode();
    int before = additions.size();
    for (JsonNode resource : record.path("resources")) {
      JsonNode copy = resource.deepCopy();
      if (copy instanceof ObjectNode fields) {
        fields.remove(WEIGHTLESS);
        String iri = foreign + "/resource/" + fields.path("id").asText("");
        String place = "resources." + all.size() + ".";
        dataset.all(Terms.DCAT + "distribution").stream()
            .filter(distribution -> distribution.iri().equals(iri))
            .findFirst()
            .ifPresent(distribution -> add(fields, distribution, place, additions));
      }
      all.add(copy);
    }
    return additions.size() > before ? Optional.of(all) : Optional.empty();
  }

  private static void add(
      ObjectNode fields, Described distribution, String place, List<Addition> additions) {
    english(fields, distribution, place, additions, "name", Terms.title);
    english(fields, distribution, place, additions, "description", Terms.description);
    String type = iri(distribution, Terms.DCAT + "mediaType");
    if (type.startsWith(MEDIA_TYPES)) {
      whereNone(fields, place, additions, "mimetype", type.substring(MEDIA_TYPES.length()));
    }
    String format = iri(distribution, Terms.DCT + "format");
    if (!format.isEmpty()) {
      format(fields, place, additions, Formats.name(format).toUpperCase(Locale.ROOT));
    }
  }

  private static String iri(Described thing, String property) {
    return thing
        .first(property)
        .map(Described::iri)
        .filter(iri -> iri.startsWith("http") && !iri.contains("/.well-known/genid/"))
        .orElse("");
  }

  private static void english(
      ObjectNode fields,
      Described distribution,
      String place,
      List<Addition> additions,
      String field,
      String property) {
    Optional<String> english =
        PatchMaker.english(distribution, property, fields.path(field).asText(""));
    JsonNode translated = fields.path(field + "_translated");
    if (english.isEmpty() || !translated.path("en").asText("").isBlank()) {
      return;
    }
    if (translated instanceof ObjectNode texts) {
      texts.put("en", english.get());
      additions.add(
          new Addition(Kind.ENGLISH, place + field + "_translated.en", "", english.get()));
    } else {
      whereNone(fields, place, additions, field + "_en", english.get());
    }
  }

  private static void whereNone(
      ObjectNode fields, String place, List<Addition> additions, String field, String value) {
    if (fields.path(field).asText("").isBlank() || fields.path(field).isNull()) {
      fields.put(field, value);
      Kind kind = field.endsWith("_en") ? Kind.ENGLISH : Kind.CODE;
      additions.add(new Addition(kind, place + field, "", value));
    }
  }

  /** One spelling for all: “Comma separated” and “csv” are CSV. */
  private static void format(
      ObjectNode fields, String place, List<Addition> additions, String name) {
    JsonNode field = fields.path("format");
    String said = field.isNull() ? "" : field.asText("");
    if (!name.isBlank() && !said.strip().equalsIgnoreCase(name)) {
      fields.put("format", name);
      additions.add(new Addition(Kind.CODE, place + "format", said, name));
    }
  }
}
