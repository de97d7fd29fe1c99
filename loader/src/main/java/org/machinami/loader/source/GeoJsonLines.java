package org.machinami.loader.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * Newline-delimited GeoJSON: one Feature a line, with or without the record separator of GeoJSON
 * text sequences. A line that cannot be read is a bad row and keeps no other from being read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8142">RFC 8142</a>
 */
public final class GeoJsonLines implements SourceReader {

  private static final char SEPARATOR = '\u001E';
  private static final int BLOCK = 1 << 16;

  private final Optional<Charset> encoding;
  private final SourceLimits limits;
  private final ObjectReader json;

  public GeoJsonLines(Optional<Charset> encoding, SourceLimits limits) {
    this.encoding = encoding;
    this.limits = limits;
    this.json =
        JsonReading.mapper(limits).reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  @Override
  public boolean givesFeatures() {
    return true;
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
    RecordRows rows = RecordRows.features(name, references, extraSlots, handler, inspector);
    StringBuilder line = new StringBuilder();
    char[] block = new char[BLOCK];
    for (int n = characters.read(block, 0, BLOCK); n >= 0; n = characters.read(block, 0, BLOCK)) {
      for (int i = 0; i < n; i++) {
        if (block[i] == '\n' || block[i] == SEPARATOR) {
          add(line, rows);
        } else if (line.length() >= limits.rowCharacters()) {
          throw new LoadException(
              Fault.DATA, "source.row-length", name, rows.number() + 1, limits.rowCharacters());
        } else {
          line.append(block[i]);
        }
      }
    }
    add(line, rows);
    if (rows.number() == 0) {
      throw new LoadException(Fault.DATA, "source.json-empty", name);
    }
    return rows.finding(characters.encoding(), characters.how());
  }

  private void add(StringBuilder line, RecordRows rows) throws IOException {
    String text = line.toString().strip();
    line.setLength(0);
    if (text.isEmpty()) {
      return;
    }
    try {
      JsonNode record = json.readTree(text);
      if (record.path("type").asText().equals("Feature")) {
        rows.add(record);
      } else {
        rows.addFaulty("row.no-feature", record.path("type").asText());
      }
    } catch (JsonProcessingException e) {
      rows.addFaulty("row.json", e.getOriginalMessage());
    }
  }
}
