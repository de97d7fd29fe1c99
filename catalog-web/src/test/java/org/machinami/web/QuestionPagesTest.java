package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.web.account.Account;
import org.machinami.web.account.Grant;
import org.machinami.web.account.MovedClock;
import org.machinami.web.account.Role;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.language.Messages;

/** The committee asks, the organisation's steward answers, everybody sees how it stands. */
final class QuestionPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "correct horse battery";
  private static final String ASKED = "題名の英語はいつ付きますか。";
  private static final String ANSWERED = "来月の更新で付けます。";
  private static final String NEW = "/monitor/questions/new?dataset=buses&clause=2.7";

  @TempDir private Path directory;
  private PagesServer server;
  private DeskBrowser member;
  private DeskBrowser steward;
  private DeskBrowser stranger;

  @BeforeEach
  void start() throws Exception {
    server =
        new PagesServer(
            directory, Clock.system(Messages.CITY), new RequestSettings(true, 3), new MovedClock());
    account("member", new Grant(Role.COMMITTEE, ""));
    account("steward", new Grant(Role.STEWARD, "tobus"));
    account("stranger", new Grant(Role.STEWARD, "other"));
    member = new DeskBrowser(server).in("member", PASSWORD);
    steward = new DeskBrowser(server).in("steward", PASSWORD);
    stranger = new DeskBrowser(server).in("stranger", PASSWORD);
    server.commit(
        "load dataset buses",
        Map.of(
            "graph/metadata/buses",
            "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>"
                + " <datasets/buses> a dcat:Dataset ; dct:title \"バス\"@ja , \"Buses\"@en ;"
                + " dct:publisher <publishers/tobus> .",
            "graph/verdict/buses",
            "PREFIX city: <https://machinami.org/vocab/city#>"
                + " <graph/verdict/buses#verdict> a city:Verdict ; city:policy <policy/1> ;"
                + " city:outcome <https://machinami.org/vocab/outcome/admitted-with-warnings> ;"
                + " city:clause <policy/1/clauses/2.7> ; city:verdictOn <datasets/buses> ."));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void account(String login, Grant grant) {
    Account account = server.accounts().add(login, login + " 太郎", "", List.of(grant)).orElseThrow();
    server.accounts().setPassword(account, PASSWORD);
  }

  private static String hidden(String page, String name) {
    Matcher value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertTrue(value.find(), page);
    return value.group(1);
  }

  private HttpResponse<String> ask(String said, String due) {
    String page = member.get(NEW).body();
    return member.post(
        "/monitor/questions",
        Map.of(
            "token",
            hidden(page, "token"),
            "key",
            hidden(page, "key"),
            "dataset",
            "buses",
            "clause",
            "2.7",
            "said",
            said,
            "due",
            due));
  }

  private String asked() {
    HttpResponse<String> answer = ask(ASKED, LocalDate.now(Messages.CITY).plusDays(7).toString());
    assertEquals(303, answer.statusCode(), answer.body());
    return DeskBrowser.location(answer);
  }

  private HttpResponse<String> say(
      DeskBrowser who, String path, String verb, String said, String steps) {
    String due = LocalDate.now(Messages.CITY).plusDays(20).toString();
    return who.send(path, path + verb, Map.of("said", said, "due", due, "steps", steps));
  }

  private long listed(String query) throws Exception {
    return JSON.readTree(server.get("/monitor/questions.json" + query).body())
        .get("total")
        .asLong();
  }

  private String states() throws Exception {
    StringBuilder states = new StringBuilder();
    for (var row : JSON.readTree(server.get("/monitor.json").body()).get("questions")) {
      if (row.get("questions").asInt() > 0) {
        states.append(row.get("state").asText()).append(row.get("questions").asInt());
      }
    }
    return states.toString();
  }

  @Test
  void question_isAskedAnsweredAndClosed_andItsStateIsPublic() throws Exception {
    assertEquals("", states());
    assertTrue(member.get("/monitor/desk").body().contains("dataset=buses&amp;clause=2.7"));
    String path = asked();
    assertEquals("open1", states());
    assertEquals(1, listed("?publisher=tobus&state=open"));
    assertEquals(0, listed("?publisher=-"));
    String list = server.get("/monitor/questions").body();
    assertTrue(list.contains("monitor/questions?state=open&amp;publisher=tobus"), list);
    assertTrue(steward.get("/steward/questions").body().contains(path.substring(1)));
    assertTrue(steward.get(path).body().contains(ASKED));
    assertEquals(303, say(steward, path, "/answer", ANSWERED, "1").statusCode());
    assertEquals("answered1", states());
    String read = member.get(path).body();
    assertTrue(read.contains(ANSWERED) && read.contains("steward 太郎"), read);
    assertFalse(steward.get(path).body().contains("/answer"));
    assertEquals(303, say(member, path, "/again", "何日ですか。", "2").statusCode());
    assertEquals("open1", states());
    assertEquals(303, say(steward, path, "/answer", "十日です。", "3").statusCode());
    assertEquals(303, say(member, path, "/close", "", "4").statusCode());
    assertEquals("closed1", states());
    List<String> csv = server.get("/monitor/questions.csv").body().lines().toList();
    assertEquals("dataset,clause,publisher,state,asked,due,changed", csv.get(0));
    assertTrue(csv.get(1).startsWith("buses,2.7,tobus,closed,"), csv.get(1));
    assertEquals(409, say(member, path, "/again", "まだあります。", "5").statusCode());
  }

  @Test
  void question_whoMaySeeWhat() {
    String path = asked();
    assertEquals(404, stranger.get(path).statusCode());
    assertFalse(stranger.get("/steward/questions").body().contains(path.substring(1)));
    HttpResponse<String> answer =
        stranger.post(
            path + "/answer",
            Map.of(
                "token",
                DeskBrowser.token(stranger.get("/steward/questions")),
                "said",
                ANSWERED,
                "steps",
                "1"));
    assertEquals(404, answer.statusCode());
    assertEquals(403, stranger.get("/monitor/desk").statusCode());
    assertEquals(403, steward.get(NEW).statusCode());
    assertEquals(303, server.get(path, "Accept", "text/html").statusCode());
    for (String open :
        List.of("/monitor", "/monitor/questions", "/monitor/questions.csv", "/monitor.json")) {
      String body = server.get(open, "Accept-Language", "ja").body();
      assertFalse(body.contains(ASKED) || body.contains("太郎"), open);
      assertFalse(body.contains(path.substring(path.lastIndexOf('/') + 1)), open);
    }
    assertTrue(server.get("/monitor/questions", "Accept-Language", "ja").body().contains("回答待ち"));
  }

  @Test
  void question_thatIsNone_isToldSo_andNothingTypedIsLost() {
    HttpResponse<String> past = ask(ASKED, "2020-01-01");
    assertEquals(400, past.statusCode());
    assertTrue(past.body().contains(ASKED) && past.body().contains("明日から一年以内"), past.body());
    assertTrue(ask(" ", "2020-01-01").body().contains("質問を書いてください"));
    assertTrue(
        ask("あ".repeat(4_001), LocalDate.now(Messages.CITY).plusDays(7).toString())
            .body()
            .contains("4,000 字以内"));
    HttpResponse<String> other = member.get("/monitor/questions/new?dataset=buses&clause=2.2");
    assertEquals(400, other.statusCode());
    assertTrue(other.body().contains("未解消の指摘がありません"), other.body());
    assertEquals(400, server.get("/monitor/questions?state=lost").statusCode());
  }

  @Test
  void answer_thatComesSecond_isShownWhatTheFirstSaid_andIsNotLost() {
    String path = asked();
    assertEquals(303, say(steward, path, "/answer", ANSWERED, "1").statusCode());
    HttpResponse<String> late = say(member, path, "/again", "遅れた問いです。", "1");
    assertEquals(409, late.statusCode());
    assertTrue(late.body().contains("遅れた問いです。") && late.body().contains(ANSWERED), late.body());
  }

  @Test
  void form_sentTwice_asksOnce() throws Exception {
    String page = member.get(NEW).body();
    Map<String, String> form =
        Map.of(
            "token",
            hidden(page, "token"),
            "key",
            hidden(page, "key"),
            "dataset",
            "buses",
            "clause",
            "2.7",
            "said",
            ASKED,
            "due",
            LocalDate.now(Messages.CITY).plusDays(7).toString());
    String first = DeskBrowser.location(member.post("/monitor/questions", form));
    assertEquals(first, DeskBrowser.location(member.post("/monitor/questions", form)));
    assertEquals("open1", states());
  }
}
