package org.machinami.web.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DueTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Instant RAN = Instant.parse("2026-11-29T00:00:00Z");

  private static Due due(String source, Duration jitter) {
    return new Due(source, "0 3 * * *", jitter, TOKYO);
  }

  @Test
  void next_everyNight_isAtThreeInTheCity() {
    assertEquals(
        Instant.parse("2026-11-29T18:00:00Z"), due("a", Duration.ZERO).next(RAN, 0).orElseThrow());
  }

  @Test
  void next_jitter_isTheSameForOneSourceAndAnotherForTheNext() {
    Duration jitter = Duration.ofMinutes(30);
    Instant one = due("a", jitter).next(RAN, 0).orElseThrow();
    Instant other = due("b", jitter).next(RAN, 0).orElseThrow();
    assertEquals(one, due("a", jitter).next(RAN, 0).orElseThrow());
    assertFalse(one.equals(other));
    for (Instant time : new Instant[] {one, other}) {
      assertFalse(time.isBefore(Instant.parse("2026-11-29T18:00:00Z")));
      assertFalse(time.isAfter(Instant.parse("2026-11-29T18:30:00Z")));
    }
  }

  @Test
  void next_afterFailures_waitsLongerEachTime() {
    Due due = due("a", Duration.ZERO);
    assertEquals(RAN.plus(Duration.ofMinutes(10)), due.next(RAN, 1).orElseThrow());
    assertEquals(RAN.plus(Duration.ofMinutes(40)), due.next(RAN, 3).orElseThrow());
    assertEquals(Duration.ofHours(24), Due.backOff(50));
    // However long it waits, it is not run sooner than it may.
    assertTrue(!due.next(RAN, 50).orElseThrow().isBefore(RAN.plus(Duration.ofHours(24))));
  }

  @Test
  void expressionThatIsNone_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Due("a", "at night", Duration.ZERO, TOKYO));
  }
}
