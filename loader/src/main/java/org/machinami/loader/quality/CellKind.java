package org.machinami.loader.quality;

/** What a cell that is not empty holds, by its characters. */
enum CellKind {
  NUMBER,
  /** A number with a unit, separators or full-width digits: 1,234 or 12円. */
  DECORATED,
  /** A number with a note behind it: 12※1 or 100（推計）. */
  NOTED,
  /** Several numbers: 35.6,139.7. */
  NUMBERS,
  /** A mark in place of a value: - or 不詳. */
  MARK,
  /** 2026-04-01, 2026-04, with or without a time. */
  DATE_DASHED,
  /** 2026/4/1. */
  DATE_SLASHED,
  /** 2026年4月1日. */
  DATE_WRITTEN,
  /** 2026.4.1. */
  DATE_DOTTED,
  /** A year of two digits: 26/4/1. */
  DATE_SHORT,
  /** A year of an era only: 令和8年 or R8.4.1. */
  DATE_OF_ERA,
  /** Several short pieces: 英語;中国語. */
  LIST,
  /** As in the row above. */
  DITTO,
  TEXT;

  boolean isDate() {
    return this == DATE_DASHED
        || this == DATE_SLASHED
        || this == DATE_WRITTEN
        || this == DATE_DOTTED
        || this == DATE_SHORT
        || this == DATE_OF_ERA;
  }
}
