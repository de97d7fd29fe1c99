package org.machinami.store.graph;

import java.util.Arrays;
import java.util.List;

/** Looks at the lines of a version that begin with one of some texts. */
final class PrefixSearch {
  private final VersionCursor base;
  private final List<byte[]> prefixes;
  private int next;

  /**
   * @param base at the beginning of a version
   * @param prefixes each a whole subject and more, sorted, none the beginning of another
   */
  PrefixSearch(VersionCursor base, List<byte[]> prefixes) {
    this.base = base;
    this.prefixes = prefixes;
  }

  /** Whether one of the lines passes; to be called once. */
  boolean any(LineTest test) {
    while (next < prefixes.size() && !base.ended()) {
      if (!base.loaded()) {
        enterOrSkip();
        continue;
      }
      int order = order(prefixes.get(next));
      if (order < 0) {
        next++;
      } else if (order > 0) {
        base.next();
      } else if (test.passes(base.bytes(), base.offset(), base.length())) {
        return true;
      } else {
        base.next();
      }
    }
    return false;
  }

  /** A part that ends before the subject is left out; lines of one subject may stand in several. */
  private void enterOrSkip() {
    byte[] after = base.subjectAfterPart();
    byte[] wanted = prefixes.get(next);
    if (Arrays.compareUnsigned(wanted, base.part().firstSubject()) < 0) {
      next++;
      return;
    }
    boolean behind =
        after != null
            && Arrays.compareUnsigned(
                    wanted, 0, Math.min(wanted.length, after.length), after, 0, after.length)
                > 0;
    if (behind) {
      base.skip(base.part());
    } else {
      base.descend();
    }
  }

  /** Order of a text and the beginning of the line. */
  private int order(byte[] prefix) {
    int end = Math.min(base.offset() + prefix.length, base.offset() + base.length());
    return Arrays.compareUnsigned(prefix, 0, prefix.length, base.bytes(), base.offset(), end);
  }
}
