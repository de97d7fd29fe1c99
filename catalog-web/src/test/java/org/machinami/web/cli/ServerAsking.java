package org.machinami.web.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a server over HTTP. */
final class ServerAsking {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;

  /**
   * @param address ends in "/"
   */
  ServerAsking(String address) {
    this.address = address;
  }

  HttpResponse<String> get(String path, String accept) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address + path)).header("Accept", accept).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> sparql(String query) throws Exception {
    return get("sparql?query=" + encoded(query), "application/sparql-results+json");
  }

  /** Returns when the query process answers from the last commit. */
  void awaitReady() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String body;
    do {
      assertTrue(System.nanoTime() < end, "not ready after 60 s");
      body = get("readyz", "*/*").body();
    } while (!body.contains("\"ready\":true,\"head\"") || !caughtUp(body));
  }

  private static boolean caughtUp(String report) {
    Matcher head = Pattern.compile("\"head\":(\\d+)").matcher(report);
    Matcher query = Pattern.compile("\"query\":\\{[^}]*\"applied\":(\\d+)").matcher(report);
    return head.find() && query.find() && head.group(1).equals(query.group(1));
  }

  static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
