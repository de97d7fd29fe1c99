package org.machinami.web.server;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpHeader;
import org.machinami.web.quads.PageQuery;
import org.machinami.web.quads.Quads;
import org.machinami.web.quads.QueryProcessUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first visit of a server just started, made by itself: a page of each costly kind, so that the
 * classes of both processes are loaded before somebody waits for them. Whatever goes wrong in it is
 * of no concern to the server. Thread-safe.
 */
final class Rehearsal {
  private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);
  private static final Duration LONGEST_PAGE = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final long LOOK_AGAIN_MILLIS = 50;
  private static final List<String> WITHOUT_QUERIES = List.of("", "datasets", "sparql");

  private final URI address;
  private final String base;
  private final HttpClient client;
  private final Quads quads;
  private final BooleanSupplier answered;
  private final PageQuery anything = PageQuery.read(Rehearsal.class, "anything.rq");
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  /**
   * @param address where pages are answered
   * @param base with which the names of things begin
   * @param answered whether the query process answers by now
   */
  Rehearsal(URI address, String base, HttpClient client, Quads quads, BooleanSupplier answered) {
    this.address = address;
    this.base = base;
    this.client = client;
    this.quads = quads;
    this.answered = answered;
  }

  void start() {
    Thread thread = new Thread(this::run, "rehearsal");
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits for its end, but no longer than that. */
  void await(Duration longest) throws InterruptedException {
    try {
      done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      log.debug("The rehearsal goes on", e);
    }
  }

  private void run() {
    try {
      for (String path : WITHOUT_QUERIES) {
        visit(path);
      }
      long end = System.nanoTime() + LONGEST_WAIT.toNanos();
      while (!answered.getAsBoolean() && System.nanoTime() < end) {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      }
      for (Map<String, Node> row : quads.select(anything, Map.of()).rows()) {
        visitThing(row.get("thing"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException | QueryProcessUnavailable e) {
      log.debug("The rehearsal ended early", e);
    } finally {
      done.complete(null);
    }
  }

  private void visitThing(Node thing)
      throws InterruptedException, TimeoutException, ExecutionException {
    if (thing.isURI() && thing.getURI().startsWith(base + "id/")) {
      visit("doc/" + thing.getURI().substring(base.length() + "id/".length()));
    }
  }

  private void visit(String path)
      throws InterruptedException, TimeoutException, ExecutionException {
    client
        .newRequest(URI.create(address + path).toASCIIString())
        .headers(headers -> headers.put(HttpHeader.ACCEPT, "text/html"))
        .timeout(LONGEST_PAGE.toMillis(), TimeUnit.MILLISECONDS)
        .send();
  }
}
