package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.web.account.Grant;
import org.machinami.web.account.Role;
import org.machinami.web.reach.LinkRun;

/** Links of distributions to a server elsewhere. */
final class LinkChecksTest {
  private static final String PASSWORD = "correct horse battery";
  private static final int OK = 200;

  @TempDir private Path directory;
  private PagesServer server;
  private HttpServer elsewhere;
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile String rules = "";
  private final AtomicInteger rulesAsked = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @BeforeEach
  void start() throws Exception {
    elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    elsewhere.createContext("/", this::answer);
    elsewhere.setExecutor(java.util.concurrent.Executors.newCachedThreadPool());
    elsewhere.start();
    server = new PagesServer(directory, Set.of("127.0.0.1:" + elsewhere.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.close();
    elsewhere.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/robots.txt")) {
        rulesAsked.incrementAndGet();
        if (rules.isEmpty()) {
          exchange.sendResponseHeaders(404, -1);
        } else {
          exchange.getResponseHeaders().set("Content-Type", "text/plain");
          exchange.sendResponseHeaders(OK, 0);
          exchange.getResponseBody().write(rules.getBytes(StandardCharsets.UTF_8));
        }
        return;
      }
      most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      asked.add(
          exchange.getRequestMethod()
              + " "
              + path
              + " "
              + exchange.getRequestHeaders().getFirst("User-Agent")
              + " "
              + exchange.getRequestHeaders().getFirst("Range"));
      int status = statuses.getOrDefault(path, OK);
      boolean headOnly = status == 405 && exchange.getRequestMethod().equals("GET");
      atOnce.decrementAndGet(); // whoever has the answer may ask the next one at once
      exchange.sendResponseHeaders(headOnly ? OK : status, -1);
    }
  }

  private String address(String path) {
    return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + path;
  }

  private void dataset(String id, String publisher, String... paths) {
    StringBuilder turtle =
        new StringBuilder(
            """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            <datasets/ID> a dcat:Dataset ; dct:title "バス停 ID"@ja , "Stops ID"@en ;
              dct:publisher <publishers/PUB> ; dcat:distribution <datasets/ID#own> .
            <publishers/PUB> a foaf:Agent ; foaf:name "局"@ja .
            <datasets/ID#own> a dcat:Distribution ; dct:title "手元"@ja ; dcat:downloadURL <datasets/ID/files/x.csv> .
            """
                .replace("ID", id)
                .replace("PUB", publisher));
    for (String path : paths) {
      String name = path.replace("/", "");
      turtle.append(
          "<datasets/%s> dcat:distribution <datasets/%s#%s> . <datasets/%s#%s> a dcat:Distribution ; dct:title \"%s\"@en ; dcat:accessURL <%s> .\n"
              .formatted(id, id, name, id, name, name, address(path)));
    }
    server.commit("load", Map.of("graph/metadata/" + id, turtle.toString()));
  }

  private String page(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertEquals(OK, answer.statusCode(), answer.body());
    return answer.body();
  }

  private DeskBrowser signIn(String login, Grant grant) throws Exception {
    server.account(login, PASSWORD, grant);
    return new DeskBrowser(server).in(login, PASSWORD);
  }

  @Test
  void check_linksElsewhere_areAskedByHead_oneAtATime_andOwnFilesNever() {
    dataset("stops", "tobus", "/a", "/b", "/c");
    LinkRun run = server.links().run(false);
    assertEquals(3, run.addresses());
    assertEquals(3, run.answered());
    assertEquals(0, run.failing());
    assertEquals(3, asked.size());
    assertTrue(
        asked.stream()
            .allMatch(line -> line.startsWith("HEAD ") && line.contains("(+http://city.example/)")),
        asked::toString);
    assertEquals(1, most.get());
  }

  @Test
  void check_serverWithoutHead_isAskedForTheFirstByte() {
    dataset("stops", "tobus", "/a");
    statuses.put("/a", 405);
    assertEquals(1, server.links().run(false).answered());
    assertEquals(2, asked.size());
    assertTrue(
        asked.get(1).startsWith("GET /a ") && asked.get(1).endsWith("bytes=0-0"), asked::toString);
  }

  @Test
  void check_addressThatRobotsTxtForbids_isNotAskedAndNothingIsSaidOfIt() {
    rules =
        "User-agent: *\nDisallow: /private/\n\nUser-agent: machinami-link-check\nDisallow: /b\n";
    dataset("stops", "tobus", "/a", "/b", "/private/c");
    LinkRun run = server.links().run(false);
    assertEquals(3, run.asked());
    assertEquals(2, run.answered());
    assertEquals(0, run.failing());
    assertEquals(1, rulesAsked.get(), "once a round");
    assertTrue(asked.stream().noneMatch(line -> line.contains(" /b ")), asked::toString);
  }

