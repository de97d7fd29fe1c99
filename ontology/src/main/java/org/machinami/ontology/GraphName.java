package org.machinami.ontology;

import java.util.Locale;
import java.util.Objects;

/**
 * What the name of a graph says: what it holds, and of which dataset, vocabulary, policy version,
 * activity or feed.
 */
public record GraphName(Kind kind, String key) {

  /** What a graph holds; the path segment after {@code graph/} is its name in lower case. */
  public enum Kind {
    METADATA,
    DATA,
    VERDICT,
    ONTOLOGY,
    POLICY,
    ACTIVITY,
    LIVE;

    String segment() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the key is the id of a dataset. */
    public boolean ofDataset() {
      return this == METADATA || this == DATA || this == VERDICT;
    }
  }

  public GraphName {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
  }
}
