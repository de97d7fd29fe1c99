package org.machinami.loader.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.coordinates.ReferenceSystem;

/**
 * JSON documents. The iterator selects the records; a plain path ({@code $}, {@code $[*]}, {@code
 * $.a.b[*]}) streams, so that one record at a time is in memory, any other JSONPath reads the whole
 * document first. References are JSONPath below the record; {@code ^.id} is that of the object in
 * which the record stands, {@code ^^.id} of the one around that, which is then what is in memory;
 * {@code ~} is the number of the record in its list, from 0, or its name in its object.
 */
public final class JsonReading implements SourceReader {

  private final String iterator;
  private final Optional<List<JsonPaths.Step>> steps;
  private final Optional<Charset> encoding;
  private final SourceLimits limits;
  private final boolean geographic;

  private JsonReading(
      String iterator, Optional<Charset> encoding, SourceLimits limits, boolean geographic) {
    String path = JsonPaths.rooted(iterator);
    this.iterator = path;
    this.steps = JsonPaths.plain(path);
    if (steps.isEmpty()) {
      JsonPaths.compile(path);
    }
    this.encoding = encoding;
    this.limits = limits;
    this.geographic = geographic;
  }

  /**
   * JSON by an iterator.
   *
   * @throws LoadException when the iterator is no JSONPath
   */
  public static JsonReading json(String iterator, Optional<Charset> encoding, SourceLimits limits) {
    return new JsonReading(iterator, encoding, limits, false);
  }

  /**
   * GeoJSON (RFC 7946): each Feature is a record, its properties are references by their plain
   * names; {@code geometry.wkt} is the geometry as WKT in CRS84, {@code geometry.type} its type,
   * {@code id} the Feature's id.
   */
  public static JsonReading geoJson(Optional<Charset> encoding, SourceLimits limits) {
    return new JsonReading("$.features[*]", encoding, limits, true);
  }

  @Override
  public boolean givesFeatures() {
    return geographic;
  }

  @Override
  public SourceFinding read(
      SourceContent content,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    String name = content.name();
    DecodingReader characters = new DecodingReader(name, content.bytes(), encoding);
    BudgetReader budget = new BudgetReader(name, characters, limits.rowCharacters());
    RecordRows rows =
        geographic
            ? RecordRows.features(name, references, extraSlots, handler, inspector)
            : RecordRows.records(name, references, extraSlots, handler, inspector);
    Records records = records(name, budget, rows, references);
    try (JsonParser parser = mapper(limits).createParser(budget)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      if (parser.nextToken() == null) {
        throw new LoadException(Fault.DATA, "source.json-empty", name);
      }
      if (steps.isPresent()) {
        walk(parser, "", 0, records);
      } else {
        JsonNode document = records.read(parser);
        JsonPaths.select(JsonPaths.compile(iterator), document).forEach(rows::add);
      }
      requireEnd(name, parser);
    } catch (StreamConstraintsException e) {
      throw new LoadException(
          Fault.DATA, e, "source.json-limit", name, rows.number(), e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw new LoadException(
          Fault.DATA,
          e,
          "source.json-broken",
          name,
          e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
          e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
          e.getOriginalMessage());
    }
    SourceFinding finding = rows.finding(characters.encoding(), characters.how());
    return geographic && !records.found ? finding.ofAnotherKind() : finding;
  }

  private Records records(
      String name, BudgetReader budget, RecordRows rows, List<String> references) {
    int climbs =
        geographic ? 0 : references.stream().mapToInt(JsonReferences::climbs).max().orElse(0);
    List<JsonPaths.Step> path = steps.orElse(List.of());
    if (climbs == 0) {
      return new Records(name, budget, rows, path, List.of());
    }
    int outer =
        JsonPaths.above(path, climbs)
            .orElseThrow(
                () -> new LoadException(Fault.FOLDER, "mapping.json-parent", iterator, climbs));
    return new Records(
        name, budget, rows, path.subList(0, outer), path.subList(outer, path.size()));
  }

  /** What stands behind a document would be lost without a word, as records that stand in lines. */
  private static void requireEnd(String name, JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      JsonLocation at = parser.currentTokenLocation();
      throw new LoadException(
          Fault.DATA, "source.json-more", name, at.getLineNr(), at.getColumnNr());
    }
  }

  /**
   * Reads numbers as they are written, and no more than the limits allow. Of two members with one
   * name one would be lost: that is refused.
   */
  static ObjectMapper mapper(SourceLimits limits) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.jsonDepth())
                    .maxStringLength(limits.rowCharacters())
                    .maxNumberLength(1000)
                    .build())
            .build();
    return JsonMapper.builder(factory)
        .enable(
            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  /** Goes down the value at the parser's token along the steps from {@code depth} on. */
  private void walk(JsonParser parser, String place, int depth, Records records)
      throws IOException {
    if (depth == records.path.size()) {
      records.add(records.read(parser), List.of(), place, 0);
      return;
    }
    JsonPaths.Step step = records.path.get(depth);
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String member = parser.currentName();
        parser.nextToken();
        if (step.matches(member)) {
          records.found = true;
          walk(parser, member, depth + 1, records);
        } else if (geographic && depth == 0 && member.equals("crs")) {
          records.use(GeoJsonText.system(records.file, parser.readValueAsTree()));
        } else {
          parser.skipChildren();
        }
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        if (step.matches(i)) {
          walk(parser, Integer.toString(i), depth + 1, records);
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  /** What is read of a document: one record at a time, none of them too large. */
  private static final class Records {
    private final String file;
    private final BudgetReader budget;
    private final RecordRows rows;
    private final List<JsonPaths.Step> path;
    private final List<JsonPaths.Step> inner;

    /** Whether there is a place for records, if an empty one. */
    private boolean found;

    /**
     * Records of a document.
     *
     * @param path to what is read at once: the record, or the outermost object that is referred to
     * @param inner from there to the record
     */
    Records(
        String file,
        BudgetReader budget,
        RecordRows rows,
        List<JsonPaths.Step> path,
        List<JsonPaths.Step> inner) {
      this.file = file;
      this.budget = budget;
      this.rows = rows;
      this.path = path;
      this.inner = inner;
    }

    /**
     * Adds what the inner steps from {@code depth} on select below a node.
     *
     * @param above the objects in which it stands, the nearest first
     * @param place its number or name there
     */
    void add(JsonNode node, List<JsonNode> above, String place, int depth) {
      if (depth == inner.size()) {
        rows.add(node, above, place);
        return;
      }
      JsonPaths.Step step = inner.get(depth);
      if (node.isObject()) {
        List<JsonNode> objects = new ArrayList<>(List.of(node));
        objects.addAll(above);
        for (Map.Entry<String, JsonNode> member : node.properties()) {
          if (step.matches(member.getKey())) {
            add(member.getValue(), objects, member.getKey(), depth + 1);
          }
        }
      } else if (node.isArray()) {
        for (int i = 0; i < node.size(); i++) {
          if (step.matches(i)) {
            add(node.get(i), above, Integer.toString(i), depth + 1);
          }
        }
      }
    }

    /** The system of the coordinates, which has to be named before them. */
    void use(ReferenceSystem system) {
      if (rows.number() > 0 && !system.isGeographic()) {
        throw new LoadException(Fault.DATA, "source.crs-late", file, system.code());
      }
      rows.use(system);
    }

    /** The value at the parser's token, which must not be too large. */
    JsonNode read(JsonParser parser) throws IOException {
      budget.begin();
      JsonNode node = parser.readValueAsTree();
      budget.end();
      return node;
    }
  }
}