  @Test
  void desk_checkAgain_asksForOneAddressNow() throws Exception {
    dataset("stops", "tobus", "/gone", "/a");
    dataset("pipes", "water", "/dry");
    statuses.put("/gone", 404);
    statuses.put("/dry", 404);
    server.links().run(false);
    DeskBrowser steward = signIn("steward", new Grant(Role.STEWARD, "tobus"));
    String page = "/steward/distributions";
    asked.clear();
    Map<String, String> gone = Map.of("address", address("/gone"));
    assertEquals(
        page + "?done=fails", DeskBrowser.location(steward.send(page, page + "/again", gone)));
    assertTrue(asked.stream().allMatch(line -> line.contains(" /gone ")), asked::toString);
    statuses.remove("/gone");
    assertEquals(
        page + "?done=answers", DeskBrowser.location(steward.send(page, page + "/again", gone)));
    assertFalse(steward.get(page).body().contains(address("/gone")));
    asked.clear();
    steward.send(page, page + "/again", Map.of("address", address("/dry")));
    steward.send(page, page + "/again", Map.of("address", "http://127.0.0.1:1/other"));
    assertEquals(List.of(), asked, "another organisation's, and no link at all");
  }

  @Test
  void check_again_leavesWhatAnsweredAlone_unlessAllAreWanted() {
    dataset("stops", "tobus", "/a", "/b");
    server.links().run(false);
    asked.clear();
    assertEquals(0, server.links().run(false).asked());
    assertEquals(List.of(), asked);
    assertEquals(2, server.links().run(true).asked());
  }

  @Test
  void check_failedLink_isShownBesideItsDistribution_andNothingIsDeleted() throws Exception {
    dataset("stops", "tobus", "/a", "/gone");
    server.links().run(false);
    String before = page("/en/datasets/stops");
    assertTrue(before.contains("Last answered on") && !before.contains("Not reached"), before);
    long head = server.store().ledger().head();
    statuses.put("/gone", 404);
    LinkRun run = server.links().run(true);
    assertEquals(1, run.failed());
    assertEquals(1, run.failing());
    String after = page("/en/datasets/stops");
    assertTrue(after.contains("Not reached since") && after.contains("(last answered on"), after);
    assertTrue(after.contains(address("/gone")), after);
    assertTrue(page("/ja/datasets/stops").contains("から応答なし"));
    assertEquals(head, server.store().ledger().head());
    statuses.remove("/gone");
    server.links().run(true);
    assertFalse(page("/en/datasets/stops").contains("Not reached"));
  }

  @Test
  void page_versionChangesWithTheChecks() throws Exception {
    dataset("stops", "tobus", "/a");
    String before = server.get("/datasets/stops").headers().firstValue("ETag").orElseThrow();
    server.links().run(false);
    String after = server.get("/datasets/stops").headers().firstValue("ETag").orElseThrow();
    assertNotEquals(before, after);
  }

  @Test
  void check_pageThatWantsAPassword_isThere() {
    dataset("stops", "tobus", "/members");
    statuses.put("/members", 401);
    assertEquals(1, server.links().run(false).answered());
  }

  @Test
  void check_busyServer_isLeftAloneAndNothingIsSaidOfItsLinks() {
    String[] paths = new String[10];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = "/busy" + i;
      statuses.put(paths[i], 503);
    }
    dataset("stops", "tobus", paths);
    LinkRun run = server.links().run(false);
    assertEquals(3, run.asked());
    assertEquals(0, run.failing());
    assertEquals(3, asked.size());
  }

  @Test
  void check_linkThatNoDatasetNamesAnyMore_isForgotten() throws Exception {
    dataset("stops", "tobus", "/gone");
    statuses.put("/gone", 404);
    assertEquals(1, server.links().run(false).failing());
    dataset("stops", "tobus", "/new");
    assertEquals(0, server.links().run(false).failing());
    assertTrue(server.links().find(List.of(address("/gone"))).isEmpty());
  }

  @Test
  void check_addressesOfAnInnerNetworkAndOfOtherPorts_areNeverAsked() throws Exception {
    server.commit(
        "load",
        Map.of(
            "graph/metadata/inside",
            """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            <datasets/inside> a dcat:Dataset ; dct:title "Inside"@en ; dcat:distribution <datasets/inside#a> , <datasets/inside#b> .
            <datasets/inside#a> dcat:accessURL <http://169.254.169.254/latest> .
            <datasets/inside#b> dcat:accessURL <http://10.0.0.1:8080/x> .
            """));
    LinkRun run = server.links().run(false);
    assertEquals(2, run.asked());
    assertEquals(1, run.failed(), "nobody outside can open it");
    assertEquals(1, run.failing(), "of the other one nothing is known");
  }

  @Test
  void desk_stewardSeesTheLinksOfOwnDatasets_administratorsAll() throws Exception {
    dataset("stops", "tobus", "/gone");
    dataset("pipes", "water", "/dry");
    statuses.put("/gone", 404);
    statuses.put("/dry", 500);
    server.links().run(false);
    String steward =
        signIn("steward", new Grant(Role.STEWARD, "tobus")).get("/steward/distributions").body();
    assertTrue(steward.contains("バス停 stops") && steward.contains(address("/gone")), steward);
    assertTrue(steward.contains("404"), steward);
    assertFalse(steward.contains(address("/dry")), steward);
    String administrator =
        signIn("administrator", new Grant(Role.ADMINISTRATOR, ""))
            .get("/steward/distributions")
            .body();
    assertTrue(administrator.contains(address("/dry")), administrator);
    assertTrue(administrator.contains("2 件"), administrator);
  }
}
