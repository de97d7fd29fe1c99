package org.machinami.store.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.NTriplesReader;

/**
 * Reads the lines of a data graph, however many, for the few that the search is made from: names of
 * things, geometries, and which properties there are.
 */
final class ContentsReader {
  /** Things of a dataset that are found by their names. */
  static final int MOST_THINGS = 10_000;

  private static final int LONGEST_NAME = 200;
  private static final int MOST_NAMES = 12;
  private static final int MOST_PROPERTIES = 200;
  private static final byte[] NAMING = bytes("<http://www.w3.org/2000/01/rdf-schema#label> ");
  private static final byte[] GEOMETRY = bytes("<http://www.opengis.net/ont/geosparql#asWKT> ");

  private final byte[] thing;
  private final String base;

  ContentsReader(String base) {
    this.thing = bytes("<" + base + "id/");
    this.base = base;
  }

  Contents read(GraphLines lines) {
    NTriplesReader reader = new NTriplesReader();
    List<Contents.NamedThing> things = new ArrayList<>();
    Properties properties = new Properties();
    Geometries geometries = new Geometries();
    References references = new References(base);
    String subject = "";
    List<Literal> names = new ArrayList<>();
    while (lines.next()) {
      byte[] bytes = lines.buffer();
      int from = lines.offset();
      int end = from + lines.length();
      int predicate = behindSpace(bytes, from, end);
      if (startsWith(bytes, predicate, end, GEOMETRY)) {
        geometries.add(reader.triple(lines));
      } else if (startsWith(bytes, predicate, end, NAMING)) {
        if (startsWith(bytes, from, end, thing) && things.size() < MOST_THINGS) {
          Triple naming = reader.triple(lines);
          String iri = naming.getSubject().getURI();
          if (!iri.equals(subject)) {
            add(things, subject, names);
            subject = iri;
          }
          name(naming.getObject(), names);
        }
      } else {
        properties.add(bytes, predicate, end);
        references.add(bytes, from, predicate, end);
      }
    }
    add(things, subject, names);
    Optional<Box> extent = geometries.all().or(references::cells);
    return new Contents(
        things.stream().map(geometries::placed).toList(),
        properties.iris(),
        extent,
        extent.isPresent() ? Set.of() : references.places());
  }

  private static void add(List<Contents.NamedThing> things, String iri, List<Literal> names) {
    // What has a fragment is a part of a thing and has no page of its own.
    if (!names.isEmpty() && iri.indexOf('#') < 0) {
      things.add(new Contents.NamedThing(iri, List.copyOf(names), Optional.empty()));
    }
    names.clear();
  }

  private static void name(Node node, List<Literal> names) {
    if (node.isLiteral() && names.size() < MOST_NAMES) {
      Literal name = Statements.literal(node);
      if (!name.value().isBlank() && name.value().length() <= LONGEST_NAME) {
        names.add(name);
      }
    }
  }

  static int behindSpace(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != ' ') {
      at++;
    }
    return at + 1;
  }

  static boolean startsWith(byte[] bytes, int from, int end, byte[] start) {
    return end - from >= start.length
        && Arrays.equals(bytes, from, from + start.length, start, 0, start.length);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The properties met, without making a string of each line: they come again and again. */
  private static final class Properties {
    private final List<byte[]> met = new ArrayList<>();
    private int last;

    void add(byte[] bytes, int from, int end) {
      for (int i = 0; i < met.size(); i++) {
        int candidate = (last + i) % met.size();
        if (startsWith(bytes, from, end, met.get(candidate))) {
          last = candidate;
          return;
        }
      }
      if (met.size() < MOST_PROPERTIES) {
        met.add(Arrays.copyOfRange(bytes, from, behindSpace(bytes, from, end)));
      }
    }

    Set<String> iris() {
      Set<String> iris = new LinkedHashSet<>();
      met.forEach(property -> iris.add(text(property, 1, property.length - 2)));
      return iris;
    }
  }
}
