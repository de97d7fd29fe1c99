package org.machinami.loader.source;

import java.util.List;
import java.util.Objects;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * What reading a source told about it.
 *
 * @param file its name
 * @param encoding name of the character encoding
 * @param how how the encoding is known
 * @param rows rows read, blank ones included
 * @param unmatched references that no record had; a CSV never has any, a missing column stops it
 * @param other whether it is a document of another kind, that has no place for records
 * @param unheeded what metadata beside it say of which nothing is made, as {@code file:
 *     property=value}
 */
public record SourceFinding(
    String file,
    String encoding,
    How how,
    long rows,
    List<String> unmatched,
    boolean other,
    List<String> unheeded) {

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
    unheeded = List.copyOf(unheeded);
  }

  /** What reading a source of the kind asked for told. */
  public SourceFinding(String file, String encoding, How how, long rows, List<String> unmatched) {
    this(file, encoding, how, rows, unmatched, false, List.of());
  }

  /** The same, with what metadata beside it say in vain. */
  SourceFinding withUnheeded(List<String> properties) {
    return new SourceFinding(file, encoding, how, rows, unmatched, other, properties);
  }

  /** The same of a document that turned out to be one of another kind. */
  SourceFinding ofAnotherKind() {
    return new SourceFinding(file, encoding, how, rows, unmatched, true, unheeded);
  }

  /**
   * Refuses a document of another kind.
   *
   * @throws LoadException when it has no place for records
   */
  public void requireRecords() {
    if (other) {
      throw new LoadException(Fault.DATA, "source.no-features", file);
    }
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
