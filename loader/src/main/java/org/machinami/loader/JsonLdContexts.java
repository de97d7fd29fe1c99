package org.machinami.loader;

import com.apicatalog.jsonld.JsonLdOptions;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.machinami.ontology.BundledDocumentLoader;

/** Nothing that a JSON-LD file names is fetched: contexts stand in the file, or are our own. */
public final class JsonLdContexts {

  private JsonLdContexts() {}

  /**
   * The parser, refusing contexts and imports by any address but that of the bundled context.
   *
   * @param base of the catalogue, which serves that context, too
   */
  public static RDFParserBuilder bundled(RDFParserBuilder parser, String base) {
    return parser.set(
        LangJSONLD11.JSONLD_OPTIONS, new JsonLdOptions(new BundledDocumentLoader(base)));
  }
}
