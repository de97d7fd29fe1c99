package org.machinami.loader.proposal;

/** What the values of a column are, by how they are written. */
public enum ValueKind {
  EMPTY,
  INTEGER,
  DECIMAL,
  /** A number with a unit, separators or full-width digits: 1,234 or 12円. */
  NUMBER_IN_TEXT,
  /** 2026-04-01. */
  DATE,
  /** 2026/4/1 or 2026年4月1日. */
  DATE_IN_TEXT,
  /** 令和8年4月1日 or R8.4.1. */
  DATE_OF_ERA,
  /** 2026-04. */
  MONTH,
  YEAR,
  /** 9:30. */
  TIME,
  /** 2026-04-01T09:30 or with a space. */
  DATE_TIME,
  LATITUDE,
  LONGITUDE,
  /** Five digits of JIS X 0402. */
  MUNICIPALITY_CODE,
  /** Six digits, the last a check digit. */
  LOCAL_GOVERNMENT_CODE,
  MESH_CODE,
  CORPORATE_NUMBER,
  POSTAL_CODE,
  TELEPHONE,
  URL,
  EMAIL,
  /** Well-known text of a geometry. */
  GEOMETRY,
  /** 有 and 無, ○, true and the like. */
  FLAG,
  /** One of some words. */
  CHOICE,
  KANA,
  JAPANESE,
  LATIN,
  MIXED;

  /** Whether a sum of the values could mean something. */
  public boolean isNumber() {
    return this == INTEGER || this == DECIMAL || this == NUMBER_IN_TEXT;
  }

  /** Whether the values are days, in whatever form. */
  public boolean isDate() {
    return this == DATE || this == DATE_IN_TEXT || this == DATE_OF_ERA;
  }
}
