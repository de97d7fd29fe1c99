package org.machinami.query;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Asks a query server over HTTP. */
final class Asking {
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  Asking(int port) {
    this.port = port;
  }

  URI address(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + port + pathAndQuery);
  }

  HttpResponse<String> get(String query, String... headers) {
    return send(request("/sparql?query=" + encoded(query), headers).GET());
  }

  HttpResponse<String> post(String form, String... headers) {
    return send(
        request("/sparql", headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** Asks by a form, which has no bound on its length. */
  HttpResponse<String> ask(String query, String... headers) {
    return post("query=" + encoded(query), headers);
  }

  HttpRequest.Builder request(String pathAndQuery, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(address(pathAndQuery));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
