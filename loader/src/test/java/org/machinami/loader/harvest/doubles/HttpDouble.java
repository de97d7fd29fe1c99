package org.machinami.loader.harvest.doubles;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on a free port of this machine. Thread-safe; to be closed. */
public final class HttpDouble implements AutoCloseable {

  /** Answers as it should. */
  @FunctionalInterface
  public interface Responder {
    Reply answer(Asked asked);
  }

  /** Answers otherwise, where it wants to. */
  @FunctionalInterface
  public interface Trouble {
    Optional<Reply> befall(Asked asked, Responder usual);
  }

  /** What was asked for. */
  public record Asked(
      String path, Map<String, String> query, Map<String, String> headers, int number) {
    public String query(String name, String preset) {
      return query.getOrDefault(name, preset);
    }

    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }
  }

  private static final Trouble NONE = (asked, usual) -> Optional.empty();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Responder responder;
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Trouble trouble = NONE;

  private HttpDouble(HttpServer server, Responder responder) {
    this.server = server;
    this.responder = responder;
  }

  public static HttpDouble start(Responder responder) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      HttpDouble started = new HttpDouble(server, responder);
      server.setExecutor(started.threads);
      server.createContext("/", started::handle);
      server.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without a slash at its end. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** As an operator allows it. */
  public String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on, until {@link #recover}. */
  public void suffer(Trouble what) {
    trouble = what;
  }

  public void recover() {
    trouble = NONE;
  }

  /** All that was asked since the last call. */
  public List<Asked> takeAsked() {
    synchronized (asked) {
      List<Asked> all = List.copyOf(asked);
      asked.clear();
      return all;
    }
  }

  /** Waits until the double is closed: a server that never answers. */
  public void never() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) ->
                  headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
      Asked question =
          new Asked(
              exchange.getRequestURI().getPath(),
              query(exchange.getRequestURI().getRawQuery()),
              headers,
              asked.size());
      asked.add(question);
      Reply reply = trouble.befall(question, responder).orElseGet(() -> responder.answer(question));
      send(exchange, reply);
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    int length = reply.body().length;
    exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
    if (length > 0) {
      // Left open: the exchange closes it, and the line when not all was written.
      OutputStream out = exchange.getResponseBody();
      out.write(reply.body(), 0, reply.cut() ? length / 2 : length);
    }
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    if (text != null) {
      for (String pair : text.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        query.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
