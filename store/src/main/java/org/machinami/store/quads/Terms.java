package org.machinami.store.quads;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/**
 * Reads one N-Triples term into a Jena node. Remembers datatypes and languages; not thread-safe.
 */
final class Terms {
  private final Map<String, RDFDatatype> datatypes = new HashMap<>();
  private byte[] unescaped = new byte[256];
  private int unescapedLength;

  /** The node that is written in {@code bytes[start, end)}. */
  Node node(byte[] bytes, int start, int end) {
    if (bytes[start] == '<' && isPlain(bytes, start, end)) {
      return NodeFactory.createURI(text(bytes, start + 1, end - 1));
    }
    int quote = bytes[start] == '"' ? unescape(bytes, start, end) : -1;
    if (quote < 0) {
      return parse(bytes, start, end);
    }
    String lexical = new String(unescaped, 0, unescapedLength, StandardCharsets.UTF_8);
    if (quote + 1 == end) {
      return NodeFactory.createLiteralString(lexical);
    }
    if (bytes[quote + 1] == '@') {
      String language = text(bytes, quote + 2, end);
      return language.contains("--")
          ? parse(bytes, start, end)
          : NodeFactory.createLiteralLang(lexical, language);
    }
    if (isPlain(bytes, quote + 3, end)) {
      return NodeFactory.createLiteralDT(lexical, datatype(text(bytes, quote + 4, end - 1)));
    }
    return parse(bytes, start, end);
  }

  RDFDatatype datatype(String iri) {
    RDFDatatype known = datatypes.get(iri);
    if (known == null) {
      known = TypeMapper.getInstance().getSafeTypeByName(iri);
      datatypes.put(iri, known);
    }
    return known;
  }

  /**
   * Undoes the escapes of the literal that starts at {@code start} into {@link #unescaped()}.
   *
   * @return the position of the closing quote, or -1 when the literal needs the full parser
   */
  int unescape(byte[] bytes, int start, int end) {
    if (unescaped.length < end - start) {
      unescaped = new byte[Math.max(end - start, unescaped.length * 2)];
    }
    int to = 0;
    for (int i = start + 1; i < end; i++) {
      byte b = bytes[i];
      if (b == '"') {
        unescapedLength = to;
        return i;
      }
      if (b == '\\') {
        i++;
        b = i < end ? unescaped(bytes[i]) : 0;
        if (b == 0) {
          return -1;
        }
      }
      unescaped[to++] = b;
    }
    return -1;
  }

  byte[] unescaped() {
    return unescaped;
  }

  int unescapedLength() {
    return unescapedLength;
  }

  private static byte unescaped(byte letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '"', '\\', '\'' -> letter;
      default -> 0;
    };
  }

  /** Whether the term is one IRI without escapes. */
  static boolean isPlain(byte[] bytes, int start, int end) {
    if (end - start < 2 || bytes[start] != '<' || bytes[end - 1] != '>') {
      return false;
    }
    for (int i = start + 1; i < end - 1; i++) {
      if (bytes[i] == '\\' || bytes[i] == '<' || bytes[i] == '>') {
        return false;
      }
    }
    return true;
  }

  static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private static Node parse(byte[] bytes, int start, int end) {
    return NodeFactoryExtra.parseNode(text(bytes, start, end));
  }
}
