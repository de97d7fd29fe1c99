package org.machinami.web.steward;

/** A file of a draft is not what was sent, or cannot be read. */
final class DraftChanged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;

  DraftChanged(String file, Throwable cause) {
    super("the file " + file + " of a draft is not the one that was sent", cause);
    this.file = file;
  }

  String file() {
    return file;
  }
}
