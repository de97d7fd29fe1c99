package org.machinami.web.rdf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON-LD context that our documents name and that we serve. Immutable. */
public final class JsonLdContext {
  private final byte[] bytes;

  private JsonLdContext(byte[] bytes) {
    this.bytes = bytes;
  }

  public static JsonLdContext read() {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("@version", 1.1);
    GraphWriting.prefixes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> terms.put(e.getKey(), e.getValue()));
    try {
      return new JsonLdContext(new ObjectMapper().writeValueAsBytes(Map.of("@context", terms)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings are always JSON", e);
    }
  }

  public byte[] bytes() {
    return bytes.clone();
  }
}
