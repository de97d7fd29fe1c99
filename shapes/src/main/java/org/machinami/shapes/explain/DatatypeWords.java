package org.machinami.shapes.explain;

import java.util.Locale;

/** What datatypes are called for people: 整数 and not {@code xsd:integer}. */
public final class DatatypeWords {

  private DatatypeWords() {}

  /**
   * The name of a datatype, to stand beside a value; the last part of its IRI where it has no
   * other.
   *
   * @param datatype IRI, or its short form
   */
  public static String name(String datatype, Locale locale) {
    return find("type.", datatype, locale);
  }

  /** What a value of the datatype has to be, with an example where the form needs one. */
  public static String asked(String datatype, Locale locale) {
    return find("datatype.", datatype, locale);
  }

  private static String find(String prefix, String datatype, Locale locale) {
    String name = datatype.replaceFirst("^.*[/#:]", "");
    return ExpectationWords.find(locale, prefix + name).orElse(name);
  }
}
