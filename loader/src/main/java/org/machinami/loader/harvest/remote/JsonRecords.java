package org.machinami.loader.harvest.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * Reads a JSON document whose records stand in one array, one record after the other; the rest of
 * it is small and comes back as a tree. A record that is too large is left out and told.
 */
public final class JsonRecords {
  /** More than any description; a thousandth of what would hurt. */
  static final int MOST_BYTES_OF_A_RECORD = 4 << 20;

  /** Beyond it the document itself is taken for an attack. */
  private static final int LONGEST_TEXT = 32 << 20;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(100)
                      .maxStringLength(LONGEST_TEXT)
                      .maxNumberLength(1000)
                      .build())
              .build());

  private final List<String> path;
  private final Consumer<JsonNode> records;
  private final IntConsumer tooLarge;

  /**
   * @param path names of the objects that lead to the array; empty: the document is the array
   * @param records takes each record that is of a size
   * @param tooLarge takes the place, from 0, of each that is not
   */
  public JsonRecords(List<String> path, Consumer<JsonNode> records, IntConsumer tooLarge) {
    this.path = path;
    this.records = records;
    this.tooLarge = tooLarge;
  }

  /**
   * Reads it to its end.
   *
   * @return what stands beside the records
   * @throws LoadException when it is no JSON, is cut off, or has no such array
   */
  public ObjectNode read(Page page) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(page.file()))) {
      requireJson(page, in);
      try (JsonParser parser = JSON.getFactory().createParser(in)) {
        JsonToken start = parser.nextToken();
        boolean[] found = new boolean[1];
        ObjectNode rest;
        if (path.isEmpty() && start == JsonToken.START_ARRAY) {
          found[0] = true;
          array(parser);
          rest = JSON.createObjectNode();
        } else if (start == JsonToken.START_OBJECT) {
          rest = object(parser, 0, found);
        } else {
          throw new LoadException(Fault.DATA, "harvest.not-json", page.address(), "[]");
        }
        while (parser.nextToken() != null) {
          throw new LoadException(
              Fault.DATA, "harvest.json", page.address(), "there is more behind its end");
        }
        if (!found[0]) {
          throw new LoadException(
              Fault.DATA,
              "harvest.no-records",
              page.address(),
              String.join(".", path),
              brief(rest));
        }
        return rest;
      }
    } catch (JsonProcessingException e) {
      throw new LoadException(
          Fault.DATA, e, "harvest.json", page.address(), e.getOriginalMessage());
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", page.file(), e.toString());
    }
  }

  /** Reads a document that is small. */
  static ObjectNode document(Page page) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(page.file()))) {
      requireJson(page, in);
      try (JsonParser parser = JSON.getFactory().createParser(in)) {
        parser.nextToken();
        if (bounded(parser) instanceof ObjectNode found) {
          return found;
        }
        throw new LoadException(
            Fault.DATA, "harvest.json", page.address(), "it is too large, or no object");
      }
    } catch (JsonProcessingException e) {
      throw new LoadException(
          Fault.DATA, e, "harvest.json", page.address(), e.getOriginalMessage());
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", page.file(), e.toString());
    }
  }

  /** An error page that was sent as if it were the answer. */
  private static void requireJson(Page page, InputStream in) throws IOException {
    in.mark(1 << 12);
    int first = in.read();
    while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
      first = in.read();
    }
    in.reset();
    if (first != '{' && first != '[') {
      throw new LoadException(
          Fault.DATA,
          "harvest.not-json",
          page.address(),
          page.mediaType().isEmpty() ? "?" : page.mediaType());
    }
  }

  private ObjectNode object(JsonParser parser, int depth, boolean[] found) throws IOException {
    ObjectNode rest = JSON.createObjectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      boolean leads = depth < path.size() && name.equals(path.get(depth));
      if (leads && depth == path.size() - 1 && value == JsonToken.START_ARRAY) {
        found[0] = true;
        array(parser);
      } else if (leads && value == JsonToken.START_OBJECT) {
        rest.set(name, object(parser, depth + 1, found));
      } else {
        rest.set(name, bounded(parser));
      }
    }
    return rest;
  }

  private void array(JsonParser parser) throws IOException {
    for (int place = 0; parser.nextToken() != JsonToken.END_ARRAY; place++) {
      JsonNode record = bounded(parser);
      if (record.isMissingNode()) {
        tooLarge.accept(place);
      } else {
        records.accept(record);
      }
    }
  }

  /** The value that begins here; a missing one when it is too large, its end being reached. */
  private static JsonNode bounded(JsonParser parser) throws IOException {
    long start = parser.currentTokenLocation().getByteOffset();
    try (TokenBuffer buffer = new TokenBuffer(parser, null)) {
      int depth = 0;
      do {
        JsonToken token = parser.currentToken();
        if (token == null) {
          throw new com.fasterxml.jackson.core.io.JsonEOFException(
              parser, null, "it ends in the middle");
        }
        buffer.copyCurrentEvent(parser);
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (parser.currentLocation().getByteOffset() - start > MOST_BYTES_OF_A_RECORD) {
          skip(parser, depth);
          return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
        if (depth > 0) {
          parser.nextToken();
        }
      } while (depth > 0);
      return JSON.readTree(buffer.asParserOnFirstToken());
    }
  }

  private static void skip(JsonParser parser, int from) throws IOException {
    int depth = from;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new com.fasterxml.jackson.core.io.JsonEOFException(
            parser, null, "it ends in the middle");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
  }

  private static String brief(ObjectNode rest) {
    String text = rest.toString();
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
