package org.machinami.web.page;

import java.util.Objects;

/**
 * Another form of what a page shows, at an address of its own.
 *
 * @param path below the base
 * @param mediaType without parameters
 * @param profile IRI of what the form keeps to beside its media type
 * @param title by which people call it, the same in every language
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6906">RFC 6906, profiles</a>
 */
public record Alternate(String path, String mediaType, String profile, String title) {
  /**
   * The profile of Croissant.
   *
   * @see <a href="https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html">Croissant
   *     1.0</a>
   */
  public static final String CROISSANT = "http://mlcommons.org/croissant/1.0";

  public Alternate {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(title, "title");
  }

  /** A dataset as Croissant. */
  public static Alternate croissant(String dataset) {
    return new Alternate(
        "datasets/" + dataset + "/croissant.json", "application/ld+json", CROISSANT, "Croissant");
  }

  /** The media type with the profile, as a link element has it. */
  public String type() {
    return mediaType + ";profile=\"" + profile + "\"";
  }

  /**
   * The value of a Link header, whose type has no parameters.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8288#section-3.4.1">RFC 8288, 3.4.1</a>
   */
  public String header(String base) {
    return "<"
        + base
        + path
        + ">; rel=\"alternate\"; type=\""
        + mediaType
        + "\"; profile=\""
        + profile
        + "\"";
  }
}
