package org.machinami.web.steward.form;

import java.util.Objects;

/**
 * What should be mended, once however often it is found.
 *
 * @param finding the first one
 * @param places how many there are
 */
public record FirstFix(FieldFinding finding, int places) {

  public FirstFix {
    Objects.requireNonNull(finding, "finding");
    if (places < 1) {
      throw new IllegalArgumentException("places: " + places);
    }
  }
}
