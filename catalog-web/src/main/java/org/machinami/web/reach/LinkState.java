package org.machinami.web.reach;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.machinami.loader.reach.Answer;
import org.machinami.loader.reach.Answer.Outcome;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Language;

/**
 * What is known of an address.
 *
 * @param checked when it was last asked
 * @param outcome of that
 * @param status that the server answered then; 0 when it did not
 * @param answered when something was there for the last time
 * @param failing since when nothing has been
 * @param failures in a row
 * @param due when it is to be asked again
 * @param saidJa why it failed, in Japanese; empty when it did not
 * @param saidEn the same in English
 */
public record LinkState(
    String address,
    Instant checked,
    Outcome outcome,
    int status,
    Optional<Instant> answered,
    Optional<Instant> failing,
    int failures,
    Instant due,
    String saidJa,
    String saidEn) {
  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration FIRST = Duration.ofHours(20);
  private static final int MOST_DOUBLINGS = 3;

  public LinkState {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(checked, "checked");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(answered, "answered");
    Objects.requireNonNull(failing, "failing");
    Objects.requireNonNull(due, "due");
  }

  /** Its name in records: addresses are longer than a key may be. */
  static String id(String address) {
    return Hash.of(address.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
  }

  /** What is known after it was asked. */
  static LinkState after(String address, Optional<LinkState> before, Answer answer, Instant now) {
    String ja = answer.why().map(why -> why.text(Locale.JAPANESE)).orElse("");
    String en = answer.why().map(why -> why.text(Locale.ENGLISH)).orElse("");
    Optional<Instant> answered = before.flatMap(LinkState::answered);
    return switch (answer.outcome()) {
      case ANSWERED ->
          new LinkState(
              address,
              now,
              answer.outcome(),
              answer.status(),
              Optional.of(now),
              Optional.empty(),
              0,
              now.plus(USUAL),
              "",
              "");
      case FAILED -> {
        int failures = before.map(LinkState::failures).orElse(0) + 1;
        yield new LinkState(
            address,
            now,
            answer.outcome(),
            answer.status(),
            answered,
            before.flatMap(LinkState::failing).or(() -> Optional.of(now)),
            failures,
            now.plus(again(failures)),
            ja,
            en);
      }
      // It says nothing of the address: what was known of it stays.
      case BUSY, UNASKED ->
          new LinkState(
              address,
              now,
              answer.outcome(),
              answer.status(),
              answered,
              before.flatMap(LinkState::failing),
              before.map(LinkState::failures).orElse(0),
              now.plus(answer.outcome() == Outcome.BUSY ? FIRST : USUAL),
              ja,
              en);
    };
  }

  /** Soon at first, since it may be a bad day of the server, and then seldom. */
  private static Duration again(int failures) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return wait.compareTo(USUAL) > 0 ? USUAL : wait;
  }

  /** Whether nothing was there the last time that anybody could tell. */
  public boolean isFailing() {
    return failing.isPresent();
  }

  /** Why, in the reader's language. */
  public String said(Language language) {
    return language == Language.JA ? saidJa : saidEn;
  }
}
