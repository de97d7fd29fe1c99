package org.machinami.web.rows;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.machinami.store.graph.NTriplesReader;

/** Objects of lines as nodes and as words to compare. Not thread-safe. */
final class Literals {
  private final NTriplesReader reader = new NTriplesReader();

  Node object(Block block, int line) {
    int start = block.start(line);
    return reader.triple(block.bytes(), start, block.end(line) - start).getObject();
  }

  /** The number of a lexical form; NaN when it is none. */
  static double number(String lexical) {
    try {
      return Double.parseDouble(lexical);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Without difference of case and of half and full width. */
  static String folded(String words) {
    boolean ascii = words.chars().allMatch(c -> c < 0x80);
    String one = ascii ? words : Normalizer.normalize(words, Normalizer.Form.NFKC);
    return one.toLowerCase(Locale.ROOT);
  }
}
