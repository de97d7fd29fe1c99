package org.machinami.loader.source;

import com.fasterxml.jackson.core.JsonFactory;
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
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * JSON documents. The iterator selects the records; a plain path ({@code $}, {@code $[*]}, {@code
 * $.a.b[*]}) streams, so that one record at a time is in memory, any other JSONPath reads the whole
 * document first. References are JSONPath below the record.
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

  /** Whether records are Features. */
  public boolean isGeographic() {
    return geographic;
  }

  @Override
  public SourceFinding read(
      String name,
      InputStream content,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    DecodingReader characters = new DecodingReader(name, content, encoding);
    BudgetReader budget = new BudgetReader(name, characters, limits.rowCharacters());
    Records records =
        new Records(
            name,
            budget,
            JsonReferences.of(references, geographic),
            extraSlots,
            handler,
            inspector);
    try (JsonParser parser = mapper().createParser(budget)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      if (parser.nextToken() == null) {
        throw new LoadException(Fault.DATA, "source.json-empty", name);
      }
      if (steps.isPresent()) {
        walk(parser, 0, records);
      } else {
        JsonNode document = records.read(parser);
        JsonPaths.select(JsonPaths.compile(iterator), document).forEach(records::add);
      }
    } catch (StreamConstraintsException e) {
      throw new LoadException(
          Fault.DATA, e, "source.json-limit", name, records.number, e.getOriginalMessage());
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
    return new SourceFinding(
        name,
        characters.encoding(),
        characters.how(),
        records.number,
        records.number == 0 ? List.of() : records.references.unmatched());
  }

  private ObjectMapper mapper() {
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
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  /** Goes down the value at the parser's token along the steps from {@code depth} on. */
  private void walk(JsonParser parser, int depth, Records records) throws IOException {
    List<JsonPaths.Step> path = steps.orElseThrow();
    if (depth == path.size()) {
      records.add(records.read(parser));
      return;
    }
    JsonPaths.Step step = path.get(depth);
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String member = parser.currentName();
        parser.nextToken();
        if (step.matches(member)) {
          walk(parser, depth + 1, records);
        } else if (geographic && depth == 0 && member.equals("crs")) {
          GeoJsonText.requireLongitudeLatitude(records.file, parser.readValueAsTree());
        } else {
          parser.skipChildren();
        }
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      int place = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (step.matches(place++)) {
          walk(parser, depth + 1, records);
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  /** Turns nodes into rows. */
  private static final class Records {
    private final String file;
    private final BudgetReader budget;
    private final JsonReferences references;
    private final RowHandler handler;
    private final SourceInspector inspector;
    private final Row row;
    private long number;

    Records(
        String file,
        BudgetReader budget,
        JsonReferences references,
        int extraSlots,
        RowHandler handler,
        SourceInspector inspector) {
      this.inspector = inspector;
      this.file = file;
      this.budget = budget;
      this.references = references;
      this.handler = handler;
      this.row = new Row(references.size() + extraSlots);
    }

    /** The value at the parser's token, which must not be too large. */
    JsonNode read(JsonParser parser) throws IOException {
      budget.begin();
      JsonNode node = parser.readValueAsTree();
      budget.end();
      return node;
    }

    void add(JsonNode record) {
      row.begin(file, ++number);
      inspector.record(number, record);
      references.fill(record, row);
      handler.row(row);
    }
  }
}
