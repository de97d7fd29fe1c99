package org.machinami.web.map;

import java.util.List;
import java.util.Optional;
import org.machinami.store.search.Box;
import org.machinami.web.language.Text;

/**
 * The features for a rectangle.
 *
 * @param around the rectangle around all places of the table; empty when it has none
 * @param together the rectangle around those that lie together; empty when there are none
 * @param places how many there are in all of it
 * @param inside how many of them are in the rectangle that was asked for
 * @param unplaced rows without a place
 * @param complete whether every place is here, by itself and with all of its corners
 * @param columns what the facts of features are facts of
 * @param colour what they are coloured by
 */
record Answer(
    Optional<Box> around,
    Optional<Box> together,
    long places,
    long inside,
    long unplaced,
    boolean complete,
    List<Column> columns,
    Optional<Colour> colour,
    List<Feature> features) {
  Answer {
    columns = List.copyOf(columns);
    features = List.copyOf(features);
  }

  /**
   * A column of facts.
   *
   * @param unit empty for none
   */
  record Column(Text label, Optional<Text> unit) {}

  /** What features are coloured by. */
  record Colour(Column column, Legend legend) {}
}
