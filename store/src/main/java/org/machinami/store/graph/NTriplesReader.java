package org.machinami.store.graph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;

/**
 * Reads lines of canonical N-Triples as triples; keeps the last subject and the predicates it has
 * met, because both come again. Not for use by several threads.
 */
public final class NTriplesReader {
  private static final int PREDICATES = 1000;

  private final Map<String, Node> predicates = new HashMap<>();
  private byte[] subjectBytes = new byte[0];
  private Node subject;
  private byte[] predicateBytes = new byte[0];
  private Node predicate;

  /**
   * The triple of a line.
   *
   * @throws StoreException DAMAGED when it is none
   */
  public Triple triple(byte[] bytes, int offset, int length) {
    try {
      int end = offset + length;
      int subjectEnd = iriEnd(subjectBytes, bytes, offset + 1, end);
      int predicateEnd = iriEnd(predicateBytes, bytes, subjectEnd + 3, end);
      Node object = object(bytes, predicateEnd + 2, end - 3);
      return Triple.create(
          subject(bytes, offset + 1, subjectEnd),
          predicate(bytes, subjectEnd + 3, predicateEnd),
          object);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new StoreException(
          Code.DAMAGED,
          "not an N-Triples line: " + utf8(bytes, offset, offset + length).strip(),
          e);
    }
  }

  /** The triple on which a cursor stands. */
  public Triple triple(GraphLines lines) {
    return triple(lines.buffer(), lines.offset(), lines.length());
  }

  /** Where an IRI ends; it is likely to be the last one again. */
  private static int iriEnd(byte[] last, byte[] bytes, int from, int end) {
    int to = from + last.length;
    boolean again =
        to < end && bytes[to] == '>' && Arrays.equals(bytes, from, to, last, 0, last.length);
    return again ? to : Bytes.indexOf(bytes, from, end, '>');
  }

  private Node subject(byte[] bytes, int from, int to) {
    boolean same =
        subject != null && Arrays.equals(bytes, from, to, subjectBytes, 0, subjectBytes.length);
    if (!same) {
      subject = NodeFactory.createURI(unescape(utf8(bytes, from, to)));
      subjectBytes = Arrays.copyOfRange(bytes, from, to);
    }
    return subject;
  }

  private Node predicate(byte[] bytes, int from, int to) {
    if (predicate != null
        && Arrays.equals(bytes, from, to, predicateBytes, 0, predicateBytes.length)) {
      return predicate;
    }
    predicateBytes = Arrays.copyOfRange(bytes, from, to);
    String text = utf8(bytes, from, to);
    predicate = predicates.get(text);
    if (predicate == null) {
      predicate = NodeFactory.createURI(unescape(text));
      if (predicates.size() < PREDICATES) {
        predicates.put(text, predicate);
      }
    }
    return predicate;
  }

  private static Node object(byte[] bytes, int from, int to) {
    if (bytes[from] == '<') {
      return NodeFactory.createURI(unescape(utf8(bytes, from + 1, to - 1)));
    }
    int quote = Bytes.indexOf(bytes, from + 1, to, '"');
    boolean escaped = Bytes.indexOf(bytes, from + 1, quote, '\\') < quote;
    if (escaped) {
      quote = from + 1;
      while (bytes[quote] != '"') {
        quote += bytes[quote] == '\\' ? 2 : 1;
      }
    }
    String text = utf8(bytes, from + 1, quote);
    String lexical = escaped ? unescape(text) : text;
    if (quote + 1 == to) {
      return NodeFactory.createLiteralString(lexical);
    }
    if (bytes[quote + 1] == '@') {
      return NodeFactory.createLiteralLang(lexical, utf8(bytes, quote + 2, to));
    }
    RDFDatatype datatype =
        TypeMapper.getInstance().getSafeTypeByName(unescape(utf8(bytes, quote + 4, to - 1)));
    return NodeFactory.createLiteralDT(lexical, datatype);
  }

  private static String utf8(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static String unescape(String text) {
    int escape = text.indexOf('\\');
    if (escape < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (escape >= 0) {
      out.append(text, from, escape);
      char c = text.charAt(escape + 1);
      from = escape + 2;
      switch (c) {
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'u' -> {
          out.appendCodePoint(Integer.parseInt(text, from, from + 4, 16));
          from += 4;
        }
        case 'U' -> {
          out.appendCodePoint(Integer.parseInt(text, from, from + 8, 16));
          from += 8;
        }
        default -> out.append(c);
      }
      escape = text.indexOf('\\', from);
    }
    return out.append(text, from, text.length()).toString();
  }
}
