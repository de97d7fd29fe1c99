package org.machinami.loader.source;

/** What a sheet of a workbook has besides values, which a table should not have. */
public enum SheetFeature {
  MERGED,
  /** A row, a column or a sheet that is not shown. */
  HIDDEN,
  FORMULA,
  /** A picture, a shape, a chart, a control or an embedded file. */
  OBJECT,
  /** A cell that looks other than the first one of its column: colour, bold, struck out. */
  FORMAT,
  /** Another sheet beside the one that is read. */
  OTHER_SHEET
}
