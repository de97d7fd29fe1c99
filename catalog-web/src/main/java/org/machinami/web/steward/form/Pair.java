package org.machinami.web.steward.form;

import java.util.Objects;

/** A box for Japanese and one for English, side by side. */
public record Pair(Slot ja, Slot en) {

  public Pair {
    Objects.requireNonNull(ja, "ja");
    Objects.requireNonNull(en, "en");
  }
}
