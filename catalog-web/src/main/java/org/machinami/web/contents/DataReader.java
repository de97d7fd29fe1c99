package org.machinami.web.contents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.machinami.store.graph.GraphLines;

/**
 * Sees the lines of a data graph, one after the other. Memory does not grow with the graph. Not for
 * use by several threads.
 */
final class DataReader {
  private static final int MOST_PROPERTIES = 1_000;
  private static final int MOST_TYPES = 8;
  private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";
  private static final String LANGUAGE_STRING =
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

  private final byte[] municipality;
  private final Set<String> municipalities = new TreeSet<>();
  private final List<Tally> tallies = new ArrayList<>();
  private int last;

  /** What was met of a property. */
  private static final class Tally {
    /** The IRI in its brackets. */
    private final byte[] property;

    private final Set<String> types = new TreeSet<>();
    private long statements;

    /** What stood behind the last value, so that the same type is not read again. */
    private byte[] lastType = {};

    private Tally(byte[] property) {
      this.property = property;
    }

    private PropertyUse use() {
      return new PropertyUse(
          text(property, 1, property.length - 1), statements, List.copyOf(types));
    }
  }

  /**
   * @param base canonical base IRI of the catalogue
   */
  DataReader(String base) {
    this.municipality = ("<" + base + "id/municipality/").getBytes(StandardCharsets.UTF_8);
  }

  /** What the lines hold. */
  record Found(List<String> municipalities, List<PropertyUse> properties) {}

  /** What the lines that were seen hold. */
  Found found() {
    return new Found(
        List.copyOf(municipalities),
        tallies.stream().map(Tally::use).sorted(Comparator.comparing(PropertyUse::iri)).toList());
  }

  /** The line is "subject predicate object .\n", one blank between. */
  void see(GraphLines line) {
    byte[] bytes = line.buffer();
    int from = line.offset();
    int to = from + line.length();
    int predicate = indexOf(bytes, from, to, ' ') + 1;
    int object = indexOf(bytes, predicate, to, ' ') + 1;
    place(bytes, from, predicate - 1);
    place(bytes, object, to);
    Tally tally = tally(bytes, predicate, object - 1);
    if (tally != null) {
      tally.statements++;
      type(tally, bytes, object, to);
    }
  }

  /** Null for one that is too many. The properties of things come in the same order each time. */
  private Tally tally(byte[] bytes, int from, int to) {
    for (int i = 0; i < tallies.size(); i++) {
      int candidate = (last + i) % tallies.size();
      Tally tally = tallies.get(candidate);
      if (Arrays.equals(bytes, from, to, tally.property, 0, tally.property.length)) {
        last = candidate;
        return tally;
      }
    }
    if (tallies.size() == MOST_PROPERTIES) {
      return null;
    }
    Tally tally = new Tally(Arrays.copyOfRange(bytes, from, to));
    tallies.add(tally);
    return tally;
  }

  /** Remembers a municipality; what has a fragment is a part of one, such as its outline. */
  private void place(byte[] bytes, int from, int to) {
    int start = from + municipality.length;
    if (start < to && Arrays.equals(bytes, from, start, municipality, 0, municipality.length)) {
      String code = text(bytes, start, indexOf(bytes, start, to, '>'));
      if (code.matches("[0-9]{5}")) {
        municipalities.add(code);
      }
    }
  }

  private static void type(Tally tally, byte[] bytes, int object, int to) {
    int quote = object;
    if (bytes[object] == '"') {
      quote = to - 1;
      while (bytes[quote] != '"') {
        quote--;
      }
    }
    int end = bytes[object] == '"' ? to : object + 1;
    if (Arrays.equals(bytes, quote, end, tally.lastType, 0, tally.lastType.length)) {
      return;
    }
    tally.lastType = Arrays.copyOfRange(bytes, quote, end);
    if (tally.types.size() < MOST_TYPES) {
      tally.types.add(type(tally.lastType));
    }
  }

  /**
   * The IRI of a type.
   *
   * @param said the quote behind a literal and what follows it, or the first byte of a resource
   */
  private static String type(byte[] said) {
    if (said[0] != '"') {
      return PropertyUse.RESOURCE;
    }
    return switch (said[1]) {
      case '@' -> LANGUAGE_STRING;
      case '^' -> text(said, 4, indexOf(said, 4, said.length, '>'));
      default -> STRING;
    };
  }

  private static int indexOf(byte[] bytes, int from, int to, char wanted) {
    int at = from;
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
