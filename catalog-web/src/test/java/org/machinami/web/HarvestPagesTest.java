package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.web.account.Grant;
import org.machinami.web.account.MovedClock;
import org.machinami.web.account.Role;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.language.Messages;

/** An administrator looks after harvests. */
final class HarvestPagesTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String SOURCE = "/steward/harvests/neighbour";
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private PagesServer server;
  private DeskBrowser administrator;

  @BeforeEach
  void start() throws Exception {
    server =
        new PagesServer(
            directory, Clock.system(Messages.CITY), new RequestSettings(true, 3), new MovedClock());
    server.account("administrator", PASSWORD, new Grant(Role.ADMINISTRATOR, ""));
    server.account("steward", PASSWORD, new Grant(Role.STEWARD, "tobus"));
    administrator = new DeskBrowser(server).in("administrator", PASSWORD);
    Path recipe = Files.createDirectories(directory.resolve("recipes/neighbour"));
    Files.writeString(
        recipe.resolve("dataset.ttl"),
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        <datasets/neighbour> a dcat:Dataset ; dct:title "隣の市"@ja , "Neighbour"@en ;
          dct:description "隣の市のカタログです。"@ja , "The catalogue of the city next door."@en ;
          dct:publisher <publishers/neighbour> .
        <publishers/neighbour> a foaf:Agent ; foaf:name "隣の市"@ja , "Neighbour"@en .
        """);
    Files.writeString(
        recipe.resolve("harvest.properties"), "dump=dump.ttl\nsector=public\nschedule=0 3 * * *\n");
    dump(10);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void dump(int count) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>\n");
    for (int k = 0; k < count; k++) {
      text.append(
          "<https://next.example/%d> a dcat:Dataset ; dct:title \"Dataset %d\"@en ; dct:description \"What it is.\"@en ; <https://next.example/colour> \"red\" .%n"
              .formatted(k, k));
    }
    // One that the policy refuses.
    text.append("<https://next.example/broken> a dcat:Dataset ; dct:title \"Broken\"@en .\n");
    Files.writeString(directory.resolve("recipes/neighbour/dump.ttl"), text);
  }

  private String run() {
    return administrator.harvest(SOURCE, LONGEST);
  }

  private static String hidden(String page, String name) {
    Matcher value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertTrue(value.find(), page);
    return value.group(1);
  }

  @Test
  void harvests_runNow_showsWhatBecameOfItByRecord() throws Exception {
    String home = administrator.get("/steward/harvests").body();
    assertTrue(home.contains("neighbour") && home.contains("次回"), home);
    String page = run();
    assertTrue(page.contains("変更を取り込みました"), page);
    assertTrue(page.contains("https://next.example/broken"), page);
    assertTrue(
        page.contains("<td>対応項目なし</td><td>https://next.example/colour</td><td></td><td>10</td>"),
        page);
    assertTrue(Pattern.compile("<td>\\d+\\.\\d+</td>").matcher(page).find(), "the clause: " + page);
    assertTrue(run().contains("変更はありません"));
    assertTrue(administrator.get("/en" + SOURCE).body().contains("Nothing changed"));
  }

  private String tryIt() {
    return administrator.tryHarvest(SOURCE, LONGEST);
  }

  @Test
  void dryRun_showsWhatARunWouldDo_andWritesNothing() throws Exception {
    long head = server.store().ledger().head();
    String page = tryIt();
    assertTrue(page.contains("実行すると、次の変更を取り込みます。"), page);
    assertTrue(page.contains("<dt>追加される件数</dt><dd>10</dd>"), page);
    assertTrue(page.contains("https://next.example/broken"), page);
    assertTrue(page.contains("まだ実行していません。"), "it is in no record: " + page);
    assertEquals(head, server.store().ledger().head());
    assertTrue(administrator.get("/en" + SOURCE).body().contains("A run would take over"));

    assertFalse(run().contains("試しの実行の結果"), "what came since then makes it worthless");
    head = server.store().ledger().head();
    assertTrue(tryIt().contains("実行しても、変更はありません。"));
    dump(4);
    String less = tryIt();
    assertTrue(less.contains("実行すると、変更は保留されます。"), less);
    assertTrue(less.contains("<dt>削除される件数</dt><dd>6</dd>"), less);
    assertFalse(less.contains("name=\"since\""), "nothing waits");
    Files.delete(directory.resolve("recipes/neighbour/dump.ttl"));
    assertTrue(tryIt().contains("配布元を読み取れませんでした。"));
    assertEquals(head, server.store().ledger().head());
  }

  @Test
  void dryRun_isForAdministratorsWithTheTokenOfThePage() {
    String path = SOURCE + "/dry-run";
    assertEquals(403, administrator.post(path, Map.of()).statusCode());
    assertEquals(403, administrator.post(path, Map.of("token", "x")).statusCode());
    DeskBrowser steward = new DeskBrowser(server).in("steward", PASSWORD);
    String token = DeskBrowser.token(steward.get("/steward"));
    assertEquals(403, steward.post(path, Map.of("token", token)).statusCode());
    assertFalse(administrator.get(SOURCE).body().contains("id=\"dry\""));
    assertEquals(
        404, administrator.send(SOURCE, "/steward/harvests/nobody/dry-run", Map.of()).statusCode());
  }

  @Test
  void quarantine_isReleasedWithAReason_exactlyAsShown() throws Exception {
    run();
    dump(4);
    String page = run();
    assertTrue(page.contains("保留中"), page);
    String since = hidden(page, "since");
    assertEquals(
        400,
        administrator
            .send(SOURCE, SOURCE + "/release", Map.of("since", since, "reason", " "))
            .statusCode());
    assertEquals(
        409,
        administrator
            .send(
                SOURCE,
                SOURCE + "/release",
                Map.of("since", "2020-01-01T00:00:00Z", "reason", "so"))
            .statusCode());
    HttpResponse<String> released =
        administrator.send(
            SOURCE, SOURCE + "/release", Map.of("since", since, "reason", "隣の市に確かめました。"));
    assertEquals(303, released.statusCode(), released.body());
    String after = administrator.get(SOURCE).body();
    assertFalse(after.contains("name=\"since\""), after);
    assertTrue(after.contains("保留を適用しました") && after.contains("隣の市に確かめました。"), after);
    assertTrue(run().contains("変更はありません"));
  }

  @Test
  void quarantine_isThrownAway_andNothingChanges() throws Exception {
    run();
    dump(4);
    String since = hidden(run(), "since");
    HttpResponse<String> discarded =
        administrator.send(SOURCE, SOURCE + "/discard", Map.of("since", since));
    assertEquals(303, discarded.statusCode());
    dump(10);
    assertTrue(run().contains("変更はありません"));
  }

  @Test
  void harvests_areForAdministratorsOnly() {
    DeskBrowser steward = new DeskBrowser(server).in("steward", PASSWORD);
    assertEquals(403, steward.get("/steward/harvests").statusCode());
    assertEquals(403, steward.get(SOURCE).statusCode());
    assertEquals(303, new DeskBrowser(server).get("/steward/harvests").statusCode());
    assertEquals(404, administrator.get("/steward/harvests/nobody").statusCode());
    assertEquals(400, administrator.get("/steward/harvests/..%2f..").statusCode());
  }

  @Test
  void recipeThatCannotBeRead_isSaid() throws Exception {
    Files.writeString(
        directory.resolve("recipes/neighbour/harvest.properties"),
        "dump=dump.ttl\nsector=public\nschedule=every night\n");
    assertTrue(administrator.get("/steward/harvests").body().contains("schedule"));
    assertFalse(administrator.get(SOURCE).body().contains("/run\""));
  }
}
