package org.machinami.web.cli;

import java.nio.file.Path;
import org.machinami.store.Store;

/** Making data directories. */
final class DataDirectories {
  private DataDirectories() {}

  /** Makes one; a base that cannot be one is wrong use. */
  static void create(Path path, String base) {
    try {
      Store.create(path, slashed(base));
    } catch (IllegalArgumentException e) {
      throw new WrongUse(e.getMessage());
    }
  }

  static String slashed(String base) {
    return base.endsWith("/") ? base : base + "/";
  }
}
