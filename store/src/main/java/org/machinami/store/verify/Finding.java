package org.machinami.store.verify;

import java.util.Objects;

/**
 * Something that is not as it was written.
 *
 * @param kind what sort of thing
 * @param place file and line, file and byte, or IRI of a graph and its version
 * @param message what is wrong
 */
public record Finding(Kind kind, String place, String message) {
  /** What sort of thing. */
  public enum Kind {
    /** A line of the ledger was edited, removed, moved, or its tail was cut. */
    LEDGER,
    /** A version that the ledger names cannot be put together. */
    VERSION,
    /** Bytes of a pack are not what was written. */
    PACK,
    /** What is derived from the ledger is not what the ledger says. */
    DERIVED,
    /** An operational record contradicts another, or their schema is none of this program. */
    RECORDS,
    /** A checkpoint is not the operator's, or of another ledger. */
    CHECKPOINT,
    /** A file cannot be read. */
    UNREADABLE,
    /** It could not be looked at just now, which says nothing about its state. */
    UNCHECKED
  }

  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
