package org.machinami.web.sparql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the query process four times a second which commit it has reached, and has it started again
 * when it lives but has not answered for half a minute. Thread-safe.
 */
public final class QueryWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(QueryWatch.class);
  private static final long PERIOD_MILLIS = 250;
  private static final long ANSWER_MILLIS = 3_000;
  private static final long FRESH_NANOS = 5_000_000_000L;
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Seen(URI address, long applied, long nanos) {}

  private final QuerySupervisor supervisor;
  private final HttpClient client;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "query-process-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Optional<Seen> last = Optional.empty();

  /**
   * @param client for these questions alone, so that queries cannot keep it waiting
   */
  public QueryWatch(QuerySupervisor supervisor, HttpClient client) {
    this.supervisor = supervisor;
    this.client = client;
  }

  public void start() {
    var unused = clock.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * The last commit that the process is known to have applied; empty when it has not answered for 5
   * s. Does not wait.
   */
  public OptionalLong applied() {
    Optional<URI> address = supervisor.find();
    long now = System.nanoTime();
    return last.filter(seen -> address.filter(seen.address()::equals).isPresent())
        .filter(seen -> seen.applied() >= 0 && now - seen.nanos() < FRESH_NANOS)
        .map(seen -> OptionalLong.of(seen.applied()))
        .orElse(OptionalLong.empty());
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void look() {
    Optional<URI> address = supervisor.find();
    if (address.isEmpty()) {
      last = Optional.empty();
      return;
    }
    OptionalLong applied = ask(address.get());
    long now = System.nanoTime();
    Optional<Seen> before = last.filter(seen -> seen.address().equals(address.get()));
    if (applied.isPresent() || before.isEmpty()) {
      last = Optional.of(new Seen(address.get(), applied.orElse(-1), now));
    } else if (now - before.get().nanos() > PATIENCE_NANOS) {
      last = Optional.empty();
      supervisor.restart("no answer for 30 s");
    }
  }

  private OptionalLong ask(URI address) {
    try {
      ContentResponse response =
          client
              .newRequest(address.resolve("/$/ready"))
              .timeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
              .send();
      JsonNode applied = JSON.readTree(response.getContent()).path("applied");
      return applied.canConvertToLong() && applied.isNumber()
          ? OptionalLong.of(applied.longValue())
          : OptionalLong.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    } catch (Exception e) {
      log.debug("The query process does not answer", e);
      return OptionalLong.empty();
    }
  }
}
