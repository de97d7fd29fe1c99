package org.machinami.loader.source;

/**
 * Caps on what a source may hold, against broken and hostile files.
 *
 * @param fieldCharacters longest value, in characters
 * @param rowCharacters longest row, in characters
 * @param columns most columns of a table
 * @param jsonDepth deepest nesting of a JSON document
 * @param unpackedBytes most bytes that come out of one compressed file
 */
public record SourceLimits(
    int fieldCharacters, int rowCharacters, int columns, int jsonDepth, long unpackedBytes) {

  /** 4 M characters a field, 16 M a row, 16,384 columns, depth 200, 64 GB unpacked. */
  public static final SourceLimits DEFAULT =
      new SourceLimits(4 << 20, 16 << 20, 16_384, 200, 64L << 30);

  public SourceLimits {
    if (fieldCharacters < 1 || rowCharacters < 1 || columns < 1 || jsonDepth < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
