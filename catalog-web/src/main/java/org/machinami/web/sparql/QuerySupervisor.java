package org.machinami.web.sparql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one query process running: starts it, learns its address from the first line that it
 * prints, and starts it again when it ends, at once the first time and then with growing pauses.
 * The process ends with its parent, because it watches its standard input. Thread-safe.
 */
public final class QuerySupervisor implements QueryAddress, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(QuerySupervisor.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration STEADY = Duration.ofSeconds(60);
  private static final Duration LEAVE_TIME = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> command;
  private final ScheduledExecutorService restarts =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "query-process-restarts");
            thread.setDaemon(true);
            return thread;
          });
  private final Object lock = new Object();
  private volatile Optional<URI> address = Optional.empty();
  private Optional<Process> process = Optional.empty();
  private Duration pause = FIRST_PAUSE;
  private int starts;
  private boolean closed;

  /**
   * @param command of the process; its first line on standard output is a JSON object with "port"
   */
  public QuerySupervisor(List<String> command) {
    this.command = List.copyOf(command);
  }

  /** Starts the process and returns at once; {@link #find} says when it listens. */
  public void start() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      try {
        Process started =
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process = Optional.of(started);
        starts++;
        long began = System.nanoTime();
        Thread reader = new Thread(() -> readOutput(started), "query-process-output");
        reader.setDaemon(true);
        reader.start();
        started.onExit().thenAccept(ended -> ended(ended, began));
      } catch (IOException e) {
        throw new UncheckedIOException(
            "The query process cannot be started (" + command.get(0) + "): " + e.getMessage(), e);
      }
    }
  }

  @Override
  public Optional<URI> find() {
    return address;
  }

  /** Process id of the running process. */
  public Optional<Long> processId() {
    synchronized (lock) {
      return process.filter(Process::isAlive).map(Process::pid);
    }
  }

  /** How often it was started. */
  public int starts() {
    synchronized (lock) {
      return starts;
    }
  }

  /** Ends the process, for instance because it no longer answers; it is started again. */
  public void restart(String reason) {
    synchronized (lock) {
      if (!closed && process.isPresent()) {
        log.warn("The query process is ended and started again: {}", reason);
        process.get().destroyForcibly();
      }
    }
  }

  /** Asks the process to end and waits; after 5 s it is killed. Returns when it is gone. */
  @Override
  public void close() {
    Optional<Process> last;
    synchronized (lock) {
      closed = true;
      last = process;
    }
    restarts.shutdownNow();
    address = Optional.empty();
    last.ifPresent(QuerySupervisor::end);
  }

  /** Ends the process and keeps it down until {@link #start}, so that its quads can be replaced. */
  public void pause() {
    Optional<Process> last;
    synchronized (lock) {
      last = process;
      process = Optional.empty();
    }
    address = Optional.empty();
    last.ifPresent(QuerySupervisor::end);
  }

  private static void end(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      log.debug("Standard input of the query process", e);
    }
    try {
      if (!process.waitFor(LEAVE_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void readOutput(Process started) {
    try (BufferedReader lines =
        new BufferedReader(
            new java.io.InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      if (line == null) {
        return;
      }
      JsonNode ready = JSON.readTree(line);
      URI found = URI.create("http://127.0.0.1:" + ready.path("port").intValue() + "/");
      synchronized (lock) {
        if (!closed && process.filter(current -> current == started).isPresent()) {
          address = Optional.of(found);
        }
      }
      log.info("The query process {} answers at {}", started.pid(), found);
      while (lines.readLine() != null) {
        // Nothing else is expected; reading on keeps its pipe from filling up.
      }
    } catch (IOException | RuntimeException e) {
      log.warn("The query process said something unexpected and is ended", e);
      started.destroyForcibly();
    }
  }

  private void ended(Process ended, long began) {
    synchronized (lock) {
      if (closed || process.filter(current -> current == ended).isEmpty()) {
        return;
      }
      address = Optional.empty();
      if (System.nanoTime() - began > STEADY.toNanos()) {
        pause = FIRST_PAUSE;
      }
      log.warn(
          "The query process {} ended with status {}; it is started again in {} ms",
          ended.pid(),
          ended.exitValue(),
          pause.toMillis());
      restarts.schedule(this::startAgain, pause.toMillis(), TimeUnit.MILLISECONDS);
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  private void startAgain() {
    try {
      start();
    } catch (RuntimeException e) {
      log.error("The query process does not start; next try in {} s", LONGEST_PAUSE.toSeconds(), e);
      restarts.schedule(this::startAgain, LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
