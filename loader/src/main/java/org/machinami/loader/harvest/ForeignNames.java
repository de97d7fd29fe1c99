package org.machinami.loader.harvest;

import java.text.Normalizer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Local names for what a foreign catalogue calls otherwise: a readable part, then a hash of source
 * and foreign name. The same foreign name always gets the same local one.
 */
final class ForeignNames {
  /** Ids hold up to 80 characters; the hash and its hyphen take eleven. */
  private static final int MOST_LETTERS = 48;

  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:/*");
  private static final Pattern ONLY_DIGITS = Pattern.compile("[0-9-]*");

  private final String base;
  private final String source;
  private final UnaryOperator<String> before;

  ForeignNames(String base, String source) {
    this(base, source, name -> name);
  }

  /**
   * @param before what a foreign name was before the source moved, if it has
   */
  ForeignNames(String base, String source, UnaryOperator<String> before) {
    this.base = base;
    this.source = source;
    this.before = before;
  }

  /** Two sources may describe one dataset; each description keeps a name of its own. */
  String datasetId(String name) {
    String foreign = before.apply(name);
    return readable(foreign) + "-" + Digests.brief(source + "\n" + foreign);
  }

  String datasetIri(String foreign) {
    return base + "datasets/" + datasetId(foreign);
  }

  /** A publisher is the same body whichever source names it. */
  String publisherIri(String foreign) {
    return foreign.startsWith(base + "publishers/")
        ? foreign
        : base + "publishers/" + readable(foreign) + "-" + Digests.brief(foreign);
  }

  boolean isOurs(String iri) {
    return iri.startsWith(base);
  }

  String skolemIri(String hash) {
    return base + ".well-known/genid/" + hash;
  }

  /** The last part of the path that says something, as lower-case ASCII. */
  static String readable(String foreign) {
    String path = SCHEME.matcher(foreign).replaceFirst("");
    int query = path.indexOf('?');
    String[] parts = (query >= 0 ? path.substring(0, query) : path).split("[/#]+", -1);
    String slug = "";
    for (int k = parts.length - 1; k >= 0; k--) {
      String part = slug(parts[k]);
      slug = slug.isEmpty() ? part : part.isEmpty() ? slug : part + "-" + slug;
      if (!ONLY_DIGITS.matcher(slug).matches()) {
        break;
      }
    }
    if (slug.length() > MOST_LETTERS) {
      slug = slug.substring(0, MOST_LETTERS);
      slug = slug.endsWith("-") ? slug.substring(0, slug.length() - 1) : slug;
    }
    return slug.isEmpty() ? "x" : slug;
  }

  private static String slug(String text) {
    StringBuilder slug = new StringBuilder(text.length());
    String plain =
        Normalizer.isNormalized(text, Normalizer.Form.NFKD)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKD);
    boolean gap = false;
    for (int k = 0; k < plain.length(); k++) {
      char letter = Character.toLowerCase(plain.charAt(k));
      if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
        if (gap && !slug.isEmpty()) {
          slug.append('-');
        }
        gap = false;
        slug.append(letter);
      } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
        gap = true;
      }
    }
    return slug.toString();
  }
}
