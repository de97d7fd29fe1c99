package org.machinami.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts from the command line, with a server and without. */
final class AccountVerbTest {
  @TempDir private Path directory;
  private CapturedSession session;

  @BeforeEach
  void makeSession() {
    session = new CapturedSession(directory);
  }

  private String out(String... arguments) {
    CapturedSession.Ended ended = session.run(arguments);
    assertEquals(0, ended.exit(), ended.err());
    return ended.out();
  }

  private void misused(String named, String... arguments) {
    CapturedSession.Ended ended = session.run(arguments);
    assertEquals(2, ended.exit(), ended.out() + ended.err());
    assertTrue(ended.err().contains(named), ended.err());
  }

  @Test
  void account_isMade_changed_closed_andOutlivesABackup() throws Exception {
    try (ServerProcess server = ServerProcess.start(directory.resolve("d"), List.of())) {
      String added =
          out(
              "account",
              "add",
              "aoki@city.example",
              "--name",
              "青木 花子",
              "--role",
              "steward:sample-city",
              "--role",
              "approver:sample-city",
              "--data",
              "d");
      String link = added.lines().reduce((a, b) -> b).orElseThrow().replaceAll(".*: ", "");
      URI address = URI.create(server.address() + link.replaceFirst("^https?://[^/]+/", ""));
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
                  HttpResponse.BodyHandlers.ofString());
      assertEquals(200, page.statusCode(), added);
      assertTrue(page.body().contains("青木 花子"), page.body());
      misused("roles", "account", "add", "AOKI@city.example", "--name", "x", "--data", "d");
      assertTrue(
          out("account", "roles", "aoki@city.example", "--role", "committee", "--data", "d")
              .contains("committee"));
      assertTrue(out("backup", "b", "--data", "d").contains("2 rows of records"));
      out("account", "disable", "aoki@city.example", "--data", "d");
    }
    assertTrue(out("account", "list", "--data", "d").contains("disabled"));
    out("account", "disable", "aoki@city.example", "--enable", "--data", "d");
    out("restore", "b", "--data", "e");
    String restored = out("account", "list", "--json", "--data", "e");
    assertTrue(restored.contains("\"state\":\"active\""), restored);
    assertTrue(restored.contains("committee"), restored);
    assertFalse(restored.contains("argon2"), restored);
  }

  @Test
  void password_comesFromAFile_andIsTheRules() throws Exception {
    out("load", CapturedSession.sample("parks"), "--data", "d");
    Path file = directory.resolve("p");
    Files.writeString(file, "short\n");
    misused("12", "account", "add", "aoki", "--name", "A", "--password-file", "p", "--data", "d");
    assertEquals("", out("account", "list", "--data", "d"));
    Files.writeString(file, "correct horse battery\nsecond line\n");
    String added =
        out("account", "add", "aoki", "--name", "A", "--password-file", "p", "--data", "d");
    assertFalse(added.contains("link"), added);
    assertTrue(out("account", "list", "--json", "--data", "d").contains("\"password\":true"));
    assertTrue(out("account", "reset", "aoki", "--data", "d").contains("account/link/"));
    out("account", "reset", "aoki", "--password-file", "p", "--data", "d");
  }

  @Test
  void whatCannotBeMeant_isUsage() {
    out("load", CapturedSession.sample("parks"), "--data", "d");
    misused("あ", "account", "add", "あ", "--name", "A", "--data", "d");
    misused("--name", "account", "add", "aoki", "--data", "d");
    misused("boss", "account", "add", "aoki", "--name", "A", "--role", "boss", "--data", "d");
    misused("nobody", "account", "reset", "nobody", "--data", "d");
    misused("nobody", "account", "roles", "nobody", "--data", "d");
    misused("nobody", "account", "disable", "nobody", "--data", "d");
    misused(
        "no-file",
        "account",
        "add",
        "a1",
        "--name",
        "A",
        "--password-file",
        "no-file",
        "--data",
        "d");
    misused("terminal", "account", "add", "a1", "--name", "A", "--prompt", "--data", "d");
    misused("Usage", "account");
  }

  @Test
  void help_ofEachPart_isInTheLanguage() {
    CapturedSession japanese = new CapturedSession(directory, "ja", java.util.Map.of());
    for (String part : List.of("add", "list", "roles", "reset", "disable")) {
      String help = japanese.run("account", part, "--help").out();
      assertTrue(help.contains("アカウント") || help.contains("パスワード"), help);
    }
    assertFalse(out("account", "add", "--help").contains("アカウント"));
  }
}
