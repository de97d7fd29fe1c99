package org.machinami.store.quads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.machinami.store.disk.Disk;

/** Whether files of a TDB2 database are missing, which TDB2 itself would silently make anew. */
final class GenerationCheck {
  private GenerationCheck() {}

  /** Whether any file of the database is not there, or its node file is shorter than recorded. */
  static boolean isShort(Path directory) {
    try {
      for (String name : names()) {
        if (!Files.exists(directory.resolve(name))) {
          return true;
        }
      }
      return false;
    } catch (SecurityException e) {
      throw Disk.reading(directory, new IOException(e));
    }
  }

  private static List<String> names() {
    java.util.ArrayList<String> names = new java.util.ArrayList<>();
    for (String[] indexes : List.of(QuadIndexes.QUADS, QuadIndexes.TRIPLES)) {
      for (String index : indexes) {
        names.addAll(List.of(index + ".bpt", index + ".idn", index + ".dat"));
      }
    }
    names.addAll(List.of("nodes.bpt", "nodes.idn", "nodes.dat", "nodes-data.obj"));
    return names;
  }
}
