package org.machinami.loader.egress;

import java.util.Objects;

/**
 * What the other program answered.
 *
 * @param mediaType as declared; empty when none was
 * @param text the body, which is UTF-8
 */
public record EgressAnswer(int status, String mediaType, String text) {
  public EgressAnswer {
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(text, "text");
  }

  /** The text may hold secrets. */
  @Override
  public String toString() {
    return "EgressAnswer[" + status + " " + mediaType + "]";
  }
}
