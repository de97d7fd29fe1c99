package org.machinami.web.download;

import java.util.Arrays;
import java.util.Optional;

/** A form in which a table leaves the catalogue. */
public enum Form {
  /** UTF-8, values as the data have them, names of columns for programs. */
  CSV("data.csv", "text/csv;charset=utf-8;header=present", "csv"),
  /** UTF-8 with a byte order mark, for people: what is Excel's way to know UTF-8. */
  SPREADSHEET("spreadsheet.csv", "text/csv;charset=utf-8;header=present", "csv"),
  /** The same in the encoding of older Japanese spreadsheets. */
  SPREADSHEET_CP932("spreadsheet-cp932.csv", "text/csv;charset=windows-31j;header=present", "csv"),
  GEOJSON("data.geojson", "application/geo+json", "geojson"),
  /** The columns of {@link #CSV} with their types. */
  PARQUET("data.parquet", "application/vnd.apache.parquet", "parquet");

  private final String name;
  private final String mediaType;
  private final String suffix;

  Form(String name, String mediaType, String suffix) {
    this.name = name;
    this.mediaType = mediaType;
    this.suffix = suffix;
  }

  /** The end of its address, after the dataset. */
  public String path() {
    return name;
  }

  static Optional<Form> ofPath(String path) {
    return Arrays.stream(values()).filter(f -> f.name.equals(path)).findFirst();
  }

  String mediaType() {
    return mediaType;
  }

  String suffix() {
    return suffix;
  }

  /** Whether it has words of a language. */
  boolean hasLanguage() {
    return this == SPREADSHEET || this == SPREADSHEET_CP932;
  }
}
