package org.machinami.shapes.data;

import java.nio.charset.StandardCharsets;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A term of N-Triples as it stands among other bytes: what tests look at. Text and node are made
 * when they are asked for. Not thread-safe.
 */
final class Term {

  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private int close;
  private String text;
  private Node node;

  /** Is from now on the term that stands there. */
  Term at(byte[] buffer, int start, int end) {
    bytes = buffer;
    from = start;
    to = end;
    text = null;
    node = null;
    close = end;
    if (isLiteral()) {
      close = end - 1;
      while (bytes[close] != '"') {
        close--;
      }
    }
    return this;
  }

  boolean isIri() {
    return bytes[from] == '<';
  }

  boolean isLiteral() {
    return bytes[from] == '"';
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Where the text of a literal begins, escapes and all. */
  int textFrom() {
    return from + 1;
  }

  /** Behind the text of a literal. */
  int textTo() {
    return close;
  }

  /** Whether these bytes follow the closing quote: a language tag, a datatype, nothing. */
  boolean endsWith(byte[] suffix) {
    int start = close + 1;
    return isLiteral() && java.util.Arrays.equals(bytes, start, to, suffix, 0, suffix.length);
  }

  boolean hasLanguage() {
    return isLiteral() && close + 1 < to && bytes[close + 1] == '@';
  }

  /** The tag in small letters; empty for none. */
  String language() {
    return hasLanguage()
        ? new String(bytes, close + 2, to - close - 2, StandardCharsets.US_ASCII)
            .toLowerCase(java.util.Locale.ROOT)
        : "";
  }

  /** The IRI, the lexical form, or the name of a blank node. */
  String text() {
    if (text == null) {
      int start = isLiteral() || isIri() ? from + 1 : from + 2;
      int end = isLiteral() ? close : isIri() ? to - 1 : to;
      text = unescape(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }
    return text;
  }

  Node node() {
    if (node == null) {
      node = make();
    }
    return node;
  }

  private Node make() {
    if (isIri()) {
      return NodeFactory.createURI(text());
    }
    if (!isLiteral()) {
      return NodeFactory.createBlankNode(text());
    }
    if (close + 1 == to) {
      return NodeFactory.createLiteralString(text());
    }
    String suffix = new String(bytes, close + 1, to - close - 1, StandardCharsets.UTF_8);
    if (suffix.startsWith("@")) {
      return NodeFactory.createLiteralLang(text(), suffix.substring(1));
    }
    String datatype = unescape(suffix.substring(3, suffix.length() - 1));
    return NodeFactory.createLiteralDT(
        text(), TypeMapper.getInstance().getSafeTypeByName(datatype));
  }

  private static String unescape(String raw) {
    int escape = raw.indexOf('\\');
    if (escape < 0) {
      return raw;
    }
    StringBuilder plain = new StringBuilder(raw.length());
    int start = 0;
    while (escape >= 0) {
      plain.append(raw, start, escape);
      char kind = raw.charAt(escape + 1);
      int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
      start = escape + 2 + digits;
      if (digits > 0) {
        plain.appendCodePoint(Integer.parseInt(raw.substring(escape + 2, start), 16));
      } else {
        int control = "tbnrf".indexOf(kind);
        plain.append(control < 0 ? kind : "\t\b\n\r\f".charAt(control));
      }
      escape = raw.indexOf('\\', start);
    }
    return plain.append(raw, start, raw.length()).toString();
  }
}
