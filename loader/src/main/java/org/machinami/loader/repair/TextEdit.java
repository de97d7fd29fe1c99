package org.machinami.loader.repair;

import java.util.Objects;

/**
 * A repair as a change of the text of a file, as editors make it.
 *
 * @param file its name
 * @param startLine from 1
 * @param startColumn from 1, in UTF-16 code units
 * @param endColumn behind the last one that goes
 * @param text that comes
 */
public record TextEdit(
    String file, long startLine, int startColumn, long endLine, int endColumn, String text) {

  public TextEdit {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(text, "text");
    if (startLine < 1 || startColumn < 1 || endLine < startLine || endColumn < 1) {
      throw new IllegalArgumentException(
          startLine + ":" + startColumn + " to " + endLine + ":" + endColumn);
    }
  }
}
