package org.machinami.loader.proposal;

import java.util.List;
import java.util.Objects;

/**
 * How the IRI of what a row describes is made.
 *
 * @param prefix relative to the base, such as {@code id/facility/library-}
 * @param columns references whose values follow, parted by hyphens; none: the number of the row
 * @param unique whether they told all rows that were looked at from one another
 */
public record ProposedKey(String prefix, List<String> columns, boolean unique) {

  public ProposedKey {
    Objects.requireNonNull(prefix, "prefix");
    columns = List.copyOf(columns);
    if (!prefix.matches("[A-Za-z0-9._~/-]+")) {
      throw new IllegalArgumentException(
          "an IRI begins with letters, digits, . _ ~ - and /: " + prefix);
    }
  }
}
