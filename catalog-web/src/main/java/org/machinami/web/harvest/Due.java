package org.machinami.web.harvest;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * When something is done again, such as the harvest of a source: by a cron expression of five
 * fields in the time of the city, later by a part of the jitter that differs from source to source
 * and time to time, and later still after runs that have failed.
 */
public final class Due {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
  private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(10);
  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(24);
  private static final int MOST_DOUBLINGS = 8;

  private final String source;
  private final ExecutionTime times;
  private final Duration jitter;
  private final ZoneId zone;

  /**
   * @throws IllegalArgumentException when the expression is none
   */
  public Due(String source, String expression, Duration jitter, ZoneId zone) {
    Cron cron = PARSER.parse(expression);
    this.source = source;
    this.times = ExecutionTime.forCron(cron);
    this.jitter = jitter;
    this.zone = zone;
  }

  /** Whether a text is a cron expression. */
  public static boolean isSchedule(String expression) {
    try {
      PARSER.parse(expression);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * When it is to run after a moment; empty when the expression never comes.
   *
   * @param after when it last ran, or was first known
   * @param failures runs that have failed since one went through
   */
  public Optional<Instant> next(Instant after, int failures) {
    Instant from = failures == 0 ? after : after.plus(backOff(failures));
    return times
        .nextExecution(after.atZone(zone))
        .map(time -> time.toInstant().plus(jitter(time.toInstant())))
        .map(time -> failures == 0 ? time : earlier(time, from))
        .map(time -> time.isBefore(from) ? from : time);
  }

  /** After a failure it is tried again before its time comes, but not at once. */
  private static Instant earlier(Instant time, Instant retry) {
    return retry.isBefore(time) ? retry : time;
  }

  static Duration backOff(int failures) {
    Duration wait = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait;
  }

  /** The same for the same source and time, so that a restart does not run it twice. */
  private Duration jitter(Instant time) {
    if (jitter.isZero()) {
      return Duration.ZERO;
    }
    CRC32 crc = new CRC32();
    crc.update((source + " " + time).getBytes(StandardCharsets.UTF_8));
    return Duration.ofSeconds(crc.getValue() % (jitter.toSeconds() + 1));
  }
}
