package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.linking.LinkMethod;
import org.machinami.loader.linking.LinksDataset;
import org.machinami.shapes.MetadataValidator;
import org.machinami.web.account.Account;
import org.machinami.web.account.Grant;
import org.machinami.web.account.MovedClock;
import org.machinami.web.account.Role;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.language.Messages;

/** What no program can tell is asked of the steward, and what he says is in the data. */
final class LinkPagesTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String PREFIXES =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  @TempDir private Path directory;
  private PagesServer server;
  private LinksDataset links;

  @BeforeEach
  void start() throws Exception {
    server =
        new PagesServer(
            directory, Clock.system(Messages.CITY), new RequestSettings(true, 3), new MovedClock());
    dataset("census", "駅別の利用", station("census.1", "荻窪駅", "東日本旅客鉄道", ""));
    dataset(
        "timetable",
        "時刻表",
        station("rapid.1", "荻窪", "JR東日本", "中央線快速")
            + station("local.1", "荻窪", "JR東日本", "中央・総武線各駅停車"));
    links =
        new LinksDataset(server.store(), MetadataValidator.bundled(), Clock.system(Messages.CITY));
    links.commit(links.find(), LoadOptions.DEFAULT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void dataset(String id, String title, String data) {
    server.commit(
        "load dataset " + id,
        Map.of(
            "graph/metadata/" + id,
            PREFIXES
                + "<datasets/%s> a dcat:Dataset ; dct:title \"%s\"@ja ; dct:publisher <publishers/%s> ."
                    .formatted(id, title, id),
            "graph/data/" + id,
            PREFIXES + data));
  }

  private static String station(String key, String name, String operator, String line) {
    return """
        <id/station/%1$s> a city:Station ; rdfs:label "%2$s"@ja ; city:operatorName "%3$s"@ja ;
          %4$s geo:hasGeometry <id/station/%1$s#geometry> .
        <id/station/%1$s#geometry> a geo:Geometry ; geo:asWKT "POINT (139.62 35.7045)"^^geo:wktLiteral .
        """
        .formatted(
            key, name, operator, line.isEmpty() ? "" : "city:lineName \"" + line + "\"@ja ;");
  }

  private DeskBrowser steward(String publisher) {
    return somebody(publisher, new Grant(Role.STEWARD, publisher));
  }

  private DeskBrowser somebody(String name, Grant grant) {
    Account account = server.accounts().add(name, name + " 太郎", "", List.of(grant)).orElseThrow();
    server.accounts().setPassword(account, PASSWORD);
    return new DeskBrowser(server).in(name, PASSWORD);
  }

  private static Map<String, String> answer(String to, String same) {
    return Map.of(
        "from",
        PagesServer.BASE + "id/station/census.1",
        "to",
        PagesServer.BASE + "id/station/" + to,
        "same",
        same);
  }

  @Test
  void answer_isALink_andTheQuestionIsGone() {
    DeskBrowser steward = steward("census");
    assertEquals(List.of(), links.links());
    String page = steward.get("/steward/links").body();
    assertTrue(page.contains("荻窪駅"), page);
    assertTrue(page.contains("時刻表"), page);
    assertTrue(page.contains("<code>rapid.1</code>"), "two candidates are called alike: " + page);
    HttpResponse<String> answered =
        steward.send("/steward/links", "/steward/links", answer("rapid.1", "yes"));
    assertEquals(303, answered.statusCode(), answered.body());
    assertEquals(List.of(LinkMethod.PERSON), links.links().stream().map(l -> l.method()).toList());
    assertEquals(List.of(), links.questions());
    assertTrue(steward.get("/steward/links?done=same").body().contains("確認するものはありません"));
    server.catchUp();
    assertTrue(
        server.get("/datasets/links.nt").body().contains("<http://www.w3.org/ns/dcat#Dataset>"));
    String late =
        DeskBrowser.location(
            steward.send("/steward/links", "/steward/links", answer("local.1", "yes")));
    assertTrue(late.contains("done=late"), late);
    assertEquals(1, links.links().size());
    assertEquals(links.find().links(), links.links());
  }

  @Test
  void different_isRemembered_andTheOtherIsTheOnlyOneLeft() {
    DeskBrowser steward = steward("timetable");
    assertEquals(
        303,
        steward.send("/steward/links", "/steward/links", answer("local.1", "no")).statusCode());
    assertEquals(List.of(), links.links());
    assertEquals(1, links.questions().get(0).candidates().size());
    links.commit(links.find(), LoadOptions.DEFAULT);
    assertEquals(
        List.of(PagesServer.BASE + "id/station/rapid.1"),
        links.links().stream().map(link -> link.to().iri()).toList());
  }

  @Test
  void stewardOfAnother_isNotAsked_andMayNotAnswer() {
    DeskBrowser stranger = steward("other");
    assertFalse(stranger.get("/steward/links").body().contains("荻窪"));
    String location =
        DeskBrowser.location(
            stranger.post("/steward/links", withToken(stranger, answer("rapid.1", "yes"))));
    assertTrue(location.contains("done=late"), location);
    assertEquals(List.of(), links.links());
    assertEquals(303, new DeskBrowser(server).get("/steward/links").statusCode());
  }

  @Test
  void administrator_standsInForAll() {
    DeskBrowser administrator = somebody("admin", new Grant(Role.ADMINISTRATOR, ""));
    assertTrue(administrator.get("/steward/links").body().contains("荻窪"));
    assertEquals(
        303,
        administrator
            .send("/steward/links", "/steward/links", answer("rapid.1", "yes"))
            .statusCode());
    assertEquals(1, links.links().size());
  }

  private static Map<String, String> withToken(DeskBrowser who, Map<String, String> fields) {
    Map<String, String> all = new java.util.HashMap<>(fields);
    all.put("token", DeskBrowser.token(who.get("/steward")));
    return all;
  }
}
