package org.machinami.loader.harvest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.machinami.loader.JsonLdContexts;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.CountedStream;
import org.machinami.loader.source.XmlHead;

/**
 * Reads a dump as statements. N-Quads and N-Triples are read line by line: a broken line is noted
 * and the next one is read. In the other syntaxes a syntax error ends the reading, because what
 * follows cannot be trusted.
 */
final class DumpReader {
  /** For relative IRIs, which a dump of a catalogue should not have. */
  private static final String BASE = "urn:machinami:dump";

  private static final int MOST_BYTES_OF_A_LINE = 16 << 20;

  private final Path file;
  private final RefusedLines refused;
  private final LongConsumer read;
  private final Statement statement = new Statement();
  private Optional<StatementCutter> cutter = Optional.empty();
  private long statements;

  /**
   * @param read is told how many bytes were read from disk, again and again
   */
  DumpReader(Path file, RefusedLines refused, LongConsumer read) {
    this.file = file;
    this.refused = refused;
    this.read = read;
  }

  /**
   * Reads the whole file.
   *
   * @return number of statements given to the sink
   * @throws LoadException when the file cannot be read, its syntax is unknown or broken beyond a
   *     line
   */
  long read(StatementSink sink) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean packed = name.endsWith(".gz");
    Lang lang = RDFLanguages.filenameToLang(packed ? name.substring(0, name.length() - 3) : name);
    if (lang == null) {
      throw new LoadException(Fault.FOLDER, "harvest.syntax", file);
    }
    if (lang.equals(Lang.RDFXML) || lang.equals(Lang.TRIX)) {
      requireNoDoctype(packed);
    }
    try (InputStream raw = new CountedStream(Files.newInputStream(file), read);
        InputStream unpacked =
            packed ? new GZIPInputStream(raw, 1 << 16) : new BufferedInputStream(raw, 1 << 16)) {
      if (lang.equals(Lang.NQUADS) || lang.equals(Lang.NTRIPLES)) {
        try (ReadAhead ahead = ReadAhead.of(unpacked)) {
          lines(ahead, sink);
        }
      } else {
        parse(unpacked, lang, sink);
      }
    } catch (IOException e) {
      throw new LoadException(Fault.DATA, e, "harvest.cut-off", file, e.getMessage());
    }
    return statements + cutter.map(StatementCutter::statements).orElse(0L);
  }

  private void requireNoDoctype(boolean packed) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream unpacked = packed ? new GZIPInputStream(raw) : raw) {
      XmlHead.requireNoDoctype(file.toString(), unpacked);
    } catch (IOException e) {
      throw new LoadException(Fault.DATA, e, "harvest.cut-off", file, e.getMessage());
    }
  }

  private void lines(InputStream in, StatementSink sink) throws IOException {
    byte[] buffer = new byte[1 << 20];
    int filled = 0;
    long number = 0;
    boolean skipping = false;
    while (true) {
      int count = in.read(buffer, filled, buffer.length - filled);
      int limit = filled + Math.max(count, 0);
      int start = 0;
      int from = filled;
      for (int at = from; at < limit; at++) {
        if (buffer[at] == '\n') {
          number++;
          if (!skipping) {
            line(buffer, start, at, number, sink);
          }
          skipping = false;
          start = at + 1;
        }
      }
      if (count < 0) {
        if (start < limit && !skipping) {
          line(buffer, start, limit, number + 1, sink);
        }
        return;
      }
      filled = limit - start;
      System.arraycopy(buffer, start, buffer, 0, filled);
      if (filled == buffer.length) {
        if (buffer.length < MOST_BYTES_OF_A_LINE) {
          buffer = Arrays.copyOf(buffer, buffer.length * 2);
        } else {
          if (!skipping) {
            refused.add(number + 1, "the line is longer than " + MOST_BYTES_OF_A_LINE + " bytes");
          }
          skipping = true;
          filled = 0;
        }
      }
    }
  }

  private void line(byte[] bytes, int start, int lineEnd, long number, StatementSink sink) {
    int end = lineEnd > start && bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    int first = StatementLine.spaces(bytes, start, end);
    if (first == end || bytes[first] == '#') {
      return;
    }
    if (StatementLine.cut(bytes, first, end, statement)) {
      statements++;
      sink.statement(statement);
      return;
    }
    String text = new String(bytes, first, end - first, StandardCharsets.UTF_8);
    Optional<String> reason = unusual(text, sink);
    reason.ifPresent(why -> refused.add(number, why));
  }

  /** Parses a line that is not in the plain form; the reason when it is broken. */
  private Optional<String> unusual(String text, StatementSink sink) {
    if (text.indexOf('\ufffd') >= 0) {
      return Optional.of("the line is not valid UTF-8");
    }
    try {
      RDFParser.create()
          .fromString(text)
          .lang(Lang.NQUADS)
          .labelToNode(LabelToNode.createUseLabelAsGiven())
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(cutter(sink));
      return Optional.empty();
    } catch (RiotException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** A statement with an IRI that is none is broken, as a line would be. */
  private StatementCutter cutter(StatementSink sink) {
    if (cutter.isEmpty()) {
      cutter =
          Optional.of(
              new StatementCutter(
                  sink,
                  (subject, iri) -> {
                    throw new RiotException("<" + iri + "> is not an absolute IRI");
                  }));
    }
    return cutter.get();
  }

  private void parse(InputStream in, Lang lang, StatementSink sink) {
    try {
      RDFParserBuilder parser =
          RDFParser.source(in)
              .lang(lang)
              .base(BASE)
              .labelToNode(LabelToNode.createUseLabelAsGiven())
              .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging);
      JsonLdContexts.bundled(parser, BASE).parse(cutter(sink));
    } catch (RiotException e) {
      throw new LoadException(Fault.DATA, e, "rdf.syntax", file, e.getMessage());
    } catch (StackOverflowError e) {
      throw new LoadException(Fault.DATA, e, "rdf.nesting", file);
    }
  }
}
