package org.machinami.store.search;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What was made of the keys that were met last. Each key has one place, in which the latest stays:
 * to forget costs nothing, and most texts are met once. Thread-safe.
 */
final class Remembered<K, V> {
  private static final int PLACES = 1 << 13;

  private final AtomicReferenceArray<Entry<K, V>> entries = new AtomicReferenceArray<>(PLACES);

  private record Entry<K, V>(K key, V value) {}

  /** The value; made anew where another key has taken the place. */
  V get(K key, Function<K, V> make) {
    int hash = key.hashCode();
    int place = (hash ^ (hash >>> 13)) & (PLACES - 1);
    Entry<K, V> entry = entries.get(place);
    if (entry == null || !entry.key().equals(key)) {
      entry = new Entry<>(key, make.apply(key));
      entries.set(place, entry);
    }
    return entry.value();
  }
}
