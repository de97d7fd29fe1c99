package org.machinami.loader;

import java.util.Locale;
import org.machinami.shapes.Position;
import org.machinami.shapes.quality.Fault;

/** Where something stands, and what, for people: file, row, column and value. */
final class PlaceText {

  private final Locale locale;

  PlaceText(Locale locale) {
    this.locale = locale;
  }

  /**
   * The place.
   *
   * @param value empty where there is none
   */
  String of(Position at, String value) {
    StringBuilder place = new StringBuilder(at.file());
    at.row().ifPresent(row -> place.append(Messages.text(locale, "report.quality.row", row)));
    at.column()
        .ifPresent(column -> place.append(Messages.text(locale, "report.quality.column", column)));
    if (!value.isEmpty()) {
      place.append(" [").append(Fault.shown(value.replace('\n', ' '))).append(']');
    }
    return place.toString();
  }
}
