package org.machinami.store.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.machinami.ontology.MeshCode;

/**
 * What data without geometries say of where they are: the cells of the standard mesh and the things
 * of the city that they name, whose geometries other data may have.
 */
final class References {
  private static final int MOST_PLACES = 2_000;
  private static final byte[] MESH_CODE = bytes("<https://machinami.org/vocab/city#meshCode> ");

  private final byte[] things;
  private final byte[] mesh;
  private final Extent cells = new Extent();
  private final Set<String> places = new LinkedHashSet<>();
  private byte[] last = new byte[0];

  References(String base) {
    this.things = bytes("<" + base + "id/");
    this.mesh = bytes("<" + base + "id/mesh/");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Takes in what a line of N-Triples names. */
  void add(byte[] bytes, int from, int predicate, int end) {
    if (ContentsReader.startsWith(bytes, from, end, mesh)) {
      cell(bytes, from + mesh.length, end);
    }
    int object = ContentsReader.behindSpace(bytes, predicate, end);
    if (ContentsReader.startsWith(bytes, object, end, mesh)) {
      cell(bytes, object + mesh.length, end);
    } else if (ContentsReader.startsWith(bytes, object, end, things)) {
      place(bytes, object, end);
    } else if (object < end
        && bytes[object] == '"'
        && ContentsReader.startsWith(bytes, predicate, end, MESH_CODE)) {
      cell(bytes, object + 1, end);
    }
  }

  /** A code up to the character that ends it; the same one comes again and again. */
  private void cell(byte[] bytes, int from, int end) {
    int to = from;
    while (to < end && bytes[to] >= '0' && bytes[to] <= '9') {
      to++;
    }
    if (!Arrays.equals(bytes, from, to, last, 0, last.length)) {
      last = Arrays.copyOfRange(bytes, from, to);
      MeshCode.find(new String(last, StandardCharsets.US_ASCII))
          .map(MeshCode::edges)
          .ifPresent(edges -> cells.add(new Box(edges[0], edges[1], edges[2], edges[3])));
    }
  }

  private void place(byte[] bytes, int object, int end) {
    int to = object;
    while (to < end && bytes[to] != '>') {
      if (bytes[to] == '#') {
        return; // a part of a thing, such as its geometry
      }
      to++;
    }
    if (places.size() < MOST_PLACES) {
      places.add(new String(bytes, object + 1, to - object - 1, StandardCharsets.UTF_8));
    }
  }

  /** Around all cells; empty when none is named. */
  Optional<Box> cells() {
    return cells.box();
  }

  /** IRIs of the things, the first some thousands. */
  Set<String> places() {
    return places;
  }
}
