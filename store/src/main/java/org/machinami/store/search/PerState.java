package org.machinami.store.search;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;

/** What is read from an index once for each state of it; the last is kept. Thread-safe. */
final class PerState<T> {
  private final Reading<T> reading;
  private volatile Known<T> known;

  PerState(Reading<T> reading) {
    this.reading = reading;
  }

  /** How it is read. */
  interface Reading<T> {
    T read(IndexReader reader) throws IOException;
  }

  private record Known<T>(Object state, T value) {}

  T of(IndexReader reader) throws IOException {
    Object state = reader.getReaderCacheHelper().getKey();
    Known<T> last = known;
    if (last == null || !last.state().equals(state)) {
      last = new Known<>(state, reading.read(reader));
      known = last;
    }
    return last.value();
  }
}
