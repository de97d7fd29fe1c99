package org.machinami.web.rdf;

import java.nio.charset.StandardCharsets;
import org.machinami.ontology.CatalogContext;

/** The JSON-LD context that our documents name and that we serve. Immutable. */
public final class JsonLdContext {
  private final byte[] bytes;

  private JsonLdContext(byte[] bytes) {
    this.bytes = bytes;
  }

  public static JsonLdContext read() {
    return new JsonLdContext(CatalogContext.text().getBytes(StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    return bytes.clone();
  }
}
