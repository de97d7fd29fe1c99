package org.machinami.store.search;

/** A property of a dataset by which results are counted and narrowed. */
public enum Facet {
  /** Id of a concept of the list "sector". */
  SECTOR("sector"),
  /** Id of a concept of the list "service-field". */
  SERVICE_FIELD("field"),
  /** Id of the publisher where its IRI is ours, else its IRI. */
  PUBLISHER("publisher"),
  /** Licence IRI. */
  LICENCE("licence"),
  /** Short lower-case name such as "csv" or "geojson"; see {@link Formats}. */
  FORMAT("filetype"),
  /** Two-letter language of the data. */
  LANGUAGE("language");

  private final String parameter;

  Facet(String parameter) {
    this.parameter = parameter;
  }

  /** The name in addresses and in the index. */
  public String parameter() {
    return parameter;
  }
}
