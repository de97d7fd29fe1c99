package org.machinami.loader.mapping;

import org.machinami.loader.source.Row;

/**
 * IRIs. From a template: values are percent-encoded keys. From a reference: the value is an IRI, or
 * one relative to the base, and refused when it holds what no IRI may hold.
 */
final class IriTerm implements TermGenerator {

  private final Pieces pieces;
  private final boolean encoded;
  private final byte[] base;
  private final Pieces.Encoding encoding;

  /**
   * @param encoded values are keys, as in a template
   * @param base goes before what does not begin with a scheme; empty when the text begins with one
   */
  IriTerm(Pieces pieces, boolean encoded, byte[] base) {
    this.pieces = pieces;
    this.encoded = encoded;
    this.base = base.clone();
    this.encoding = encoded ? (text, from, to, out) -> out.key(text, from, to) : this::reference;
  }

  @Override
  public int count(Row row) {
    return pieces.count(row);
  }

  @Override
  public void write(Row row, int choice, Bytes out) {
    out.append((byte) '<');
    if (encoded) {
      out.append(base);
    }
    pieces.write(row, choice, encoding, out);
    out.append((byte) '>');
  }

  private void reference(char[] text, int from, int to, Bytes out) {
    if (!isAbsolute(text, from, to)) {
      out.append(base);
    }
    out.iri(text, from, to);
  }

  /** Begins with a scheme and a colon. */
  static boolean isAbsolute(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text[i];
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == ':') {
        return i > from;
      }
      if (!letter && (i == from || !((c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0))) {
        return false;
      }
    }
    return false;
  }
}
