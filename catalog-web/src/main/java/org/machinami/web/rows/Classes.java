package org.machinami.web.rows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.machinami.web.rdf.Terms;

/** Which class a subject is a row of. Thread-safe. */
public final class Classes {
  private static final byte[] TYPE = Ascii.bytes(Terms.type);
  private static final byte[] GENID = Ascii.bytes("/.well-known/genid/");
  private static final byte[] FRAGMENT = Ascii.bytes("#");
  private static final String GEOMETRY = Terms.GEO + "Geometry";

  private final byte[] things;

  /** Things of ours stand under {base}id/; what has a fragment there is a part of one. */
  Classes(String base) {
    this.things = (base + "id/").getBytes(StandardCharsets.UTF_8);
  }

  /** The first class of the subject, "" when it has none; empty when it is no row at all. */
  Optional<String> of(Block block) {
    boolean part =
        block.subjectContains(GENID)
            || (block.subjectStartsWith(things) && block.subjectContains(FRAGMENT));
    if (part) {
      return Optional.empty();
    }
    String type = type(block);
    return type.equals(GEOMETRY) ? Optional.empty() : Optional.of(type);
  }

  /** Whether the subject is a row of the table. */
  public boolean isRow(Block block, Shape.Table table) {
    return of(block).map(table.type()::equals).orElse(false);
  }

  private static String type(Block block) {
    for (int line = 0; line < block.lines(); line++) {
      int from = block.predicateStart(line);
      int to = from + TYPE.length;
      if (java.util.Arrays.equals(
              block.bytes(), from, Math.min(to, block.end(line)), TYPE, 0, TYPE.length)
          && block.bytes()[to] == '>'
          && block.bytes()[to + 2] == '<') {
        return block.text(to + 3, block.objectEnd(line) - 1);
      }
    }
    return "";
  }
}
