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

  /**
   * The same of records that are worked out of a table.
   *
   * @param references that were asked for
   * @param known those that every record has
   */
  public SourceFinding workedOut(long records, List<String> references, List<String> known) {
    return new SourceFinding(
        file,
        encoding,
        how,
        records,
        references.stream().filter(reference -> !known.contains(reference)).toList());
  }
}
