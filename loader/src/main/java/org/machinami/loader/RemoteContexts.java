package org.machinami.loader;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.lang.LangJSONLD11;

/** Nothing that a JSON-LD file names is fetched: contexts must stand in the file. */
final class RemoteContexts {

  private RemoteContexts() {}

  /** The parser, refusing contexts and imports by address. */
  static RDFParserBuilder refuse(RDFParserBuilder parser) {
    JsonLdOptions options =
        new JsonLdOptions(
            (address, loading) -> {
              throw new JsonLdError(
                  JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                  "the context " + address + " is not fetched; put it into the file");
            });
    return parser.set(LangJSONLD11.JSONLD_OPTIONS, options);
  }
}
