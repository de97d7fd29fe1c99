package org.machinami.loader.source;

/** What takes the rows of a source, one at a time, in their order. */
@FunctionalInterface
public interface RowHandler {
  /** The row is the reader's and is filled again when this returns. */
  void row(Row row);
}
