package org.machinami.loader.harvest;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that keeps only the entries used last. Not thread-safe. */
final class LatestUsed<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  LatestUsed(int most) {
    super(most * 4 / 3, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
