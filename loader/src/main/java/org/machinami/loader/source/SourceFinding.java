package org.machinami.loader.source;

import java.util.List;
import java.util.Objects;

/**
 * What reading a source told about it.
 *
 * @param file its name
 * @param encoding name of the character encoding
 * @param how how the encoding is known
 * @param rows rows read, blank ones included
 * @param unmatched references that no record had; a CSV never has any, a missing column stops it
 */
public record SourceFinding(
    String file, String encoding, How how, long rows, List<String> unmatched) {

  /** How an encoding is known. */
  public enum How {
    DECLARED,
    BYTE_ORDER_MARK,
    FOUND
  }

  public SourceFinding {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(how, "how");
    unmatched = List.copyOf(unmatched);
  }
}
