package org.machinami.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests from the command line, with a server and without, through kills and backups. */
final class RequestsVerbTest {
  @TempDir private Path directory;
  private CapturedSession session;
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @BeforeEach
  void makeSession() {
    session = new CapturedSession(directory);
  }

  /** Fills the form and sends it; the id that was answered. */
  private String send(ServerProcess server, String wanted) throws Exception {
    URI form = URI.create(server.address() + "requests/new");
    HttpResponse<String> page = get(form);
    String token = page.body().replaceAll("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
    String body =
        "looked=1&token="
            + token
            + "&purpose="
            + URLEncoder.encode("子どもと遊べる公園を調べます。", StandardCharsets.UTF_8)
            + "&contact=me%40example.org&wanted="
            + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(form)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(303, answer.statusCode(), answer.body());
    return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/|\\?.*", "");
  }

  private HttpResponse<String> get(URI address) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String out(String... arguments) {
    CapturedSession.Ended ended = session.run(arguments);
    assertEquals(0, ended.exit(), ended.err());
    return ended.out();
  }

  @Test
  void answeredRequest_outlivesKillAndBackup() throws Exception {
    String id;
    try (ServerProcess server = ServerProcess.start(directory.resolve("d"), List.of())) {
      id = send(server, "公園の遊具の一覧");
      server.kill();
    }
    assertTrue(out("requests", "list", "--data", "d").contains(id + "  waiting"));
    assertTrue(out("requests", "show", id, "--data", "d").contains("me@example.org"));
    try (ServerProcess server = ServerProcess.start(directory.resolve("d"), List.of())) {
      URI page = URI.create(server.address() + "requests/" + id);
      assertFalse(get(page).body().contains("遊具"));
      assertTrue(out("requests", "set", id, "received", "--data", "d").contains("received"));
      assertTrue(get(page).body().contains("遊具"), "the page knows at once");
      assertTrue(
          out("requests", "list", "--state", "received", "--json", "--data", "d").contains(id));
      // The copy has the request, and nothing that comes after it.
      assertTrue(out("backup", "b", "--data", "d").contains("4 rows of records"));
      out("requests", "delete", id, "--data", "d");
      assertEquals(404, get(page).statusCode());
    }
    out("restore", "b", "--data", "e");
    String restored = out("requests", "show", id, "--json", "--data", "e");
    assertTrue(restored.contains("公園の遊具の一覧"), restored);
    assertTrue(restored.contains("received"), restored);
    assertEquals("", out("requests", "list", "--data", "d"));
  }

  @Test
  void set_thatCannotBeMeant_isUsageAndSaysWhatIsMissing() throws Exception {
    String id;
    try (ServerProcess server = ServerProcess.start(directory.resolve("d"), List.of())) {
      id = send(server, "公園の遊具の一覧");
    }
    session.run("load", CapturedSession.sample("parks"), "--data", "d");
    misused("error", "requests", "set", id, "closed", "--data", "d");
    misused("--reason-ja", "requests", "set", id, "declined", "--data", "d");
    misused("--reason-ja", "requests", "set", id, "declined", "--reason-en", "no", "--data", "d");
    misused("--dataset", "requests", "set", id, "fulfilled", "--data", "d");
    misused("nothing", "requests", "set", id, "fulfilled", "--dataset", "nothing", "--data", "d");
    misused("--dataset", "requests", "set", id, "accepted", "--dataset", "parks", "--data", "d");
    misused("bcdfghjk", "requests", "set", "bcdfghjk", "accepted", "--data", "d");
    misused("bcdfghjk", "requests", "delete", "bcdfghjk", "--data", "d");
    misused("Usage", "requests");
    misused("list", "requests", "lst");
    out("requests", "set", id, "fulfilled", "--dataset", "parks", "--data", "d");
    String shown = out("requests", "show", id, "--data", "d");
    assertTrue(shown.contains("fulfilled") && shown.contains("parks"), shown);
  }

  private void misused(String named, String... arguments) {
    CapturedSession.Ended ended = session.run(arguments);
    assertEquals(2, ended.exit(), ended.out() + ended.err());
    assertTrue(named.equals("error") || ended.err().contains(named), ended.err());
  }

  @Test
  void help_ofEachPart_isInTheLanguage() {
    CapturedSession japanese = new CapturedSession(directory, "ja", java.util.Map.of());
    assertTrue(out("requests", "--help").contains("Requests for data"));
    assertTrue(japanese.run("requests", "--help").out().contains("データの要望"));
    for (String part : List.of("list", "show", "set", "delete")) {
      String help = japanese.run("requests", part, "--help").out();
      assertTrue(help.contains("データディレクトリ"), help);
      assertTrue(help.contains("要望"), help);
    }
    assertTrue(japanese.run("--help").out().contains("requests"));
  }
}
