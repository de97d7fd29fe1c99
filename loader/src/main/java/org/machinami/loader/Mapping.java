package org.machinami.loader;

/** A row of a source that became triples, or the reason why it did not. */
public sealed interface Mapping permits Mapped, Skipped, Refused {
  /** Where the row stands: file, row (1-based, header excluded), column where one is to blame. */
  Position at();
}
