package org.machinami.store.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A text in parts, of which some are what was looked for.
 *
 * @param before whether text was left out in front
 * @param after whether text was left out behind
 */
public record Snippet(List<Part> parts, boolean before, boolean after) {
  public Snippet {
    parts = List.copyOf(parts);
  }

  /** Some characters; never empty. */
  public record Part(String text, boolean marked) {}

  static Snippet of(String text, BitSet marked, int from, int to) {
    List<Part> parts = new ArrayList<>();
    int at = from;
    while (at < to) {
      boolean is = marked.get(at);
      int end = is ? marked.nextClearBit(at) : marked.nextSetBit(at);
      end = end < 0 ? to : Math.min(end, to);
      parts.add(new Part(text.substring(at, end), is));
      at = end;
    }
    return new Snippet(parts, from > 0, to < text.length());
  }

  /** Whether anything in it is marked. */
  public boolean isMarked() {
    return parts.stream().anyMatch(Part::marked);
  }
}
