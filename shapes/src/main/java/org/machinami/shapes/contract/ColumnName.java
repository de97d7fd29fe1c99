package org.machinami.shapes.contract;

import java.text.Normalizer;
import java.util.Locale;

/** How names of columns are compared. */
public final class ColumnName {

  private ColumnName() {}

  /** The name without what is only another way of writing it: width, case, spaces. */
  public static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Cf}]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
