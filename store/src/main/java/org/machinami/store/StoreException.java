package org.machinami.store;

import java.util.Objects;

/**
 * A store could not do what it was asked; the code says whose fault it is, the message what, where
 * and what to do.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Who can mend it. */
  public enum Fault {
    /** Whoever called: another call would work. */
    CALLER,
    /** The data handed in. */
    DATA,
    /** Disk, file system, another process. */
    UPSTREAM,
    /** A defect of this software. */
    OURS
  }

  /** What happened. */
  public enum Code {
    /** Another process has the data directory open for writing. */
    HELD(Fault.CALLER),
    /** There is no data directory here. */
    NOT_A_DATA_DIRECTORY(Fault.CALLER),
    /** A data directory cannot be made here: something is in the way. */
    ALREADY_EXISTS(Fault.CALLER),
    /** The data directory was written by another version of this software. */
    OTHER_FORMAT(Fault.CALLER),
    /** It was closed before. */
    CLOSED(Fault.CALLER),
    /** A version names a graph where a file was asked for, or the other way round. */
    WRONG_KIND(Fault.CALLER),
    /** A file that should be a checkpoint is none. */
    NOT_A_CHECKPOINT(Fault.CALLER),
    /** A file that should be a key is none. */
    NOT_A_KEY(Fault.CALLER),
    /** A line or a triple that no graph version can hold. */
    INVALID_TRIPLE(Fault.DATA),
    /** What is on disk is not what was written. */
    DAMAGED(Fault.UPSTREAM),
    /** A blob that a version names is not there. */
    BLOB_MISSING(Fault.UPSTREAM),
    /** No space left. */
    DISK_FULL(Fault.UPSTREAM),
    /** A file cannot be read. */
    UNREADABLE(Fault.UPSTREAM),
    /** A file cannot be written. */
    UNWRITABLE(Fault.UPSTREAM);

    private final Fault fault;

    Code(Fault fault) {
      this.fault = fault;
    }

    /** Whose fault it is. */
    public Fault fault() {
      return fault;
    }
  }

  private final Code code;

  /** With a message that says what happened, to what, and what to do. */
  public StoreException(Code code, String message) {
    super(message);
    this.code = Objects.requireNonNull(code, "code");
  }

  /** With the cause. */
  public StoreException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code, "code");
  }

  /** What happened. */
  public Code code() {
    return code;
  }
}
