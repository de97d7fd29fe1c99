package org.machinami.ontology;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.StringReader;
import java.net.URI;

/**
 * Gives JSON-LD processing the bundled context and nothing else: a document that names another
 * remote context is refused, never fetched. Thread-safe.
 */
public final class BundledDocumentLoader implements DocumentLoader {

  @Override
  public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
    if (!CatalogContext.IRI.equals(url.toString())) {
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
