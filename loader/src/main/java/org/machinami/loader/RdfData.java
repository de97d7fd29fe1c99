package org.machinami.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.gate.Skolem;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.StrictUtf8;
import org.machinami.loader.source.XmlHead;

/**
 * RDF files of a dataset folder ({@code data.ttl}, {@code data.nq.gz} …), streamed: all syntaxes
 * that Jena reads. Names of graphs are dropped, blank nodes get IRIs by their labels and order in
 * the file.
 */
final class RdfData {

  /** Syntaxes that say themselves what they are written in, or are binary; all others are UTF-8. */
  private static final Set<Lang> OF_THEIR_OWN =
      Set.of(Lang.RDFXML, Lang.TRIX, Lang.RDFTHRIFT, Lang.RDFPROTO);

  private static final String STEM = "data.";
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]+(-[A-Za-z0-9]+)*");

  private final String base;
  private final Skolem skolem;
  private final SourceFiles files;

  RdfData(String base, Skolem skolem, Path folder) {
    this.base = base;
    this.skolem = skolem;
    this.files = new SourceFiles(List.of(folder), SourceLimits.DEFAULT);
  }

  /** Whether a file of this name holds RDF data of a dataset. */
  static boolean isData(String name) {
    return name.startsWith(STEM) && RDFLanguages.filenameToLang(name) != null;
  }

  /**
   * Reads a file.
   *
   * @throws LoadException when it is not what its name says, holds nothing, is nested too deeply,
   *     or wants something from outside (a DTD, a remote JSON-LD context)
   */
  void read(Path file, RowCounts counts, Consumer<Triple> sink, LongConsumer read) {
    String name = file.getFileName().toString();
    Lang lang = RDFLanguages.filenameToLang(name);
    try {
      if (lang.equals(Lang.RDFXML) || lang.equals(Lang.TRIX)) {
        files.visit(name, bytes -> {}, content -> XmlHead.requireNoDoctype(name, content.bytes()));
      }
      files.visit(name, read, content -> parse(name, lang, content.bytes(), counts, sink));
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
    }
  }

  private void parse(
      String name, Lang lang, InputStream content, RowCounts counts, Consumer<Triple> sink) {
    Taker taker = new Taker(name, counts, sink);
    StrictUtf8 text = new StrictUtf8(name, content);
    RDFParserBuilder parser =
        RDFParser.source(OF_THEIR_OWN.contains(lang) ? content : text)
            .lang(lang)
            .base(base)
            .labelToNode(LabelToNode.createScopeByDocumentHash(new UUID(0, 0)))
            .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging);
    try {
      JsonLdContexts.bundled(parser, base).parse(taker);
    } catch (LoadException e) {
      throw e;
    } catch (StackOverflowError e) {
      throw new LoadException(Fault.DATA, e, "rdf.nesting", name);
    } catch (RuntimeException e) {
      if (taker.failure == e) {
        throw e;
      }
      // The parsers of rarer syntaxes let exceptions of all kinds through.
      String message = String.valueOf(e.getMessage());
      throw text.fault()
          .orElseGet(() -> new LoadException(Fault.DATA, e, "rdf.syntax", name, message));
    }
    if (taker.number == 0) {
      throw new LoadException(Fault.DATA, "rdf.empty", name);
    }
    counts.found(
        new SourceFinding(name, "UTF-8", SourceFinding.How.DECLARED, taker.number, List.of()));
  }

  /** Takes triples and quads off the parser. */
  private final class Taker extends StreamRDFBase {
    private final String file;
    private final RowCounts counts;
    private final Consumer<Triple> sink;
    private long number;
    private RuntimeException failure;

    Taker(String file, RowCounts counts, Consumer<Triple> sink) {
      this.file = file;
      this.counts = counts;
      this.sink = sink;
    }

    @Override
    public void quad(Quad quad) {
      triple(quad.asTriple());
    }

    @Override
    public void triple(Triple triple) {
      try {
        take(triple);
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }

    private void take(Triple triple) {
      Position at = new Position(file, ++number, Optional.empty());
      Triple named =
          Triple.create(
              named(triple.getSubject()), triple.getPredicate(), named(triple.getObject()));
      Optional<Node> wrong = wrong(named);
      if (wrong.isPresent()) {
        counts.count(new Refused(at, "row.rdf-term", List.of(), wrong.get().toString()));
      } else {
        sink.accept(named);
        counts.count(new Mapped(at, 1));
      }
    }

    private Node named(Node node) {
      return node.isBlank() ? skolem.iri(file + "\n" + node.getBlankNodeLabel()) : node;
    }

    private Optional<Node> wrong(Triple triple) {
      if (!isIri(triple.getSubject())) {
        return Optional.of(triple.getSubject());
      }
      if (!isIri(triple.getPredicate())) {
        return Optional.of(triple.getPredicate());
      }
      Node object = triple.getObject();
      return isIri(object) || isLiteral(object) ? Optional.empty() : Optional.of(object);
    }
  }

  private static boolean isIri(Node node) {
    return node.isURI() && isIri(node.getURI());
  }

  /** An absolute IRI that N-Triples can write. */
  private static boolean isIri(String iri) {
    for (int i = 0; i < iri.length(); i++) {
      char c = iri.charAt(i);
      if (c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0) {
        return false;
      }
    }
    return iri.indexOf(':') > 0 && isText(iri);
  }

  /**
   * A literal that N-Triples can write; parsers of some syntaxes take any language and datatype.
   */
  private static boolean isLiteral(Node node) {
    if (!node.isLiteral() || !isText(node.getLiteralLexicalForm())) {
      return false;
    }
    String language = node.getLiteralLanguage();
    return language.isEmpty()
        ? isIri(node.getLiteralDatatypeURI())
        : LANGUAGE.matcher(language).matches() && node.getLiteralBaseDirection() == null;
  }

  /** Whether no half of a pair of surrogates stands alone. */
  private static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isSurrogatePair(c, text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
