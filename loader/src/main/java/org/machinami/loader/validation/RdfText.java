package org.machinami.loader.validation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.loader.JsonLdContexts;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.XmlHead;

/** A description in RDF that may be hostile, read whole: nothing that it names is fetched. */
public record RdfText(Graph graph, String text) {

  /** Deeper JSON than any description has; the parsers go down a level a call. */
  private static final int DEEPEST = 200;

  /**
   * Reads a file.
   *
   * @param name for messages
   * @param base that relative IRIs are resolved against
   * @throws LoadException when it is not what its language says, is nested too deeply, or wants
   *     something from outside
   */
  static RdfText read(Path file, String name, Lang lang, String base) {
    try {
      return read(Files.readAllBytes(file), name, lang, base);
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", name, e.toString());
    }
  }

  /**
   * Reads what was sent.
   *
   * @param name for messages
   * @param base that relative IRIs are resolved against
   * @throws LoadException as above
   */
  public static RdfText read(byte[] bytes, String name, Lang lang, String base) {
    try {
      if (lang.equals(Lang.RDFXML) || lang.equals(Lang.TRIX)) {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
          XmlHead.requireNoDoctype(name, in);
        }
      }
      requireShallow(bytes, name, lang);
      return new RdfText(parse(bytes, name, lang, base), new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", name, e.toString());
    }
  }

  private static Graph parse(byte[] bytes, String name, Lang lang, String base) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParserBuilder parser =
        RDFParser.source(new ByteArrayInputStream(bytes))
            .lang(lang)
            .base(base)
            // What an IRI may hold is the business of the shapes.
            .checking(false)
            .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging);
    try {
      JsonLdContexts.bundled(parser, base).parse(graph);
      return graph;
    } catch (LoadException e) {
      throw e;
    } catch (RuntimeException e) {
      // The parsers of rarer syntaxes let exceptions of all kinds through.
      throw new LoadException(Fault.DATA, e, "rdf.syntax", name, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new LoadException(Fault.DATA, e, "rdf.nesting", name);
    }
  }

  /** An overflowing stack is caught, too; what is this deep need not come so far. */
  private static void requireShallow(byte[] bytes, String name, Lang lang) {
    if (!lang.equals(Lang.JSONLD) && !lang.equals(Lang.JSONLD11) && !lang.equals(Lang.RDFJSON)) {
      return;
    }
    int depth = 0;
    boolean inText = false;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (inText) {
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          inText = false;
        }
      } else if (b == '"') {
        inText = true;
      } else if (b == '{' || b == '[') {
        if (++depth > DEEPEST) {
          throw new LoadException(Fault.DATA, "rdf.nesting", name);
        }
      } else if (b == '}' || b == ']') {
        depth--;
      }
    }
  }
}
