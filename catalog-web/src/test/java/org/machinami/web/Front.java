package org.machinami.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The public address of a catalogue that listens elsewhere, as of one behind a proxy. */
final class Front implements AutoCloseable {
  private static final List<String> ASKED =
      List.of("Accept", "Accept-Language", "If-None-Match", "If-Modified-Since");
  private static final List<String> ANSWERED =
      List.of("Content-Type", "ETag", "Last-Modified", "Link", "Retry-After");

  private final HttpServer server;
  private volatile Optional<PagesServer> behind = Optional.empty();

  Front() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handOn);
    server.start();
  }

  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** With a slash at its end, to be the base of a catalogue. */
  String address() {
    return "http://" + authority() + "/";
  }

  void leadTo(PagesServer pages) {
    behind = Optional.of(pages);
  }

  private void handOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      List<String> headers = new ArrayList<>();
      for (String name : ASKED) {
        String value = exchange.getRequestHeaders().getFirst(name);
        if (value != null) {
          headers.addAll(List.of(name, value));
        }
      }
      HttpResponse<byte[]> answer =
          behind
              .orElseThrow()
              .bytes(exchange.getRequestURI().toString(), headers.toArray(String[]::new));
      for (String name : ANSWERED) {
        answer
            .headers()
            .allValues(name)
            .forEach(value -> exchange.getResponseHeaders().add(name, value));
      }
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
