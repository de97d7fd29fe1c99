package org.machinami.web.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the row of all changes of datasets: after a commit, and after some changes of the next
 * one. It stays what it is, whatever is committed later.
 *
 * @param after sequence of the last commit that is wholly before it; 0 at the beginning
 * @param taken changes of the commit that follows which are before it, too
 */
record Place(long after, int taken) {
  static final Place START = new Place(0, 0);

  private static final Pattern TEXT =
      Pattern.compile("(0|[1-9][0-9]{0,17})(?:\\.([1-9][0-9]{0,8}))?");

  Place {
    if (after < 0 || taken < 0) {
      throw new IllegalArgumentException("place: " + after + "." + taken);
    }
  }

  /** Reads what {@link #text} writes. */
  static Optional<Place> parse(String text) {
    Matcher place = TEXT.matcher(text);
    if (!place.matches()) {
      return Optional.empty();
    }
    int taken = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
    return Optional.of(new Place(Long.parseLong(place.group(1)), taken));
  }

  /** A number, or two with a dot between them. */
  String text() {
    return taken == 0 ? Long.toString(after) : after + "." + taken;
  }
}
