package org.machinami.web.rows;

import java.util.Arrays;
import java.util.Set;
import org.machinami.web.rdf.Terms;

/** What the values of a column are, by their datatypes; different ones together are text. */
public enum Kind {
  NUMBER,
  /** Dates, times, months and years: their lexical forms sort as they follow each other. */
  TIME,
  BOOLEAN,
  TEXT,
  /** Other things, and codes of lists. */
  THING,
  /** Geometries, which are parts of the thing. */
  PLACE,
  /** Other parts of the thing: they have no name and no cell. */
  PART;

  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final byte[] XSD_BYTES = Ascii.bytes("^^<" + XSD);
  private static final Set<String> NUMBERS =
      Set.of(
          "integer",
          "decimal",
          "double",
          "float",
          "int",
          "long",
          "short",
          "byte",
          "nonNegativeInteger",
          "positiveInteger",
          "nonPositiveInteger",
          "negativeInteger",
          "unsignedInt",
          "unsignedLong",
          "unsignedShort",
          "unsignedByte");
  private static final Set<String> TIMES =
      Set.of("date", "dateTime", "dateTimeStamp", "gYearMonth", "gYear", "time");
  private static final byte[] GENID = Ascii.bytes("/.well-known/genid/");

  /** The kind of the object that stands from an offset to another in a line. */
  static Kind of(Block block, int from, int to) {
    byte[] bytes = block.bytes();
    if (bytes[from] == '<') {
      return Ascii.contains(bytes, from, to, GENID) || isFragmentOf(block, from, to) ? PART : THING;
    }
    if (bytes[to - 1] != '>') {
      return TEXT;
    }
    int bracket = to - 1;
    while (bytes[bracket] != '<') {
      bracket--;
    }
    int name = bracket - 2 + XSD_BYTES.length;
    boolean ours =
        name < to && Arrays.equals(bytes, bracket - 2, name, XSD_BYTES, 0, XSD_BYTES.length);
    return ours ? ofLocalName(Ascii.text(bytes, name, to - 1)) : TEXT;
  }

  private static Kind ofLocalName(String name) {
    if (NUMBERS.contains(name)) {
      return NUMBER;
    } else if (TIMES.contains(name)) {
      return TIME;
    }
    return name.equals("boolean") ? BOOLEAN : TEXT;
  }

  private static boolean isFragmentOf(Block block, int from, int to) {
    int subject = block.predicateStart(0) - 3; // up to the closing bracket
    byte[] bytes = block.bytes();
    return to - from > subject
        && bytes[from + subject] == '#'
        && Arrays.equals(bytes, from, from + subject, bytes, 0, subject);
  }

  /** The kind of a column that has both. */
  Kind and(Kind other) {
    return this == other ? this : TEXT;
  }

  /** The kind of a property's values, where its name says more than they do. */
  static Kind named(String property, Kind kind) {
    boolean geometry =
        property.equals(Terms.GEO + "hasGeometry")
            || property.equals(Terms.GEO + "hasDefaultGeometry");
    return geometry ? PLACE : kind;
  }

  /** Whether a datatype of XML Schema, by its local name, is one of numbers. */
  public static boolean isNumber(String datatype) {
    return NUMBERS.contains(datatype);
  }

  /** Whether values can be compared with a lowest and a highest one. */
  public boolean hasOrder() {
    return this == NUMBER || this == TIME;
  }
}
