package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.language.Messages;
import org.machinami.web.request.DataRequest;
import org.machinami.web.request.RequestFilter;
import org.machinami.web.request.RequestState;

/** Requests for data, from the form to what becomes of them. */
final class RequestPagesTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final Map<String, String> GOOD =
      Map.of(
          "wanted", "区立公園の遊具の種類と設置年",
          "purpose", "子どもと安全に遊べる公園を\r\n地図にまとめたい。",
          "field", "wellness",
          "municipality", "13101",
          "contact", "secret-contact@example.org");

  @TempDir private Path directory;
  private PagesServer server;
  private String cookie = "";

  @BeforeEach
  void start() throws Exception {
    server =
        new PagesServer(
            directory, java.time.Clock.system(Messages.CITY), new RequestSettings(true, 3));
    server.commit(
        "load",
        Map.of(
            "graph/metadata/libraries",
            """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            <datasets/libraries> a dcat:Dataset ; dct:title "図書館の一覧"@ja , "Libraries"@en .
            """));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Opens the form as a browser does, and returns its token. */
  private String open(String path) {
    HttpResponse<String> page =
        cookie.isEmpty() ? server.get(path) : server.get(path, "Cookie", cookie);
    assertEquals(200, page.statusCode());
    return remember(page);
  }

  private String remember(HttpResponse<String> page) {
    page.headers()
        .firstValue("Set-Cookie")
        .ifPresent(value -> cookie = value.substring(0, value.indexOf(';')));
    Matcher matcher = TOKEN.matcher(page.body());
    return matcher.find() ? matcher.group(1) : "";
  }

  private HttpResponse<String> send(Map<String, String> values) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put("token", open("/requests/new"));
    return server.post("/requests/new", form(all), "Cookie", cookie);
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> values = new LinkedHashMap<>(GOOD);
    values.put(name, value);
    return values;
  }

  /** Sends a good one and returns its id. */
  private String sent() {
    HttpResponse<String> answer = send(with("looked", "1"));
    assertEquals(303, answer.statusCode(), answer.body());
    return id(answer);
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/|\\?.*", "");
  }

  private void restart(RequestSettings settings) throws Exception {
    server.close();
    server = new PagesServer(directory, java.time.Clock.system(Messages.CITY), settings);
  }

  private void set(String id, RequestState state) {
    server.requests().set(id, state, "", "", "");
  }

  private List<DataRequest> kept() {
    return server.requests().list(RequestFilter.all(Optional.empty()), 0, 100);
  }

  @Test
  void request_isSeenByNobodyBeforeItIsLetIn() {
    String id = sent();
    HttpResponse<String> page = server.get("/requests/" + id + "?done=sent");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains(id));
    assertTrue(page.body().contains("要望を受け付けました"));
    assertEquals("noindex", page.headers().firstValue("X-Robots-Tag").orElse(""));
    for (String path :
        List.of(
            "/requests/" + id,
            "/requests/" + id + ".json",
            "/requests",
            "/requests.json",
            "/requests.atom",
            "/en/requests")) {
      assertFalse(server.get(path).body().contains("遊具"), path);
    }
    set(id, RequestState.RECEIVED);
    for (String path :
        List.of("/requests/" + id, "/requests", "/requests.json", "/requests.atom")) {
      HttpResponse<String> shown = server.get(path);
      assertTrue(shown.body().contains("遊具"), path);
      assertFalse(shown.body().contains("secret-contact"), path);
    }
    set(id, RequestState.HIDDEN);
    assertEquals(404, server.get("/requests/" + id).statusCode());
    assertFalse(server.get("/requests").body().contains("遊具"));
  }

  @Test
  void moreThanCanBeLookedAt_areNotTakenIn_andNothingTypedIsLost() throws Exception {
    restart(new RequestSettings(true, 10_000));
    Map<String, String> values = with("looked", "1");
    values.put("token", open("/requests/new"));
    String body = form(values);
    String first = "";
    for (int i = 0; i < 1_000; i++) {
      HttpResponse<String> answer = server.post("/requests/new", body, "Cookie", cookie);
      assertEquals(303, answer.statusCode(), () -> answer.body());
      first = id(answer);
    }
    HttpResponse<String> full = server.post("/requests/new", body, "Cookie", cookie);
    assertEquals(503, full.statusCode());
    assertTrue(full.headers().firstValue("Retry-After").isPresent());
    assertTrue(full.body().contains("遊具の種類と設置年"), full.body());
    assertTrue(full.body().contains("地図にまとめたい"), full.body());
    set(first, RequestState.RECEIVED);
    assertEquals(303, server.post("/requests/new", body, "Cookie", cookie).statusCode());
  }

  @Test
  void request_withoutModeration_isShownAtOnce() throws Exception {
    restart(new RequestSettings(false, 3));
    String id = sent();
    assertTrue(server.get("/requests/" + id).body().contains("遊具"));
  }

  @Test
  void page_hasStatesReasonsAndTheDataset() throws Exception {
    String id = sent();
    set(id, RequestState.RECEIVED);
    server.requests().set(id, RequestState.DECLINED, "予算がありません", "There is no budget", "");
    String english = server.get("/en/requests/" + id).body();
    assertTrue(english.contains("There is no budget"), english);
    assertFalse(english.contains("/support\""), "nobody is asked to support what is declined");
    assertTrue(server.get("/requests/" + id).body().contains("予算がありません"));
    server.requests().set(id, RequestState.FULFILLED, "", "", "libraries");
    assertTrue(server.get("/requests/" + id).body().contains("href=\"../datasets/libraries\""));
    HttpResponse<String> answer = server.get("/requests/" + id, "Accept", "application/json");
    JsonNode json = new ObjectMapper().readTree(answer.body());
    assertEquals("fulfilled", json.get("state").textValue());
    assertEquals(PagesServer.BASE + "datasets/libraries", json.get("dataset").textValue());
    assertEquals("13101", json.get("municipality").textValue());
    assertEquals(1, json.get("supporters").intValue());
    assertFalse(json.has("contact"));
  }

  @Test
  void list_isNarrowedByTheAddress_andAnswersInItsForms() throws Exception {
    set(sent(), RequestState.RECEIVED);
    assertTrue(server.get("/requests?field=wellness&state=received").body().contains("遊具"));
    assertFalse(server.get("/requests?field=mobility").body().contains("遊具"));
    assertFalse(server.get("/requests?municipality=13104").body().contains("遊具"));
    assertTrue(server.get("/requests?sort=needed").body().contains("遊具"));
    JsonNode json =
        new ObjectMapper().readTree(server.get("/requests?format=json&field=wellness").body());
    assertEquals(1, json.get("total").intValue());
    HttpResponse<String> feed = server.get("/requests.atom");
    assertTrue(feed.body().contains("<entry>"), feed.body());
    assertEquals(406, server.get("/requests", "Accept", "text/turtle").statusCode());
    HttpResponse<String> page = server.get("/requests");
    String tag = page.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, server.get("/requests", "If-None-Match", tag).statusCode());
    set(sent(), RequestState.RECEIVED);
    assertEquals(200, server.get("/requests", "If-None-Match", tag).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "state, waiting",
    "state, hidden",
    "state, %00",
    "field, nothing",
    "municipality, 1310%27",
    "sort, x",
    "page, 0",
    "page, 9999999999",
  })
  void list_wrongValue_is400(String name, String value) {
    HttpResponse<String> answer =
        server.get("/requests?" + name + "=" + value, "Accept", "text/html");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("使えません"), answer.body());
  }

  @Test
  void form_isPrefilledByItsAddress() {
    String body =
        server
            .get(
                "/requests/new?q="
                    + encoded("<b>\"駅\"</b>")
                    + "&field=mobility&municipality=13104&dataset=libraries")
            .body();
    assertTrue(body.contains("value=\"&lt;b>&#34;駅&#34;&lt;/b>\""), body);
    assertTrue(body.contains("<option value=\"mobility\" selected"), body);
    assertTrue(body.contains("<option value=\"13104\" selected"), body);
    assertTrue(body.contains("図書館の一覧"), body);
    assertEquals(
        200,
        server.get("/requests/new?field=x&municipality=%00&dataset=%3Cscript%3E").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "wanted, '', ほしいデータ」を入力",
    "wanted, 駅, 5 文字以上",
    "wanted, LONG, 120 文字以内",
    "purpose, '', 何に使うか」を入力",
    "purpose, 調査, 10 文字以上",
    "purpose, LONG, '2,000 文字以内'",
    "contact, LONG, 200 文字以内",
  })
  void form_mistake_comesBackWithEverythingTyped(String field, String value, String words) {
    Map<String, String> typed = with(field, value.equals("LONG") ? "あ".repeat(2_001) : value);
    HttpResponse<String> answer = send(typed);
    assertEquals(400, answer.statusCode());
    String body = answer.body();
    assertTrue(body.contains(words), body);
    assertTrue(body.contains("href=\"#" + field + "\""), body);
    assertTrue(body.contains("id=\"" + field + "-mistake\""), body);
    typed.forEach(
        (name, text) -> assertTrue(body.contains(text.replace("\r\n", "\n")), name + ": " + body));
    assertTrue(body.contains("<option value=\"13101\" selected"), body);
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    assertEquals(List.of(), kept());
  }

  @Test
  void form_inEnglish_speaksEnglish() {
    Map<String, String> values = new LinkedHashMap<>(with("wanted", ""));
    values.put("token", open("/en/requests/new"));
    HttpResponse<String> answer = server.post("/en/requests/new", form(values), "Cookie", cookie);
    assertTrue(answer.body().contains("Fill in which data you need."), answer.body());
  }

  @Test
  void form_somethingSimilar_isOfferedBeforeItIsSent() {
    set(sent(), RequestState.RECEIVED);
    Map<String, String> same = with("wanted", "公園の遊具の種類と設置年");
    HttpResponse<String> answer = send(same);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("区立公園の遊具の種類と設置年"), answer.body());
    assertTrue(answer.body().contains("name=\"looked\""), answer.body());
    assertEquals(1, kept().size());
    same.put("looked", "1");
    assertEquals(303, send(same).statusCode());
    assertTrue(server.get("/requests/new?q=" + encoded("図書館")).body().contains("図書館の一覧"));
  }

  @Test
  void form_fromElsewhere_isNotTaken() {
    Map<String, String> values = new LinkedHashMap<>(with("looked", "1"));
    String token = open("/requests/new");
    values.put("token", token);
    String good = form(values);
    String path = "/requests/new";
    for (HttpResponse<String> answer :
        List.of(
            server.post(path, good),
            server.post(path, form(with("looked", "1")), "Cookie", cookie),
            server.post(path, good, "Cookie", "machinami-browser=" + "0".repeat(32)),
            server.post(path, good, "Cookie", "machinami-browser=x"),
            server.post(path, good.replace(token, "1." + "0".repeat(64)), "Cookie", cookie),
            server.post(path, good, "Cookie", cookie, "Origin", "https://evil.example"),
            server.post(path, good, "Cookie", cookie, "Origin", "null"),
            server.post(path, good, "Cookie", cookie, "Sec-Fetch-Site", "cross-site"))) {
      assertEquals(400, answer.statusCode());
      assertTrue(answer.body().contains("遊具"), "what was typed is kept");
      assertTrue(answer.body().contains("まだ送っていません"), answer.body());
    }
    assertEquals(List.of(), kept());
    HttpResponse<String> own =
        server.post(
            path,
            good,
            "Cookie",
            cookie,
            "Origin",
            server.address(),
            "Sec-Fetch-Site",
            "same-origin");
    assertEquals(303, own.statusCode());
  }

  @Test
  void form_trapFilled_isNotTakenAndSaysSo() {
    Map<String, String> values = with("looked", "1");
    values.put("website", "https://spam.example");
    HttpResponse<String> answer = send(values);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("空のままにする欄"), answer.body());
    assertEquals(List.of(), kept());
  }

  @Test
  void form_tooOften_is429AndKeepsWhatWasTyped() {
    for (int i = 0; i < 3; i++) {
      sent();
    }
    HttpResponse<String> answer = send(with("looked", "1"));
    assertEquals(429, answer.statusCode());
    assertEquals("3600", answer.headers().firstValue("Retry-After").orElse(""));
    assertTrue(answer.body().contains("遊具"), answer.body());
    assertEquals(3, kept().size());
  }

  @Test
  void form_controlsAndTurnedText_areLeftOut() {
    Map<String, String> values = with("looked", "1");
    values.put("wanted", "公園\u0000の\u202E遊具\u0007の\r\n 種類\uD83D\uDE80");
    values.put("purpose", "一行目です。\r\n\r\n\r\n\r\n二行目です。\uFFFE\u2066終わり");
    assertEquals(303, send(values).statusCode());
    assertEquals("公園の遊具の 種類\uD83D\uDE80", kept().get(0).wanted());
    assertEquals("一行目です。\n\n二行目です。終わり", kept().get(0).purpose());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wanted=%zz", "%", "&&&&=&=", "wanted", "a=b"})
  void form_thatIsNone_isAnswered(String body) {
    int status = server.post("/requests/new", body).statusCode();
    assertEquals(400, status);
  }

  @Test
  void form_tooLarge_is413() {
    HttpResponse<String> answer = server.post("/requests/new", "a=" + "b".repeat(600_000));
    assertEquals(413, answer.statusCode());
    assertEquals(400, server.post("/requests/new", "a=1&".repeat(20_000)).statusCode());
  }

  @Test
  void form_ofAnotherKind_isRefused() {
    int status =
        server
            .post("/requests/new", "{}", "Content-Type", "application/json", "Accept", "text/html")
            .statusCode();
    assertTrue(status >= 400 && status < 500, "status " + status);
  }

  @Test
  void support_isCountedOnceForABrowser() {
    String id = sent();
    set(id, RequestState.RECEIVED);
    String path = "/requests/" + id + "/support";
    assertTrue(location(server.post(path, "", "Cookie", cookie)).endsWith("done=before"));
    HttpResponse<String> other = server.post(path, "");
    assertEquals(303, other.statusCode());
    assertTrue(location(other).endsWith("done=counted"), location(other));
    String set = other.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Lax"), set);
    remember(other);
    assertTrue(location(server.post(path, "", "Cookie", cookie)).endsWith("done=before"));
    assertTrue(server.get("/requests/" + id).body().contains("2 人が必要"));
    assertTrue(server.get("/requests/" + id + "?done=counted").body().contains("数えました"));
    assertEquals(403, server.post(path, "", "Origin", "https://evil.example").statusCode());
    assertEquals(405, server.get(path).statusCode());
    assertEquals(404, server.post("/requests/bcdfghjk/support", "").statusCode());
    set(id, RequestState.DECLINED);
    assertEquals(404, server.post(path, "").statusCode());
    int last = 0;
    set(id, RequestState.ACCEPTED);
    for (int i = 0; i < 60 && last != 429; i++) {
      last = server.post(path, "").statusCode();
    }
    assertEquals(429, last);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void hostileWords_areShownAsText() {
    String script = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
    Map<String, String> values = with("looked", "1");
    values.put("wanted", script);
    values.put("purpose", script + " javascript:alert(1)");
    assertEquals(303, send(values).statusCode());
    String id = kept().get(0).id();
    server.requests().set(id, RequestState.DECLINED, script, script, "");
    for (String path :
        List.of("/requests/" + id, "/requests", "/requests/new?q=" + encoded(script))) {
      String body = server.get(path, "Accept", "text/html").body();
      assertFalse(body.contains("<script>alert"), path);
      assertFalse(body.contains("<img src=x"), path);
      assertTrue(body.contains("&lt;script&gt;alert"), path);
    }
    assertFalse(server.get("/requests.atom").body().contains("<script>"));
  }

  @Test
  void whereDataAreMissing_pagesLeadToTheForm() {
    String nothing =
        server
            .get("/datasets?q=" + encoded("宇宙船") + "&field=mobility", "Accept", "text/html")
            .body();
    assertTrue(
        nothing.contains("requests/new?q=" + encoded("宇宙船") + "&amp;field=mobility"), nothing);
    String coverage = server.get("/coverage", "Accept", "text/html").body();
    assertTrue(coverage.contains("requests/new?field=mobility&amp;municipality=13101"), "coverage");
    String municipality = server.get("/coverage/13101", "Accept", "text/html").body();
    assertTrue(municipality.contains("requests/new?field=mobility&amp;municipality=13101"));
    String dataset = server.get("/datasets/libraries", "Accept", "text/html").body();
    assertTrue(dataset.contains("requests/new?dataset=libraries"), dataset);
    assertTrue(dataset.contains("href=\"../requests\""), dataset);
  }
}
