package org.machinami.ontology;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * IRIs of what stands under a base: datasets, their files, publishers, things of the city.
 *
 * @param base canonical base IRI; ends in "/"
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3987#section-2.2">RFC 3987, iunreserved</a>
 */
public record Iris(String base) {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  public Iris {
    Base.require(base);
  }

  /** Where the IRIs of datasets begin. */
  public String datasets() {
    return base + "datasets/";
  }

  public String dataset(String id) {
    return datasets() + Base.requireId("id of a dataset", id);
  }

  /** The id in the IRI of a dataset; empty when it is the IRI of something else. */
  public Optional<String> datasetId(String iri) {
    return iri.startsWith(datasets())
        ? Optional.of(iri.substring(datasets().length())).filter(Base::isId)
        : Optional.empty();
  }

  public String distribution(String datasetId, String name) {
    return dataset(datasetId) + "#" + encode(name);
  }

  /** Where an original file of a dataset is downloaded. */
  public String file(String datasetId, String name) {
    return files(datasetId) + encode(name);
  }

  /** Where the original files of a dataset begin. */
  public String files(String datasetId) {
    return dataset(datasetId) + "/files/";
  }

  /**
   * What a dataset is made with besides its files: a mapping, settings. For who prepares it anew,
   * and for who wants to know how the data came to be.
   */
  public String recipe(String datasetId, String name) {
    return recipe(datasetId) + encode(name);
  }

  /** Where begins what a dataset is made with besides its files. */
  public String recipe(String datasetId) {
    return dataset(datasetId) + "/recipe/";
  }

  /** The data of a dataset as linked data; {@code .nt}, {@code .ttl} and so on may follow. */
  public String data(String datasetId) {
    return dataset(datasetId) + "/data";
  }

  public String publisher(String id) {
    return base + "publishers/" + Base.requireId("id of a publisher", id);
  }

  /** The landing page of a service field. */
  public String theme(String serviceField) {
    return base + "themes/" + Base.requireId("id of a service field", serviceField);
  }

  /**
   * A thing of the city.
   *
   * @param type kebab-case, such as {@code municipality}
   * @param key any text; what an IRI cannot hold is percent-encoded
   */
  public String thing(String type, String key) {
    return base + "id/" + Base.requireId("class of a thing", type) + "/" + encode(key);
  }

  /** The page of a thing. */
  public String doc(String type, String key) {
    return base + "doc/" + Base.requireId("class of a thing", type) + "/" + encode(key);
  }

  /** A version of the data policy. */
  public String policy(String version) {
    return base + "policy/" + encode(version);
  }

  /** A clause of a version of the data policy; the number is as {@code 2.1}. */
  public String clause(String version, String number) {
    return policy(version) + "/clauses/" + encode(number);
  }

  /** The IRI that stands for a blank node; the hash must follow from what the node says. */
  public String genid(String hash) {
    return base + ".well-known/genid/" + encode(hash);
  }

  /** Whether the id is 1 to 80 of a-z, 0-9 and inner hyphens. */
  public static boolean isId(String id) {
    return Base.isId(id);
  }

  /** The text that {@link #encode} has made a segment of. */
  public static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /**
   * The text as one segment of a path: characters outside iunreserved of RFC 3987 are
   * percent-encoded as UTF-8, so Japanese stays. A half surrogate becomes U+FFFD.
   */
  public static String encode(String text) {
    int plain = 0;
    while (plain < text.length() && isAsciiUnreserved(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length() && !isDots(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    if (isDots(text)) {
      // "." and ".." would vanish when the IRI is resolved.
      return "%2E".repeat(text.length());
    }
    out.append(text, 0, plain);
    for (int i = plain; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point >= 0xD800 && point <= 0xDFFF) {
        point = 0xFFFD;
      }
      if (point < 0x80 ? isAsciiUnreserved((char) point) : isUcsChar(point)) {
        out.appendCodePoint(point);
      } else {
        for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
        }
      }
    }
    return out.toString();
  }

  private static boolean isDots(String text) {
    return text.equals(".") || text.equals("..");
  }

  private static boolean isAsciiUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  private static boolean isUcsChar(int point) {
    if (point < 0x10000) {
      return (point >= 0xA0 && point <= 0xD7FF)
          || (point >= 0xF900 && point <= 0xFDCF)
          || (point >= 0xFDF0 && point <= 0xFFEF);
    }
    return point >= 0x10000
        && point <= 0xEFFFD
        && (point & 0xFFFE) != 0xFFFE
        && (point < 0xE0000 || point >= 0xE1000);
  }
}
