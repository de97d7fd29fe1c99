package org.machinami.loader.mapping;

import org.machinami.loader.Mapping;
import org.machinami.loader.source.Row;

/** Makes triples of a row, or says why not. Not thread-safe. */
@FunctionalInterface
public interface RowFunction {
  /** The triples of the row go to the sink when all of them could be made, else none. */
  Mapping map(Row row, TripleSink sink);
}
