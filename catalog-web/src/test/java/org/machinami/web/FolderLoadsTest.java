package org.machinami.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.web.account.Grant;
import org.machinami.web.account.Role;

/** A folder whose rows come from an API is loaded again with nobody looking. */
final class FolderLoadsTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String SOURCE = "/steward/harvests/parks";
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private PagesServer server;
  private HttpServer api;
  private DeskBrowser administrator;
  private Path folder;
  private volatile String document;

  @BeforeEach
  void start() throws Exception {
    Path sample = Path.of(System.getProperty("machinami.home"), "samples", "datasets", "parks");
    document = Files.readString(sample.resolve("metropolitan_parks.geojson"));
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/parks", this::answer);
    api.start();
    String host = "127.0.0.1:" + api.getAddress().getPort();
    server = new PagesServer(directory, Set.of(host));
    server.account("administrator", PASSWORD, new Grant(Role.ADMINISTRATOR, ""));
    administrator = new DeskBrowser(server).in("administrator", PASSWORD);
    folder = Files.createDirectories(directory.resolve("recipes/city-parks"));
    copy(
        sample,
        "dataset.ttl",
        "dcat:downloadURL <datasets/parks/files/metropolitan_parks.geojson> ;",
        "");
    copy(sample, "mapping.rml.ttl", "metropolitan_parks.geojson", "parks.api");
    Files.writeString(
        folder.resolve("parks.api"),
        "url=http://" + host + "/parks\nrecords=$.features[*]\nrequests-per-second=1000\n");
    Files.writeString(folder.resolve("load.properties"), "schedule=0 4 * * *\n");
  }

  @AfterEach
  void stop() {
    server.close();
    api.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = document.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/geo+json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void copy(Path sample, String name, String old, String text) throws IOException {
    String content = Files.readString(sample.resolve(name));
    assertTrue(content.contains(old), name);
    Files.writeString(folder.resolve(name), content.replace(old, text));
  }

  private String run() {
    return administrator.harvest(SOURCE, LONGEST);
  }

  private long head() {
    return server.store().ledger().head();
  }

  @Test
  void api_isAskedAgain_andWhatChangedIsCommitted() {
    String home = administrator.get("/steward/harvests").body();
    assertTrue(home.contains("データセットのフォルダ") && home.contains("次回"), home);
    String first = run();
    assertTrue(first.contains("変更を取り込みました"), first);
    assertTrue(server.get("/datasets/parks").body().contains("parks"));
    long head = head();
    assertTrue(run().contains("変更はありません"));
    assertEquals(head, head());
    document = document.replace("日比谷公園", "日比谷新公園");
    assertTrue(run().contains("変更を取り込みました"));
    assertTrue(head() > head);
    assertTrue(administrator.get("/en" + SOURCE).body().contains("Folder of a dataset"));
  }

  @Test
  void api_thatLosesItsRecords_changesNothing_andSaysSo() {
    run();
    long head = head();
    document = "{\"type\":\"FeatureCollection\",\"features\":[]}";
    String page = run();
    assertTrue(page.contains("失敗"), page);
    assertTrue(page.contains("中止しました（何も書き込んでいません）"), page);
    assertTrue(page.contains("/parks"), page);
    assertEquals(head, head());
  }

  @Test
  void dataset_thatWasChangedAtTheDesk_isLeftAlone() {
    run();
    String graph = new NamedGraphs(PagesServer.BASE).metadata("parks");
    Graph changed =
        server
            .store()
            .versions()
            .graph(server.store().states().find(graph).orElseThrow().version());
    changed.add(
        NodeFactory.createURI(PagesServer.BASE + "datasets/parks"),
        DCTerms.alternative.asNode(),
        NodeFactory.createLiteralLang("都の公園", "ja"));
    server
        .store()
        .commit(
            new CommitRequest(
                "account 1",
                "publish",
                "読みやすくしました。",
                Optional.empty(),
                List.of(GraphChange.to(graph, server.store().write(changed).hash()))));
    document = document.replace("日比谷公園", "日比谷新公園");
    long head = head();
    String page = run();
    assertTrue(page.contains("読み込みのあとで"), page);
    assertEquals(head, head());
  }

  @Test
  void dataset_thatWasWithdrawn_doesNotComeBack() {
    run();
    String graph = new NamedGraphs(PagesServer.BASE).metadata("parks");
    server
        .store()
        .commit(
            new CommitRequest(
                "account 1",
                "withdraw",
                "誤りがありました。",
                Optional.empty(),
                List.of(GraphChange.deletion(graph))));
    long head = head();
    String page = run();
    assertTrue(page.contains("取り下げられています"), page);
    assertEquals(head, head());
  }

  @Test
  void settings_thatCannotBeUsed_areSaid() throws IOException {
    Files.writeString(folder.resolve("load.properties"), "schedule=every night\n");
    assertTrue(administrator.get("/steward/harvests").body().contains("schedule"));
    Files.writeString(folder.resolve("load.properties"), "jitter-minutes=-1\n");
    String home = administrator.get("/steward/harvests").body();
    assertTrue(home.contains("jitter-minutes"), home);
    assertFalse(administrator.get("/steward/harvests/city-parks").body().contains("/run\""));
  }
}
