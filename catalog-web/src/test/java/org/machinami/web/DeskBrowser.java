package org.machinami.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a desk: keeps cookies as a browser does, and finds the tokens of forms. */
final class DeskBrowser {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final PagesServer server;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  DeskBrowser(PagesServer server) {
    this.server = server;
  }

  /** The same browser, where the server has another address. */
  DeskBrowser at(PagesServer other) {
    DeskBrowser same = new DeskBrowser(other);
    same.cookies.putAll(cookies);
    return same;
  }

  /** Signs in, whoever it is. */
  DeskBrowser in(String login, String password) {
    HttpResponse<String> answer = signIn(login, password, "");
    assertEquals(303, answer.statusCode(), answer.body());
    return this;
  }

  HttpResponse<String> signIn(String login, String password, String back) {
    String token = token(get("/account/sign-in"));
    return post(
        "/account/sign-in",
        Map.of("login", login, "password", password, "return", back, "token", token));
  }

  HttpResponse<String> get(String path) {
    return remember(server.get(path, headers("Accept", "text/html")));
  }

  /** Sends a form that has all fields, its token included. */
  HttpResponse<String> post(String path, Map<String, String> fields, String... more) {
    String body =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return remember(server.post(path, body, headers(more)));
  }

  /** Opens a page and sends a form of it with the token of the page. */
  HttpResponse<String> send(String page, String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("token", token(get(page)));
    return post(path, all);
  }

  /** Runs a harvest from the page of its source; the page when it loads itself no more. */
  String harvest(String source, Duration longest) {
    return harvest(source, "/run", longest);
  }

  /** Tries a harvest out from the page of its source; the page when it loads itself no more. */
  String tryHarvest(String source, Duration longest) {
    return harvest(source, "/dry-run", longest);
  }

  private String harvest(String source, String button, Duration longest) {
    HttpResponse<String> started = send(source, source + button, Map.of());
    assertEquals(303, started.statusCode(), started.body());
    Instant end = Instant.now().plus(longest);
    HttpResponse<String> page = get(source);
    while (page.headers().firstValue("Refresh").isPresent() && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
      page = get(source);
    }
    return page.body();
  }

  /** Opens a page and sends a form of it that has files, with the token of the page. */
  HttpResponse<String> upload(
      String page, String path, Map<String, String> fields, Map<String, byte[]> files) {
    return uploadAs(token(get(page)), path, fields, files);
  }

  HttpResponse<String> uploadAs(
      String token, String path, Map<String, String> fields, Map<String, byte[]> files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("token", token);
    all.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(UTF_8)));
    files.forEach((name, bytes) -> part(body, "name=\"files\"; filename=\"" + name + "\"", bytes));
    body.writeBytes("--cut--\r\n".getBytes(UTF_8));
    return remember(
        server.send(path, "multipart/form-data; boundary=cut", body.toByteArray(), headers()));
  }

  private static void part(ByteArrayOutputStream body, String about, byte[] bytes) {
    body.writeBytes(
        ("--cut\r\nContent-Disposition: form-data; " + about + "\r\n\r\n").getBytes(UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  static String token(HttpResponse<String> page) {
    Matcher matcher = TOKEN.matcher(page.body());
    return matcher.find() ? matcher.group(1) : "";
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  void setCookie(String name, String value) {
    cookies.put(name, value);
  }

  String[] headers(String... more) {
    String cookie =
        cookies.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("; "));
    List<String> all = new java.util.ArrayList<>(List.of(more));
    if (!cookie.isEmpty()) {
      all.addAll(List.of("Cookie", cookie));
    }
    return all.toArray(String[]::new);
  }

  private HttpResponse<String> remember(HttpResponse<String> answer) {
    for (String set : answer.headers().allValues("Set-Cookie")) {
      String pair = set.split(";", 2)[0];
      String name = pair.substring(0, pair.indexOf('='));
      if (set.contains("Max-Age=0")) {
        cookies.remove(name);
      } else {
        cookies.put(name, pair.substring(name.length() + 1));
      }
    }
    return answer;
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
  }
}
