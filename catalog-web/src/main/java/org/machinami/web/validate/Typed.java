package org.machinami.web.validate;

import java.util.Objects;

/** What stands in the form. */
public record Typed(String text, String url, String dataset) {
  static final Typed NOTHING = new Typed("", "", "");

  /** Longer texts are not sent back: they are judged, and the page stays readable. */
  private static final int SHOWN = 200_000;

  public Typed {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(dataset, "dataset");
    text = text.length() > SHOWN ? "" : text;
  }
}
