package org.machinami.ontology;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.StringReader;
import java.net.URI;
import java.util.Set;

/**
 * Gives JSON-LD processing the bundled context and nothing else: a document that names another
 * remote context is refused, never fetched. Immutable.
 */
public final class BundledDocumentLoader implements DocumentLoader {
  private final Set<String> addresses;

  /** Knows the context by its own IRI. */
  public BundledDocumentLoader() {
    addresses = Set.of(CatalogContext.IRI);
  }

  /**
   * Knows the context by its own IRI and by the address that a catalogue serves it at, which is
   * what the catalogue's JSON-LD names.
   *
   * @param base of the catalogue
   */
  public BundledDocumentLoader(String base) {
    addresses = Set.of(CatalogContext.IRI, CatalogContext.servedAt(base));
  }

  @Override
  public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
    if (!addresses.contains(url.toString())) {
      throw new JsonLdError(
          JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
          "The JSON-LD context <"
              + url
              + "> is not fetched. Write it into the document, or use <"
              + CatalogContext.IRI
              + ">.");
    }
    return JsonDocument.of(new StringReader(CatalogContext.text()));
  }
}
