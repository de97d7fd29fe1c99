package org.machinami.web.sparql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one query process running: starts it, learns its address from the first line that it
 * prints, and starts it again when it ends, soon the first time and then with growing pauses. The
 * process ends with its parent, because it watches its standard input. Thread-safe.
 */
public final class QuerySupervisor implements QueryAddress, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(QuerySupervisor.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration STEADY = Duration.ofSeconds(60);
  private static final Duration LEAVE_TIME = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the loop is to do. */
  private enum Wish {
    RUN,
    HOLD,
    CLOSE
  }

  private final List<String> command;
  private final Thread loop = new Thread(this::keepRunning, "query-process");
  private final Object lock = new Object();
  private volatile Optional<URI> address = Optional.empty();
  private Optional<Process> process = Optional.empty();
  private Wish wish = Wish.RUN;
  private int starts;

  /**
   * @param command of the process; its first line on standard output is a JSON object with "port"
   */
  public QuerySupervisor(List<String> command) {
    this.command = List.copyOf(command);
    loop.setDaemon(true);
  }

  /** Starts the process and returns at once; {@link #find} says when it listens. */
  public void start() {
    loop.start();
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
      log.warn("The query process is ended and started again: {}", reason);
      process.ifPresent(Process::destroyForcibly);
    }
  }

  /** Ends the process and keeps it down until {@link #resume}. Returns when it is gone. */
  public void hold() {
    end(Wish.HOLD);
  }

  /** Starts the process again after {@link #hold}. */
  public void resume() {
    synchronized (lock) {
      if (wish == Wish.HOLD) { // not when it was closed meanwhile
        wish = Wish.RUN;
      }
      lock.notifyAll();
    }
  }

  /** From now on a process that ends is not started again. */
  public void startNoMore() {
    synchronized (lock) {
      wish = Wish.CLOSE;
    }
  }

  /** Asks the process to end and waits; after 5 s it is killed. Returns when it is gone. */
  @Override
  public void close() {
    end(Wish.CLOSE);
  }

  private void end(Wish next) {
    Optional<Process> last;
    synchronized (lock) {
      wish = next;
      last = process;
      address = Optional.empty();
      lock.notifyAll();
    }
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

  private void keepRunning() {
    Duration pause = FIRST_PAUSE;
    try {
      while (awaitWish()) {
        long began = System.nanoTime();
        runOnce();
        if (System.nanoTime() - began > STEADY.toNanos()) {
          pause = FIRST_PAUSE;
        }
        synchronized (lock) {
          process = Optional.empty();
          address = Optional.empty();
          if (wish == Wish.RUN) {
            log.info("The query process is started again in {} ms", pause.toMillis());
            lock.wait(pause.toMillis());
          }
        }
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits while the process is held down; false when it shall not run any more. */
  private boolean awaitWish() throws InterruptedException {
    synchronized (lock) {
      while (wish == Wish.HOLD) {
        lock.wait();
      }
      return wish == Wish.RUN;
    }
  }

  /** Starts the process and stays with it to its end. */
  private void runOnce() throws InterruptedException {
    Process started;
    try {
      synchronized (lock) {
        if (wish != Wish.RUN) {
          return;
        }
        started =
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process = Optional.of(started);
        starts++;
      }
    } catch (IOException e) {
      log.error("The query process cannot be started ({})", command.get(0), e);
      return;
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{")) {
          announced(started, line);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      log.warn("The query process said what was not expected and is ended", e);
      started.destroyForcibly();
    }
    int status = started.waitFor();
    synchronized (lock) {
      if (wish == Wish.RUN) {
        log.warn("The query process {} ended with status {}", started.pid(), status);
      }
    }
  }

  private void announced(Process started, String line) throws IOException {
    JsonNode ready = JSON.readTree(line);
    if (!ready.path("port").isInt()) {
      log.error("The query process cannot answer: {}", ready.path("message").asText(line));
      return;
    }
    URI found = URI.create("http://127.0.0.1:" + ready.path("port").intValue() + "/");
    synchronized (lock) {
      if (wish == Wish.RUN) {
        address = Optional.of(found);
      }
    }
    log.info("The query process {} answers at {}", started.pid(), found);
  }
}
