package org.machinami.web.sparql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Remembered small answers. An answer is given again only while the state that it was computed from
 * is the newest there is: its commit is the head of the ledger and no answer was seen from a later
 * one. So it is never older than what the query process has reached. Thread-safe.
 */
final class AnswerCache {
  /** The request as a form, and what the client accepts: together they decide the answer. */
  record Key(String form, String accept) {
    int size() {
      return 2 * (form.length() + accept.length());
    }
  }

  private static final int ENTRY_OVERHEAD = 256;

  private final long mostBytes;
  private final LongSupplier head;
  private final AtomicLong newestSeen = new AtomicLong(-1);
  private final LinkedHashMap<Key, Answer> answers = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /**
   * @param mostBytes of keys and answers, 0 for no cache
   * @param head the last sequence number of the ledger
   */
  AnswerCache(long mostBytes, LongSupplier head) {
    this.mostBytes = mostBytes;
    this.head = head;
  }

  /** The remembered answer, if it is still the newest. */
  Optional<Answer> find(Key key) {
    Answer answer;
    synchronized (answers) {
      answer = answers.get(key);
    }
    return answer != null && newest(answer.sequence()) ? Optional.of(answer) : Optional.empty();
  }

  /** Notes that an answer from this state went by. */
  void seen(long sequence) {
    newestSeen.accumulateAndGet(sequence, Math::max);
  }

  /** Whether nothing newer than this state can have been answered. */
  boolean newest(long sequence) {
    return sequence == head.getAsLong() && sequence >= newestSeen.get();
  }

  /** Remembers the answer if it is from the newest state, and forgets the least used for it. */
  void put(Key key, Answer answer) {
    long size = size(key, answer);
    if (size > mostBytes || !newest(answer.sequence())) {
      return;
    }
    synchronized (answers) {
      Answer before = answers.put(key, answer);
      bytes += size - (before == null ? 0 : size(key, before));
      var oldest = answers.entrySet().iterator();
      while (bytes > mostBytes) {
        Map.Entry<Key, Answer> entry = oldest.next();
        bytes -= size(entry.getKey(), entry.getValue());
        oldest.remove();
      }
    }
  }

  /** Forgets all, because the quads were mended without a new commit. */
  void forget() {
    synchronized (answers) {
      answers.clear();
      bytes = 0;
    }
  }

  private static long size(Key key, Answer answer) {
    return (long) key.size() + answer.body().length + ENTRY_OVERHEAD;
  }
}
