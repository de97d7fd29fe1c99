package org.machinami.web.download;

/**
 * What a column of a Parquet file holds.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/types/logicaltypes/">Logical types</a>
 */
enum ParquetType {
  /** Of 64 bits. */
  INTEGER,
  /** Exact, of at most {@value #MOST_DIGITS} digits. */
  DECIMAL,
  DOUBLE,
  BOOLEAN,
  DATE,
  /** A time with its offset: microseconds in UTC. */
  INSTANT,
  /** A time that does not say of which zone: microseconds, without one. */
  LOCAL,
  TEXT,
  /** Well-known binary, as GeoParquet has it. */
  GEOMETRY;

  /** What 16 bytes hold. */
  static final int MOST_DIGITS = 38;

  /** What 32 bits hold. */
  static final int INT_DIGITS = 9;

  /** What 64 bits hold. */
  static final int LONG_DIGITS = 18;

  boolean isNumber() {
    return this == INTEGER || this == DECIMAL || this == DOUBLE;
  }
}
