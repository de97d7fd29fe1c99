package org.machinami.loader.mapping;

import org.machinami.loader.source.Row;

/** Literals: plain, with a language, or with a datatype that is checked. */
final class LiteralTerm implements TermGenerator {

  private final Pieces pieces;
  private final Pieces.Encoding encoding;
  private final byte[] suffix;

  /**
   * @param suffix what follows the closing quote: a language tag, a datatype, or nothing
   */
  LiteralTerm(Pieces pieces, LexicalForm form, byte[] suffix) {
    this.pieces = pieces;
    this.encoding = form::write;
    this.suffix = suffix.clone();
  }

  @Override
  public int count(Row row) {
    return pieces.count(row);
  }

  @Override
  public void write(Row row, int choice, Bytes out) {
    out.append((byte) '"');
    pieces.write(row, choice, encoding, out);
    out.append((byte) '"');
    out.append(suffix);
  }
}
