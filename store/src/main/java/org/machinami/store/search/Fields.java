package org.machinami.store.search;

import org.machinami.store.search.text.SortKeys;
import org.machinami.store.search.text.TypedField;

/**
 * The fields of the index. A change here, or in how text is cut into words, needs another {@link
 * #FORMAT}, which makes every index be rebuilt.
 *
 * <p>There are three kinds of documents: datasets, named things of their data, and what is kept of
 * data that have no description.
 */
final class Fields {
  static final String FORMAT = "9";

  static final String KIND = "kind";
  static final String DATASET = "dataset";
  static final String THING = "thing";
  static final String BARE = "bare";

  static final String ID = "id";

  /** What the list shows of a dataset: {@link Hits}. */
  static final String SHOWN = "shown";

  /** Stored: the same, where it is too long. */
  static final String LONG_SHOWN = "longShown";

  /** The name-based UUIDs of the dataset, its distributions and its table, see {@link IriUuid}. */
  static final String UUID = "uuid";

  /** Milliseconds: when a commit last changed description or data. */
  static final String CHANGED = "changed";

  /** Milliseconds, stored: when the description came, and did not go again. */
  static final String CREATED = "created";

  /** Stored: the versions of the graphs that a document is made from, in hexadecimal. */
  static final String METADATA_VERSION = "metadataVersion";

  static final String DATA_VERSION = "dataVersion";

  /** What the description says of its publisher and the bodies above it. */
  static final String PUBLISHER_STATEMENT = "publisherStatement";

  static final String MODIFIED = "modified";
  static final String ISSUED = "issued";

  /** Searched beside those of {@link TypedField}: pairs of characters of all Japanese text. */
  static final String PAIRS = "pairs";

  /**
   * The terms of all of {@link TypedField} but the names of things, in one list of documents for
   * each, with how much they count there: {@link Relevance}.
   */
  static final String ALL = "all";

  /** The words of the same where they stand, one part of the description after another. */
  static final String RUNNING = "running";

  /** Searched by whole values: IRIs of places; days and rectangles that the data are about. */
  static final String PLACE_IRI = "placeIri";

  static final String DAYS = "days";
  static final String EXTENT = "extent";

  /** IRIs of things that are where the data are, of datasets that do not say it in degrees. */
  static final String PLACES = "places";

  /** Of a thing: the dataset whose data name it, its names in one spelling, its IRI. */
  static final String THING_OF = "thingOf";

  static final String IRI = "iri";

  /** Stored: a literal each, "tag|value". */
  static final String NAMES = "names";

  static final String THING_NAME = "thingName";

  static final String THING_IRI = "thingIri";

  /** Stored, of a thing: the rectangle around its geometry, "west south east north". */
  static final String THING_BOX = "thingBox";

  /** Words as they are written, for corrections; and whole names, for suggestions. */
  static final String SPELLING = "spelling";

  static final String SUGGESTED = "suggested";

  /** Sorted by: the title in a language, as {@link SortKeys} makes of it. */
  static final String BY_TITLE_JA = "byTitleJa";

  static final String BY_TITLE_EN = "byTitleEn";

  private Fields() {}
}
