package org.machinami.web.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.web.rdf.Terms;

/**
 * Geometries that were met on the way to the things that have them. Of ours they stand before their
 * thing: "#" sorts before ">". What is never asked for is forgotten, the oldest first, when the
 * memory for it is full. Not thread-safe.
 */
public final class Geometries {
  private static final byte[] WKT = Ascii.bytes(Terms.GEO + "asWKT>");
  private static final byte[] HAS = Ascii.bytes(Terms.GEO + "hasGeometry>");
  private static final long MOST_CHARACTERS = 8_000_000;

  private final Literals literals = new Literals();
  private final Map<String, Met> waiting = new LinkedHashMap<>();
  private final int mostOfOne;
  private long characters;

  /**
   * Nothing yet.
   *
   * @param mostOfOne a longer text is cut: what one needs to say what it is, or all of it
   */
  public Geometries(int mostOfOne) {
    this.mostOfOne = mostOfOne;
  }

  /**
   * A geometry that was met.
   *
   * @param line where its subject begins, as {@link Blocks#line} says
   */
  public record Met(String text, long line) {}

  /**
   * Takes note of the subject if it is a geometry.
   *
   * @param line where it begins
   */
  public void add(Block block, long line) {
    for (int i = 0; i < block.lines(); i++) {
      if (starts(block, i, WKT)) {
        String text = literals.object(block, i).getLiteralLexicalForm();
        String kept = text.length() > mostOfOne ? text.substring(0, mostOfOne) : text;
        waiting.put(block.subject(), new Met(kept, line));
        characters += kept.length();
      }
    }
    var oldest = waiting.values().iterator();
    while (characters > MOST_CHARACTERS) {
      characters -= oldest.next().text().length();
      oldest.remove();
    }
  }

  /** The texts of the geometries of a thing, in the order of their IRIs. */
  public List<String> of(Block thing) {
    return take(thing).stream().map(Met::text).toList();
  }

  /** The geometries of a thing, in the order of their IRIs. */
  public List<Met> take(Block thing) {
    List<Met> taken = new ArrayList<>();
    for (int line = 0; line < thing.lines(); line++) {
      if (starts(thing, line, HAS)) {
        Met met = waiting.remove(literals.object(thing, line).toString());
        if (met != null) {
          characters -= met.text().length();
          taken.add(met);
        }
      }
    }
    return taken;
  }

  private static boolean starts(Block block, int line, byte[] predicate) {
    int from = block.predicateStart(line);
    int to = from + predicate.length;
    return to < block.end(line)
        && java.util.Arrays.equals(block.bytes(), from, to, predicate, 0, predicate.length);
  }
}
