package org.machinami.loader.mapping;

import org.machinami.loader.source.Row;

/** Literals of a checked datatype that are put together by a template: checked as a whole. */
final class TemplateLiteralTerm implements TermGenerator {

  private final Pieces pieces;
  private final LexicalForm form;
  private final byte[] suffix;

  TemplateLiteralTerm(Pieces pieces, LexicalForm form, byte[] suffix) {
    this.pieces = pieces;
    this.form = form;
    this.suffix = suffix.clone();
  }

  @Override
  public int count(Row row) {
    return pieces.count(row);
  }

  @Override
  public void write(Row row, int choice, Bytes out) {
    String text = pieces.text(row, choice);
    out.append((byte) '"');
    try {
      form.write(text.toCharArray(), 0, text.length(), out);
    } catch (RowRefusal e) {
      throw e.blame(pieces.references(), text);
    }
    out.append((byte) '"');
    out.append(suffix);
  }
}
