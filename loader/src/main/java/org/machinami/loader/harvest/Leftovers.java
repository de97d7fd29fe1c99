package org.machinami.loader.harvest;

import java.util.HashMap;
import java.util.Map;

/** Counts what found no place in any dataset's graph, by class. */
final class Leftovers {
  /** Stands for resources without a class. */
  static final String NO_CLASS = "";

  private Leftovers() {}

  static Map<String, HarvestReport.Unreached> count(
      Descriptions descriptions, DumpContents contents, UsedBlocks used) {
    Map<String, HarvestReport.Unreached> counts = new HashMap<>();
    for (long place = 0; place < descriptions.end(); ) {
      Descriptions.Block block = descriptions.block(place);
      place += block.length();
      if (!used.isMarked(block) && !contents.isSuperseded(block.graph())) {
        counts.merge(
            type(block),
            new HarvestReport.Unreached(1, block.statements()),
            (one, other) -> one.plus(other.resources(), other.statements()));
      }
    }
    return counts;
  }

  private static String type(Descriptions.Block block) {
    BlockLines lines = new BlockLines(block);
    byte[] bytes = block.bytes();
    while (lines.next()) {
      if (lines.predicateIs(Terms.TYPE) && bytes[lines.objectStart()] == '<') {
        String type = lines.object();
        return type.substring(1, type.length() - 1);
      }
    }
    return NO_CLASS;
  }
}
