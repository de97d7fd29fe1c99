package org.machinami.web.contents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.machinami.store.graph.GraphLines;

/** One pass over the lines of a data graph. Memory does not grow with the graph. */
final class DataReader {
  private static final int MOST_PROPERTIES = 1_000;
  private static final int MOST_TYPES = 8;
  private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";
  private static final String LANGUAGE_STRING =
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

  private final byte[] municipality;
  private final Set<String> municipalities = new TreeSet<>();
  private final TreeMap<String, Tally> tallies = new TreeMap<>();

  /** What was met of a property. */
  private static final class Tally {
    private long statements;
    private final Set<String> types = new TreeSet<>();
  }

  private DataReader(String base) {
    this.municipality = ("<" + base + "id/municipality/").getBytes(StandardCharsets.UTF_8);
  }

  /** What the lines hold. */
  record Found(List<String> municipalities, List<PropertyUse> properties) {}

  static Found read(GraphLines lines, String base) {
    DataReader reader = new DataReader(base);
    while (lines.next()) {
      reader.take(lines.buffer(), lines.offset(), lines.offset() + lines.length());
    }
    return new Found(
        List.copyOf(reader.municipalities),
        reader.tallies.entrySet().stream()
            .map(
                e ->
                    new PropertyUse(
                        e.getKey(), e.getValue().statements, List.copyOf(e.getValue().types)))
            .toList());
  }

  /** A line is "subject predicate object .\n", one blank between. */
  private void take(byte[] bytes, int from, int to) {
    int predicate = indexOf(bytes, from, to, ' ') + 1;
    int object = indexOf(bytes, predicate, to, ' ') + 1;
    place(bytes, from, predicate - 1);
    place(bytes, object, to);
    String iri = text(bytes, predicate + 1, object - 2);
    Tally tally =
        tallies.size() < MOST_PROPERTIES
            ? tallies.computeIfAbsent(iri, k -> new Tally())
            : tallies.get(iri);
    if (tally != null) {
      tally.statements++;
      if (tally.types.size() < MOST_TYPES) {
        tally.types.add(type(bytes, object, to));
      }
    }
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

  private static String type(byte[] bytes, int object, int to) {
    if (bytes[object] != '"') {
      return PropertyUse.RESOURCE;
    }
    int quote = to - 1;
    while (bytes[quote] != '"') {
      quote--;
    }
    return switch (bytes[quote + 1]) {
      case '@' -> LANGUAGE_STRING;
      case '^' -> text(bytes, quote + 4, indexOf(bytes, quote + 4, to, '>'));
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
