package org.machinami.web.harvest.addition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.machinami.loader.harvest.remote.CkanLicences;
import org.machinami.store.search.Box;
import org.machinami.web.harvest.addition.Addition.Kind;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/**
 * Holds a record of CKAN against what is known here. Extras are named as the DCAT extension of CKAN
 * names them; where it has no name, the key says what it is. Not thread-safe.
 */
final class PatchMaker {
  /** What CKAN takes for a tag. */
  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}_. -]{2,100}");

  private static final int DIGITS = 6;

  private final ObjectNode record;
  private final String foreign;
  private final String base;
  private final Known known;
  private final Described dataset;
  private final List<Addition> additions = new ArrayList<>();
  private final RecordExtras extras;
  private final ObjectNode body;

  /**
   * @param record as the portal gave it
   * @param foreign the IRI of the dataset at the portal
   * @param base of this catalogue
   */
  PatchMaker(ObjectNode record, String foreign, String base, Known known) {
    this.record = record;
    this.foreign = foreign;
    this.base = base;
    this.known = known;
    this.dataset = known.dataset();
    this.extras = new RecordExtras(record, additions);
    this.body = record.objectNode();
  }

  PackagePatch make() {
    String id = record.path("id").asText("");
    body.put("id", id.isEmpty() ? record.path("name").asText("") : id);
    english("title", Terms.title);
    english("notes", Terms.description);
    tags();
    codes();
    places();
    columns();
    links();
    ResourcePatches.of(record, foreign, dataset, additions)
        .ifPresent(resources -> body.set("resources", resources));
    if (!additions.isEmpty()) {
      // Where the rest stands, for who reads the patch later.
      extras.add(Kind.LINK, "machinami_uri", dataset.iri());
    }
    extras.changed().ifPresent(all -> body.set("extras", all));
    return new PackagePatch(additions, body);
  }

  /** Where the portal has texts by language, there; else as an extra. */
  private void english(String field, String property) {
    Optional<String> english = english(dataset, property, record.path(field).asText(""));
    JsonNode translated = record.path(field + "_translated");
    if (english.isEmpty() || !translated.path("en").asText("").isBlank()) {
      return;
    }
    if (translated.isObject()) {
      ObjectNode texts = translated.deepCopy();
      body.set(field + "_translated", texts.put("en", english.get()));
      additions.add(new Addition(Kind.ENGLISH, field + "_translated.en", "", english.get()));
    } else {
      extras.add(Kind.ENGLISH, field + "_en", english.get());
    }
  }

  /** An English text that the portal's own is not. */
  static Optional<String> english(Described thing, String property, String own) {
    return thing.texts(property).stream()
        .filter(text -> text.tag().equals("en"))
        .map(text -> text.value().strip())
        .filter(text -> !text.isEmpty() && !text.equals(own.strip()))
        .sorted()
        .findFirst();
  }

  private void tags() {
    // A theme in words becomes a keyword here.
    Set<String> have = new LinkedHashSet<>(extras.values("theme"));
    for (String list : List.of("tags", "groups")) {
      for (JsonNode word : record.path(list)) {
        for (String name : List.of("name", "display_name", "title")) {
          have.add(word.path(name).asText("").strip());
        }
      }
    }
    ArrayNode all = record.arrayNode();
    record.path("tags").forEach(all::add);
    int before = all.size();
    for (Text word : dataset.texts(Terms.DCAT + "keyword")) {
      String name = word.value().strip();
      if (TAG.matcher(name).matches() && have.add(name)) {
        all.addObject().put("name", name);
        additions.add(new Addition(Kind.WORD, "tags", "", name));
      }
    }
    if (all.size() > before) {
      body.set("tags", all);
    }
  }

  private void codes() {
    licence();
    extras.addCodes(Kind.CODE, "language", iris(Terms.DCT + "language"));
    extras.add(Kind.CODE, "frequency", first(Terms.DCT + "accrualPeriodicity"));
    extras.addToList(Kind.CODE, "theme", iris(Terms.DCAT + "theme"));
    extras.add(Kind.CODE, "access_rights", first(Terms.DCT + "accessRights"));
    extras.addToList(Kind.CODE, "municipality_code", known.municipalities());
    extras.addWhereNone(Kind.CODE, "spatial_uri", first(Terms.DCT + "spatial"));
  }

  private void licence() {
    String said = record.path("license_id").asText("");
    boolean none =
        (said.isBlank() || said.equals("notspecified"))
            && record.path("license_title").asText("").isBlank();
    Optional<String> id = CkanLicences.id(first(Terms.DCT + "license"));
    if (none && id.isPresent()) {
      body.put("license_id", id.get());
      additions.add(new Addition(Kind.CODE, "license_id", said, id.get()));
    }
  }

  private String first(String property) {
    return iris(property).stream().findFirst().orElse("");
  }

  /** Names that mean something elsewhere, too. */
  private List<String> iris(String property) {
    return dataset.all(property).stream()
        .map(Described::iri)
        .filter(iri -> iri.matches("(?i)https?://.*") && !iri.startsWith(base + ".well-known/"))
        .sorted()
        .toList();
  }

  private void places() {
    List<Box> boxes = known.extents().stream().filter(box -> !box.crossesDateLine()).toList();
    if (boxes.isEmpty()) {
      return;
    }
    double west = boxes.stream().mapToDouble(Box::west).min().orElseThrow();
    double south = boxes.stream().mapToDouble(Box::south).min().orElseThrow();
    double east = boxes.stream().mapToDouble(Box::east).max().orElseThrow();
    double north = boxes.stream().mapToDouble(Box::north).max().orElseThrow();
    ObjectNode place = record.objectNode();
    if (west == east && south == north) {
      position(place.put("type", "Point").putArray("coordinates"), west, south);
    } else {
      ArrayNode ring = place.put("type", "Polygon").putArray("coordinates").addArray();
      double[][] corners = {
        {west, south}, {east, south}, {east, north}, {west, north}, {west, south}
      };
      for (double[] corner : corners) {
        position(ring.addArray(), corner[0], corner[1]);
      }
    }
    extras.addWhereNone(Kind.PLACE, "spatial", place.toString());
  }

  private static void position(ArrayNode to, double longitude, double latitude) {
    to.add(degrees(longitude)).add(degrees(latitude));
  }

  private static BigDecimal degrees(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** Under the names that the columns have here: the portal's file may name them otherwise. */
  private void columns() {
    if (known.columns().isEmpty() || extras.has("columns")) {
      return;
    }
    ArrayNode list = record.arrayNode();
    for (ColumnWords column : known.columns()) {
      ObjectNode json = list.addObject().put("property", column.property());
      put(json, "name_ja", column.ja());
      put(json, "name_en", column.en());
      put(json, "description_ja", column.explanationJa());
      put(json, "description_en", column.explanationEn());
      additions.add(
          new Addition(Kind.COLUMN, "extras.columns: " + column.name(), "", column.shown()));
    }
    extras.set("columns", list.toString());
  }

  private static void put(ObjectNode json, String field, String text) {
    if (!text.isEmpty()) {
      json.put(field, text);
    }
  }

  private void links() {
    extras.addToList(Kind.LINK, "same_as", iris(Terms.OWL + "sameAs"));
    extras.addToList(Kind.LINK, "conforms_to", iris(Terms.DCT + "conformsTo"));
    List<String> pages = new ArrayList<>(iris(Terms.FOAF + "page"));
    pages.remove(record.path("url").asText(""));
    extras.addToList(Kind.LINK, "documentation", pages);
  }
}
