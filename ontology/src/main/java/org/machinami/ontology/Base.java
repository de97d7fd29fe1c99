package org.machinami.ontology;

import java.net.URI;
import java.net.URISyntaxException;

/** Checks on what IRIs are made of; each names the bad part in its message. */
final class Base {

  private static final int LONGEST_ID = 80;

  private Base() {}

  /** Returns the base when it is an absolute http or https IRI that ends in a slash. */
  static String require(String base) {
    if (!base.endsWith("/")) {
      throw new IllegalArgumentException("base must end in \"/\": " + base);
    }
    try {
      URI uri = new URI(base);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!web || uri.getRawAuthority() == null) {
        throw new IllegalArgumentException("base must be an http or https IRI: " + base);
      }
      if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
        throw new IllegalArgumentException("base must have no query and no fragment: " + base);
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("base is not an IRI: " + base, e);
    }
    return base;
  }

  /** Returns the id when it is 1 to 80 of a-z, 0-9 and inner hyphens. */
  static String requireId(String what, String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          what + " must be 1 to 80 of a-z, 0-9 and inner hyphens: \"" + id + "\"");
    }
    return id;
  }

  static boolean isId(String id) {
    if (id.isEmpty() || id.length() > LONGEST_ID || id.startsWith("-") || id.endsWith("-")) {
      return false;
    }
    return id.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  }
}
