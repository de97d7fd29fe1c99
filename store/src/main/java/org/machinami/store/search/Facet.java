package org.machinami.store.search;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A property of a dataset by which results are counted and narrowed. */
public enum Facet {
  /** Id of a concept of the list "sector". */
  SECTOR("sector"),
  /** Id of a concept of the list "service-field". */
  SERVICE_FIELD("field"),
  /** Id of the publisher where its IRI is ours, else its IRI. */
  PUBLISHER("publisher"),
  /** Code of a municipality that the data are about, as in {@code id/municipality/13104}. */
  MUNICIPALITY("municipality"),
  /** Short lower-case name such as "csv" or "geojson"; see {@link Formats}. */
  FORMAT("filetype"),
  /** Licence IRI. */
  LICENCE("licence"),
  /** Id of a concept of the list "access-plan", or that of an access right which is not open. */
  ACCESS("access"),
  /** Id of a concept of the list "quality-level"; none where no file was judged. */
  QUALITY("quality"),
  /** Last part of an entry of the EU frequency list, such as "MONTHLY", else the IRI. */
  FREQUENCY("frequency"),
  /** A year of the period that the data are about. */
  YEAR("year"),
  /** Two-letter language of the data. */
  LANGUAGE("language"),
  /** A keyword as the description writes it, of any language; there may be very many. */
  KEYWORD("keyword");

  /** Those that every search counts: the others have too many values for that. */
  public static final Set<Facet> COUNTED =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(KEYWORD)));

  private final String parameter;

  Facet(String parameter) {
    this.parameter = parameter;
  }

  /** The name in addresses and in the index. */
  public String parameter() {
    return parameter;
  }
}
