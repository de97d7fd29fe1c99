package org.machinami.loader.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.coordinates.ReferenceSystem;

/** The references of a mapping, ready to be looked up in records of JSON. Not thread-safe. */
final class JsonReferences {

  /** How the value of one slot is found. */
  private interface Lookup {
    void find(JsonNode record, Row row, List<JsonNode> found);
  }

  private static final int PLAIN_SCALE = 60;

  /** Begins a reference into the object in which the record stands, one for each. */
  private static final char PARENT = '^';

  /** The place of the record: its number in its list, or its name in its object. */
  private static final String PLACE = "~";

  /** Ends a reference whose lists of positions are meant as one geometry. */
  private static final String LINES = "@lines";

  private final List<String> names;
  private final List<Lookup> lookups = new ArrayList<>();
  private final boolean[] matched;
  private ReferenceSystem system = ReferenceSystem.CRS84;
  private final List<JsonNode> found = new ArrayList<>();
  private List<JsonNode> above = List.of();
  private String place = "";

  private JsonReferences(List<String> names) {
    this.names = names;
    this.matched = new boolean[names.size()];
  }

  static JsonReferences of(List<String> names, boolean geographic) {
    JsonReferences references = new JsonReferences(names);
    for (int slot = 0; slot < names.size(); slot++) {
      references.lookups.add(references.lookup(slot, names.get(slot), geographic));
    }
    return references;
  }

  /** How many objects a reference climbs: {@code ^.id} is a member of the one around the record. */
  static int climbs(String name) {
    int climbs = 0;
    while (climbs < name.length() && name.charAt(climbs) == PARENT) {
      climbs++;
    }
    boolean path =
        climbs < name.length() && (name.charAt(climbs) == '.' || name.charAt(climbs) == '[');
    return path ? climbs : 0;
  }

  /** The system that the coordinates of the records to come are in. */
  void use(ReferenceSystem coordinates) {
    system = coordinates;
  }

  int size() {
    return names.size();
  }

  /**
   * Looks them all up.
   *
   * @param objects in which the record stands, the nearest first
   * @param at the place of the record, empty where it has none
   */
  void fill(JsonNode record, List<JsonNode> objects, String at, Row row) {
    above = objects;
    place = at;
    for (int slot = 0; slot < lookups.size(); slot++) {
      found.clear();
      lookups.get(slot).find(record, row, found);
      for (int i = 0; i < found.size(); i++) {
        add(row, slot, found.get(i));
      }
    }
  }

  /** References that nothing was found for in any record yet. */
  List<String> unmatched() {
    List<String> none = new ArrayList<>();
    for (int slot = 0; slot < matched.length; slot++) {
      if (!matched[slot]) {
        none.add(names.get(slot));
      }
    }
    return none;
  }

  private Lookup lookup(int slot, String name, boolean geographic) {
    if (name.equals(SourceReader.ROW_NUMBER)) {
      return (record, row, nodes) -> addText(row, slot, Long.toString(row.number()));
    }
    if (name.equals(SourceReader.FILE_NAME)) {
      return (record, row, nodes) -> addText(row, slot, SourceFiles.plainName(row.file()));
    }
    if (name.endsWith(LINES)) {
      String path = name.substring(0, name.length() - LINES.length());
      Lookup positions = lookup(slot, path, geographic);
      return (record, row, nodes) -> {
        List<JsonNode> lines = new ArrayList<>();
        positions.find(record, row, lines);
        addLines(lines, row, slot);
      };
    }
    if (geographic && !name.startsWith("$")) {
      return feature(slot, name);
    }
    if (name.equals(PLACE)) {
      return (record, row, nodes) -> {
        if (!place.isEmpty()) {
          addText(row, slot, place);
        }
      };
    }
    int climbs = climbs(name);
    if (climbs > 0) {
      Lookup below = lookup(slot, name.substring(climbs), geographic);
      return (record, row, nodes) -> below.find(above.get(climbs - 1), row, nodes);
    }
    String path = JsonPaths.rooted(name);
    Optional<List<JsonPaths.Step>> plain = JsonPaths.plain(path);
    if (plain.isPresent()) {
      List<JsonPaths.Step> steps = plain.get();
      return (record, row, nodes) -> JsonPaths.select(steps, 0, record, nodes);
    }
    JsonPath compiled = JsonPaths.compile(path);
    return (record, row, nodes) -> nodes.addAll(JsonPaths.select(compiled, record));
  }

  /** A reference into a Feature of GeoJSON. */
  private Lookup feature(int slot, String name) {
    return switch (name) {
      case "geometry.wkt" -> (record, row, nodes) -> addGeometry(record, row, slot);
      case "geometry.type" ->
          (record, row, nodes) -> nodes.add(record.path("geometry").path("type"));
      case "id" ->
          (record, row, nodes) ->
              nodes.add(record.has("id") ? record.get("id") : record.at("/properties/id"));
      default -> {
        Optional<List<JsonPaths.Step>> steps = JsonPaths.plain(JsonPaths.rooted(name));
        yield (record, row, nodes) -> {
          JsonNode properties = record.path("properties");
          if (properties.has(name) || steps.isEmpty()) {
            nodes.add(properties.path(name));
          } else {
            JsonPaths.selectAll(steps.get(), properties, nodes);
          }
        };
      }
    };
  }

  private void addGeometry(JsonNode record, Row row, int slot) {
    JsonNode geometry = record.path("geometry");
    if (geometry.has(RecordRows.WKT)) {
      addText(row, slot, geometry.path(RecordRows.WKT).asText());
    } else if (geometry.isObject()) {
      GeoJsonText.wkt(geometry, system)
          .ifPresentOrElse(
              text -> addText(row, slot, text),
              () -> row.fail("row.geometry", geometry.path("type").asText()));
    }
  }

  private void addLines(List<JsonNode> lines, Row row, int slot) {
    if (lines.isEmpty()) {
      return;
    }
    ObjectNode geometry = JsonNodeFactory.instance.objectNode();
    if (lines.size() == 1) {
      geometry.put("type", "LineString").set("coordinates", lines.get(0));
    } else {
      geometry.put("type", "MultiLineString").putArray("coordinates").addAll(lines);
    }
    GeoJsonText.wkt(geometry, system)
        .ifPresentOrElse(
            text -> addText(row, slot, text),
            () -> row.fail("row.geometry", geometry.path("type").asText()));
  }

  private void addText(Row row, int slot, String text) {
    matched[slot] = true;
    row.add(slot, text);
  }

  /** Adds a node's value; an array adds each of its values, an object has none. */
  private void add(Row row, int slot, JsonNode node) {
    if (node.isMissingNode()) {
      return;
    }
    matched[slot] = true;
    if (node.isArray()) {
      node.forEach(element -> add(row, slot, element));
    } else if (node.isValueNode() && !node.isNull()) {
      String text = text(node);
      if (!text.isEmpty()) {
        row.add(slot, text);
      }
    }
  }

  /** A number as it was written, as far as that stays short. */
  static String text(JsonNode node) {
    if (node.isBigDecimal()) {
      BigDecimal number = node.decimalValue();
      return Math.abs(number.scale()) <= PLAIN_SCALE ? number.toPlainString() : number.toString();
    }
    return node.asText();
  }
}
