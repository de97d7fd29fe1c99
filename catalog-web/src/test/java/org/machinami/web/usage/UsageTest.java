package org.machinami.web.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.machinami.web.records.Databases;
import org.machinami.web.records.Records;

final class UsageTest {
  @TempDir private Path directory;

  private final AtomicReference<Map<String, Long>> order = new AtomicReference<>();
  private final Days days = new Days();

  /** A clock that a test turns. */
  private static final class Days extends Clock {
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");

    void pass(int number) {
      now = now.plus(Duration.ofDays(number));
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private Usage start(Records records) {
    return Usage.start(records, order::set, days, Duration.ofHours(1));
  }

  @ParameterizedTest
  @EnumSource
  void uses_areToldFromTheNextDayOn_forThirtyDays(Databases database) {
    try (Records records = Records.open(database.fresh(), directory);
        Usage usage = start(records)) {
      usage.viewed("parks");
      usage.viewed("parks");
      usage.downloaded("parks");
      usage.viewed("roads");
      usage.turn();
      usage.viewed("parks");
      String today = usage.version();
      usage.turn();
      assertEquals(Uses.NONE, usage.of("parks"));
      assertEquals(today, usage.version());
      days.pass(1);
      usage.turn();
      assertEquals(new Uses(3, 1), usage.of("parks"));
      assertEquals(List.of("parks", "roads"), usage.most(5));
      assertEquals(List.of("parks"), usage.most(1));
      assertEquals(Map.of("parks", 4L, "roads", 1L), order.get());
      assertNotEquals(today, usage.version());
      days.pass(29);
      usage.turn();
      assertEquals(new Uses(3, 1), usage.of("parks"));
      days.pass(1);
      usage.turn();
      assertEquals(Uses.NONE, usage.of("parks"));
      assertEquals(List.of(), usage.most(5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void close_writesTheLastGroup_andAStartReadsIt(Databases database) {
    String url = database.fresh();
    try (Records records = Records.open(url, directory)) {
      try (Usage usage = start(records)) {
        usage.viewed("parks");
      }
      days.pass(1);
      try (Usage usage = start(records)) {
        assertEquals(new Uses(1, 0), usage.of("parks"));
        assertEquals(Map.of("parks", 1L), order.get());
      }
    }
  }

  @Test
  void turn_databaseDown_keepsTheCounts() {
    try (Records records = Records.open(Records.EMBEDDED, directory);
        Usage usage = start(records)) {
      rename(records, "dataset_usage", "elsewhere");
      usage.viewed("parks");
      usage.turn();
      usage.viewed("parks");
      rename(records, "elsewhere", "dataset_usage");
      usage.turn();
      days.pass(1);
      usage.turn();
      assertEquals(new Uses(2, 0), usage.of("parks"));
    }
  }

  private static void rename(Records records, String from, String to) {
    records.durably(handle -> handle.execute("ALTER TABLE " + from + " RENAME TO " + to));
  }

  @Test
  void viewed_byManyWhileGroupsAreWritten_losesNone() {
    try (Records records = Records.open(Records.EMBEDDED, directory);
        Usage usage = start(records)) {
      IntStream.range(0, 20_000)
          .parallel()
          .forEach(
              i -> {
                usage.viewed("d" + i % 7);
                if (i % 1_000 == 0) {
                  usage.turn();
                }
              });
      usage.turn();
      days.pass(1);
      usage.turn();
      long total = IntStream.range(0, 7).mapToLong(i -> usage.of("d" + i).views()).sum();
      assertEquals(20_000, total);
    }
  }

  @Test
  void robots_areKnownByTheirNames() {
    for (String robot :
        List.of(
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; bingbot/2.0)",
            "Baiduspider+(+http://www.baidu.com/search/spider.htm)",
            "facebookexternalhit/1.1",
            "UptimeRobot/2.0")) {
      assertTrue(new Visitors().isRobot(robot), robot);
    }
    for (String people :
        List.of(
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
            "Mozilla/5.0 (Linux; Android 13; CUBOT X70) AppleWebKit/537.36",
            "curl/8.5.0",
            "python-requests/2.32")) {
      assertFalse(new Visitors().isRobot(people), people);
    }
  }
}
