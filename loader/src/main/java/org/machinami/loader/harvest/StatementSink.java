package org.machinami.loader.harvest;

/** Takes the statements of a dump one after another. */
@FunctionalInterface
interface StatementSink {
  /** The statement's slices are valid only during the call. */
  void statement(Statement statement);
}
