package org.machinami.web.map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.machinami.store.search.Box;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;

/**
 * Writes an answer as a feature collection; what else it says stands in members of our own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946#section-6.1">RFC 7946, 6.1</a>
 */
final class AnswerJson {
  private static final int DECIMALS = 6;

  private final JsonGenerator json;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final GeoJsonWriter geometries = new GeoJsonWriter(DECIMALS);

  private AnswerJson() throws IOException {
    json = new JsonFactory().createGenerator(out);
    geometries.setEncodeCRS(false);
    geometries.setForceCCW(true);
  }

  /** The bytes; empty when they would be more than so many. */
  static Optional<byte[]> write(Answer answer, int mostBytes) {
    try {
      return new AnswerJson().collection(answer, mostBytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory", e);
    }
  }

  private Optional<byte[]> collection(Answer answer, int mostBytes) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    box("bbox", answer.around());
    box("together", answer.together());
    json.writeNumberField("places", answer.places());
    json.writeNumberField("inside", answer.inside());
    json.writeNumberField("unplaced", answer.unplaced());
    json.writeBooleanField("complete", answer.complete());
    json.writeArrayFieldStart("columns");
    for (Answer.Column column : answer.columns()) {
      json.writeStartObject();
      column(column);
      json.writeEndObject();
    }
    json.writeEndArray();
    if (answer.colour().isPresent()) {
      colour(answer.colour().get());
    }
    json.writeArrayFieldStart("features");
    for (Feature feature : answer.features()) {
      feature(feature, answer.colour());
      json.flush();
      if (out.size() > mostBytes) {
        return Optional.empty();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    return Optional.of(out.toByteArray());
  }

  private void box(String name, Optional<Box> box) throws IOException {
    if (box.isPresent()) {
      Box edges = box.get();
      json.writeFieldName(name);
      json.writeArray(
          new double[] {edges.west(), edges.south(), edges.east(), edges.north()}, 0, 4);
    }
  }

  private void column(Answer.Column column) throws IOException {
    text("label", column.label());
    if (column.unit().isPresent()) {
      json.writeStringField("unit", column.unit().get().value());
    }
  }

  private void colour(Answer.Colour colour) throws IOException {
    json.writeObjectFieldStart("colour");
    column(colour.column());
    json.writeBooleanField("numbers", colour.legend().numbers());
    json.writeArrayFieldStart("classes");
    for (Text label : colour.legend().labels()) {
      json.writeStartObject();
      text("label", label);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void feature(Feature feature, Optional<Answer.Colour> colour) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    if (!feature.iri().isEmpty()) {
      json.writeStringField("id", feature.iri());
    }
    json.writeFieldName("geometry");
    json.writeRawValue(geometries.write(feature.geometry()));
    json.writeObjectFieldStart("properties");
    json.writeStringField("kind", feature.kind().key());
    text("name", feature.name());
    json.writeNumberField("rows", feature.rows());
    if (colour.isPresent()) {
      json.writeNumberField("class", colour.get().legend().classOf(feature.value()));
    }
    json.writeArrayFieldStart("facts");
    for (Feature.Fact fact : feature.facts()) {
      fact(fact);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void fact(Feature.Fact fact) throws IOException {
    json.writeStartObject();
    json.writeNumberField("column", fact.column());
    json.writeArrayFieldStart("values");
    for (Value value : fact.values()) {
      json.writeStartObject();
      text("text", value.text());
      if (!value.iri().isEmpty()) {
        json.writeStringField("iri", value.iri());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void text(String name, Text text) throws IOException {
    json.writeStringField(name, text.value());
    if (!text.tag().isEmpty()) {
      json.writeStringField("lang", text.tag());
    }
  }
}
