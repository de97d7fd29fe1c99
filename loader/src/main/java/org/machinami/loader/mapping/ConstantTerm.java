package org.machinami.loader.mapping;

import org.machinami.loader.source.Row;

/** The same term for every row. */
final class ConstantTerm implements TermGenerator {

  private final byte[] term;

  ConstantTerm(byte[] term) {
    this.term = term.clone();
  }

  @Override
  public int count(Row row) {
    return 1;
  }

  @Override
  public void write(Row row, int choice, Bytes out) {
    out.append(term);
  }
}
