package org.machinami.web.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class AnswerCacheTest {
  private final AtomicLong head = new AtomicLong(3);
  private final AnswerCache cache = new AnswerCache(2_000, head::get);

  @Test
  void find_sameState_isRemembered() {
    Answer answer = answer(3, 10);
    cache.put(key("a"), answer);
    assertEquals(Optional.of(answer), cache.find(key("a")));
    assertTrue(cache.find(new AnswerCache.Key("a", "text/csv")).isEmpty());
  }

  @Test
  void find_afterCommit_isNotGiven() {
    cache.put(key("a"), answer(3, 10));
    head.set(4);
    assertTrue(cache.find(key("a")).isEmpty());
  }

  @Test
  void find_laterStateWasSeen_isNotGiven() {
    cache.put(key("a"), answer(3, 10));
    cache.seen(4);
    assertTrue(cache.find(key("a")).isEmpty());
  }

  @Test
  void put_ofALaggingProcess_isNotKept() {
    cache.put(key("a"), answer(2, 10));
    assertTrue(cache.find(key("a")).isEmpty());
  }

  @Test
  void put_beyondTheBound_forgetsTheLeastUsed() {
    for (String name : new String[] {"a", "b", "c"}) {
      cache.put(key(name), answer(3, 300));
    }
    assertTrue(cache.find(key("a")).isPresent());
    cache.put(key("d"), answer(3, 300));
    assertTrue(cache.find(key("b")).isEmpty());
    assertTrue(cache.find(key("a")).isPresent());
    assertTrue(cache.find(key("d")).isPresent());
  }

  @Test
  void forget_leavesNothing() {
    cache.put(key("a"), answer(3, 10));
    cache.forget();
    assertTrue(cache.find(key("a")).isEmpty());
  }

  private static AnswerCache.Key key(String name) {
    return new AnswerCache.Key(name, "*/*");
  }

  private static Answer answer(long sequence, int length) {
    return new Answer(sequence, "text/plain", new byte[length]);
  }
}
