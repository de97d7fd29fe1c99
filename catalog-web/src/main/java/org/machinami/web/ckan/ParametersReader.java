package org.machinami.web.ckan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.FormBody;

/** From a request to parameters: its address, and a body that is JSON or a form. */
final class ParametersReader {
  /** More than any query of a client. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final int MOST_FIELDS = 100;
  private static final int DEEPEST = 20;

  /** Deeply nested, long and endless input is an error before it is in memory. */
  static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

  private ParametersReader() {}

  /** Of an address; of a name that comes more than once all values, with a space between them. */
  static Parameters read(MultivaluedMap<String, String> query) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (query.values().stream().mapToInt(List::size).sum() > MOST_FIELDS) {
      throw CkanError.badRequest("Bad request - more than " + MOST_FIELDS + " parameters");
    }
    query.forEach(
        (name, values) -> {
          if (values.size() > 1 && !name.equals("fq")) {
            throw CkanError.invalid(name, "Is given " + values.size() + " times; give it once.");
          }
          texts.put(name, String.join(" ", values));
        });
    return Parameters.ofTexts(texts);
  }

  /**
   * Of a body. CKAN takes JSON whatever the content type says, and so do we.
   *
   * @param query parameters of the address, which count where the body has none of the name
   */
  static Parameters read(InputStream body, String contentType, Parameters query) {
    byte[] bytes = bytes(body);
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      return query;
    }
    Map<String, JsonNode> values = new LinkedHashMap<>(query.values());
    boolean form = contentType.startsWith(FormBody.CONTENT_TYPE) && !text.startsWith("{");
    if (contentType.startsWith("multipart/")) {
      throw CkanError.badRequest(
          "Bad request - nothing is uploaded here; send the parameters as JSON");
    }
    values.putAll(form ? form(text).values() : json(text));
    return new Parameters(values);
  }

  private static byte[] bytes(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw CkanError.badRequest("Bad request - the body has more than " + MOST_BYTES + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("The body of a request did not arrive whole", e);
    }
  }

  private static Parameters form(String text) {
    try {
      return Parameters.ofTexts(FormBody.fields(text, "api/3/action", MOST_FIELDS));
    } catch (Problem e) {
      throw CkanError.badRequest("Bad request - the body is no form: " + e.getMessage());
    }
  }

  private static Map<String, JsonNode> json(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node == null || !node.isObject()) {
        throw CkanError.badRequest(
            "Bad request - JSON Error: the body must be an object, e.g. {\"id\": \"…\"}");
      }
      Map<String, JsonNode> values = new LinkedHashMap<>();
      node.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
      if (values.size() > MOST_FIELDS) {
        throw CkanError.badRequest("Bad request - more than " + MOST_FIELDS + " parameters");
      }
      return values;
    } catch (JsonProcessingException e) {
      throw CkanError.badRequest("Bad request - JSON Error: " + e.getOriginalMessage());
    }
  }
}
