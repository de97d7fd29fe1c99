package org.machinami.loader.harvest.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.egress.Egress;
import org.machinami.loader.egress.EgressDownload;
import org.machinami.loader.egress.EgressRequest;
import org.machinami.store.ledger.Hash;

/**
 * Asks one source for its documents: one at a time, not faster than courtesy allows, conditionally
 * where it is known what was there, and again after a pause where the server is busy or the line is
 * bad. Not thread-safe.
 */
public final class PoliteClient {
  private static final String USER_AGENT = "Machinami (catalogue harvester)";
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  /** Answers that may be another one in a while. */
  private static final Set<Integer> BUSY = Set.of(408, 425, 429, 500, 502, 503, 504);

  /** Failures that say nothing against the pages that came before them. */
  private static final Set<String> INTERRUPTIONS =
      Set.of(
          "egress.unreachable",
          "egress.slow",
          "egress.unknown-host",
          "harvest.busy",
          "harvest.interrupted");

  private static final Set<String> BAD_LINE =
      Set.of("egress.unreachable", "egress.slow", "egress.unknown-host");

  private final Egress egress;
  private final Courtesy courtesy;
  private final Map<String, String> headers;
  private final PageStore pages;
  private final Pause pause;
  private final Clock clock;
  private long last = Long.MIN_VALUE;
  private int asked;
  private long bytes;

  /**
   * @param headers of every request; may hold a secret
   */
  public PoliteClient(
      Egress egress,
      Courtesy courtesy,
      Map<String, String> headers,
      PageStore pages,
      Pause pause,
      Clock clock) {
    this.egress = egress;
    this.courtesy = courtesy;
    this.headers = Map.copyOf(headers);
    this.pages = pages;
    this.pause = pause;
    this.clock = clock;
  }

  /** Whether a run that ended so may go on from the pages that it has. */
  public static boolean canGoOnAfter(LoadException failure) {
    return INTERRUPTIONS.contains(failure.key());
  }

  /**
   * Fetches a document, unless it is here and the same.
   *
   * @param accept the types that are understood
   * @throws LoadException when it is not answered with 200 or 304 after all attempts
   */
  public Page page(String address, String accept) {
    Optional<PageStore.Entry> before = pages.find(address);
    if (before.filter(this::isOfThisRun).isPresent()) {
      return page(before.get(), true);
    }
    return fetch(address, accept, before).orElseThrow(() -> status(address, NOT_FOUND));
  }

  /** What was at an address in the last run that went through, without asking. */
  public Optional<Page> remembered(String address) {
    return pages.find(address).filter(PageStore.Entry::settled).map(entry -> page(entry, false));
  }

  /** As {@link #page}, whatever is here. */
  Page fresh(String address, String accept) {
    return fetch(address, accept, Optional.empty()).orElseThrow(() -> status(address, NOT_FOUND));
  }

  /** As {@link #page}; empty when there is nothing at the address. */
  Optional<Page> find(String address, String accept) {
    return fetch(address, accept, pages.find(address));
  }

  private static LoadException status(String address, int status) {
    return new LoadException(Fault.DATA, "harvest.status", address, status);
  }

  private Optional<Page> fetch(String address, String accept, Optional<PageStore.Entry> before) {
    Map<String, String> question = new TreeMap<>(headers);
    question.put("Accept", accept);
    question.put("User-Agent", USER_AGENT);
    before.ifPresent(entry -> conditions(entry, question));
    EgressDownload answer = ask(new EgressRequest("GET", address, question, ""));
    if (answer.status() == NOT_MODIFIED && before.isPresent()) {
      return Optional.of(page(before.get(), !before.get().settled()));
    }
    if (answer.status() == NOT_FOUND || answer.status() == GONE) {
      return Optional.empty();
    }
    if (answer.status() != OK || answer.file().isEmpty()) {
      throw status(address, answer.status());
    }
    return Optional.of(keep(address, answer, before));
  }

  /** Fetched by a run that was cut off not long ago; asked for again it would be the same. */
  private boolean isOfThisRun(PageStore.Entry entry) {
    return !entry.settled() && entry.fetched().plus(PageStore.RESUMABLE).isAfter(clock.instant());
  }

  private static void conditions(PageStore.Entry entry, Map<String, String> question) {
    if (!entry.etag().isEmpty()) {
      question.put("If-None-Match", entry.etag());
    }
    if (!entry.lastModified().isEmpty()) {
      question.put("If-Modified-Since", entry.lastModified());
    }
  }

  private Page keep(String address, EgressDownload answer, Optional<PageStore.Entry> before) {
    Path file = answer.file().orElseThrow();
    String digest = digest(file);
    PageStore.Entry entry =
        new PageStore.Entry(
            address,
            answer.address().toString(),
            answer.mediaType(),
            answer.header("etag").orElse(""),
            answer.header("last-modified").orElse(""),
            answer.header("link").orElse(""),
            digest,
            clock.instant(),
            false);
    boolean same = before.filter(old -> old.settled() && old.digest().equals(digest)).isPresent();
    pages.put(same ? entry.ofWholeRun() : entry, file);
    return page(entry, !same);
  }

  private String digest(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      bytes += Files.size(file);
      if (bytes > courtesy.bytes()) {
        throw new LoadException(Fault.DATA, "harvest.too-many-bytes", courtesy.bytes());
      }
      var sha = Hash.sha256();
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha.update(buffer, 0, read);
      }
      return java.util.HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Page page(PageStore.Entry entry, boolean changed) {
    return new Page(
        entry.finalAddress(),
        pages.file(entry.address()),
        entry.mediaType(),
        entry.link(),
        changed);
  }

  private EgressDownload ask(EgressRequest question) {
    Duration wait = courtesy.firstPause();
    for (int attempt = 1; ; attempt++) {
      takeTurn();
      Optional<LoadException> failure = Optional.empty();
      Optional<EgressDownload> answer = Optional.empty();
      try {
        answer = Optional.of(egress.download(question, pages.folder()));
        if (!BUSY.contains(answer.get().status())) {
          return answer.get();
        }
      } catch (LoadException e) {
        if (!BAD_LINE.contains(e.key())) {
          throw e;
        }
        failure = Optional.of(e);
      }
      Duration asked = answer.flatMap(this::retryAfter).orElse(jittered(wait));
      if (attempt == courtesy.attempts() || asked.compareTo(courtesy.longestPause()) > 0) {
        if (failure.isPresent()) {
          throw failure.get();
        }
        throw new LoadException(
            Fault.DATA,
            "harvest.busy",
            question.address(),
            answer.orElseThrow().status(),
            attempt,
            asked.toSeconds());
      }
      pause.of(asked);
      wait = min(wait.multipliedBy(2), courtesy.longestPause());
    }
  }

  private void takeTurn() {
    if (++asked > courtesy.pages()) {
      throw new LoadException(Fault.DATA, "harvest.endless", courtesy.pages());
    }
    long now = System.nanoTime();
    long rest = last == Long.MIN_VALUE ? 0 : courtesy.between().toNanos() - (now - last);
    if (rest > 0) {
      pause.of(Duration.ofNanos(rest));
    }
    last = System.nanoTime();
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Up to half as long again, so that several harvesters do not come back together. */
  private static Duration jittered(Duration wait) {
    return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 2 + 1));
  }

  /** Seconds, or a date. */
  private Optional<Duration> retryAfter(EgressDownload answer) {
    return answer.header("retry-after").map(String::strip).flatMap(this::time);
  }

  private Optional<Duration> time(String text) {
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(clock.instant(), date);
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
