package org.machinami.loader.mapping;

import org.machinami.loader.source.Row;

/**
 * Writes the terms that a term map makes of a row, in N-Triples. A row may give none (an empty
 * cell), one, or several terms (arrays of JSON: every combination).
 */
interface TermGenerator {
  /** How many terms the row gives. */
  int count(Row row);

  /**
   * Writes one of them.
   *
   * @param choice from 0 to below the count
   * @throws RowRefusal when a value is not what the term needs
   */
  void write(Row row, int choice, Bytes out);
}
