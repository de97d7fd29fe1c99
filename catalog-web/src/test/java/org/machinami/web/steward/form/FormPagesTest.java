package org.machinami.web.steward.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.shapes.MetadataValidator;
import org.machinami.web.language.Language;

/** The form over HTTP, as a browser without scripts and as the script of the page. */
final class FormPagesTest {
  private static final Pattern NAME =
      Pattern.compile("<(?:input|select|textarea)\\b[^>]*?\\bname=\"([^\"]*)\"");
  private static final String PAYLOAD = "\"><script>alert(1)</script>'{{7*7}}";

  @TempDir private static Path directory;
  private static FormTrial trial;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    trial = FormTrial.start(directory.resolve("data"));
  }

  @AfterAll
  static void stop() {
    trial.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(trial.address() + path)).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return client.send(
        HttpRequest.newBuilder(URI.create(trial.address() + path))
            .header("Content-Type", FormFields.CONTENT_TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Map<String, String> untouched(String id) {
    Graph graph = trial.draft(id);
    DescriptionForm form = Descriptions.form();
    return Browser.post(form.fill(graph, Descriptions.dataset(graph), Language.JA));
  }

  /** What the tests of the graph take a browser to post is what the page makes it post. */
  @ParameterizedTest
  @ValueSource(strings = {"parks", "public-toilets", "station-crowding"})
  void page_hasTheBoxesThatTheFormReads(String id) throws Exception {
    trial.bundled(id);
    Set<String> names =
        NAME.matcher(get("/ja/trial/" + id).body())
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(untouched(id).keySet()), names);
  }

  @Test
  void page_inBothLanguages_hasNoTextOfTheOther() throws Exception {
    trial.bundled("parks");
    String ja = get("/ja/trial/parks").body();
    assertTrue(ja.contains("題名") && ja.contains("必須") && ja.contains("千代田区"), ja);
    assertFalse(ja.contains("Keywords") || ja.contains("required<"), ja);
    String en = get("/en/trial/parks").body();
    assertTrue(en.contains("Keywords") && en.contains("required"), en);
    assertFalse(en.contains("キーワード</"), en);
  }

  @Test
  void post_addWithoutScripts_givesANewThing_removeTakesItAway() throws Exception {
    trial.bundled("parks");
    Map<String, String> add = untouched("parks");
    add.put("add", "d.dcat-distribution.o-distribution-1");
    HttpResponse<String> added = post("/ja/trial/parks", add);
    assertEquals(200, added.statusCode());
    assertTrue(added.body().contains("name=\"d.dcat-distribution.o-distribution-1\""));
    Map<String, String> remove = untouched("parks");
    assertTrue(remove.containsKey("d.dcat-distribution.o-distribution-1"));
    remove.put("remove", "d.dcat-distribution.o-distribution-1");
    assertFalse(post("/ja/trial/parks", remove).body().contains("o-distribution-1.dct-title"));
  }

  @Test
  void post_addRowWithoutScripts_givesOneMoreBox() throws Exception {
    trial.bundled("parks");
    Map<String, String> add = untouched("parks");
    add.put("add", "d.dct-spatial");
    assertTrue(post("/ja/trial/parks", add).body().contains("name=\"d.dct-spatial.1\""));
  }

  @Test
  void post_registeredPublisher_takesThePlaceOfThePresentOne() throws Exception {
    trial.bundled("parks");
    Map<String, String> fields = untouched("parks");
    fields.put("d.dct-publisher.registered", "見本市施設課（架空）");
    fields.put("do", "save");
    assertEquals(303, post("/ja/trial/parks", fields).statusCode());
    assertTrue(
        Descriptions.parse(
                "<datasets/parks> dct:publisher <publishers/sample-city> ."
                    + " <publishers/sample-city> a foaf:Agent ; foaf:name \"見本市施設課（架空）\"@ja .")
            .find()
            .toList()
            .stream()
            .allMatch(trial.draft("parks")::contains));
  }

  @Test
  void check_answersFindingsByField() throws Exception {
    trial.bundled("parks");
    Graph before = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(before, trial.draft("parks"));
    Map<String, String> fields = untouched("parks");
    fields.put("d.dct-title.0.en", "");
    fields.put("d.dct-modified.0", "令和8年4月1日");
    HttpResponse<String> answer = post("/ja/trial/parks/check", fields);
    assertEquals(
        "application/json;charset=utf-8", answer.headers().firstValue("content-type").orElse(""));
    JsonNode json = new ObjectMapper().readTree(answer.body());
    assertEquals(
        "英語の題名（dct:title, @en）を加えてください。",
        json.at("/beside/d.dct-title/0/text").asText(),
        answer.body());
    assertEquals("d.dct-modified.0", json.at("/beside/d.dct-modified/0/target").asText());
    assertEquals(json.get("first").size(), 2, answer.body());
    // Nothing of it is kept.
    assertTrue(before.isIsomorphicWith(trial.draft("parks")));
  }

  @Test
  void lookup_answersInTheReadersLanguage() throws Exception {
    trial.bundled("parks");
    String path = "/trial/parks/lookup?form=DatasetForm&field=dct-spatial&q=" + encoded("ちよだ");
    JsonNode ja = new ObjectMapper().readTree(get("/ja" + path).body());
    assertEquals("千代田区", ja.at("/0/label").asText());
    JsonNode en = new ObjectMapper().readTree(get("/en" + path).body());
    assertEquals("Chiyoda", en.at("/0/label").asText().replaceAll("[- ].*", ""));
    assertEquals(404, get("/trial/parks/lookup?form=DatasetForm&field=dct-title").statusCode());
    assertEquals(404, get("/trial/parks/lookup?form=x&field=y").statusCode());
  }

  @Test
  void post_eraDate_isRepairedAfterTheDifferenceWasShown() throws Exception {
    trial.bundled("parks");
    Map<String, String> fields = untouched("parks");
    fields.put("d.dct-modified.0", "令和8年4月1日");
    String page = post("/ja/trial/parks", fields).body();
    java.util.regex.Matcher repair =
        Pattern.compile("name=\"repair\" value=\"([0-9a-f]+)\"").matcher(page);
    assertTrue(repair.find(), page);
    Map<String, String> again = untouched("parks");
    again.put("repair", repair.group(1));
    String difference = post("/ja/trial/parks", again).body();
    assertTrue(difference.contains("令和8年4月1日") && difference.contains("2026-04-01"), difference);
    assertTrue(
        trial.draft("parks").stream()
            .noneMatch(triple -> triple.toString().contains("2026-04-01")));
    assertEquals(303, post("/ja/trial/parks", Map.of("take", repair.group(1))).statusCode());
    assertTrue(
        Descriptions.parse("<datasets/parks> dct:modified \"2026-04-01\"^^xsd:date .")
            .find()
            .toList()
            .stream()
            .allMatch(trial.draft("parks")::contains));
  }

  @Test
  void post_payloadInEveryField_isAnAnswerThatShowsIt() throws Exception {
    trial.bundled("parks");
    Map<String, String> fields = new LinkedHashMap<>();
    untouched("parks")
        .forEach((name, value) -> fields.put(name, value.equals("1") ? value : PAYLOAD));
    HttpResponse<String> answer = post("/ja/trial/parks", fields);
    assertEquals(200, answer.statusCode());
    assertFalse(answer.body().contains("<script>alert"), answer.body());
    assertTrue(answer.body().contains("&lt;script&gt;alert(1)&lt;/script&gt;"), answer.body());
    HttpResponse<String> check = post("/ja/trial/parks/check", fields);
    assertEquals(200, check.statusCode());
    assertEquals("nosniff", check.headers().firstValue("x-content-type-options").orElse(""));
  }

  @Test
  void post_wrongForms_areProblems() throws Exception {
    trial.bundled("parks");
    assertEquals(400, post("/ja/trial/parks", Map.of("d.dct-title.0.ja", "cut")).statusCode());
    assertEquals(413, post("/ja/trial/parks", Map.of("d.x", "x".repeat(9_000_000))).statusCode());
    HttpResponse<String> bad =
        client.send(
            HttpRequest.newBuilder(URI.create(trial.address() + "/trial/parks"))
                .header("Content-Type", FormFields.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString("a=%zz&end=1"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(400, bad.statusCode());
  }

  @Test
  void expert_mistakes_areShownByLine_andNothingIsLost() throws Exception {
    trial.bundled("parks");
    HttpResponse<String> answer =
        post("/ja/trial/parks/expert", Map.of("turtle", "<datasets/parks> a\n <b c> ."));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("2 行目"), answer.body());
    assertTrue(
        answer.body().contains("&lt;datasets/parks> a")
            || answer.body().contains("&lt;datasets/parks&gt; a"),
        answer.body());
    String turtle = get("/trial/parks/expert").body();
    assertTrue(turtle.contains("dcat:Dataset"), turtle);
  }

  /** Processor time, so that what else the machine does is not counted. */
  @Test
  void check_warm_takesAFewMilliseconds() {
    Graph graph = Descriptions.read(Path.of("../samples/datasets/parks/dataset.ttl"));
    String dataset = Descriptions.dataset(graph);
    DescriptionForm form = Descriptions.form();
    FormAnswers answers = new FormAnswers(form, MetadataValidator::bundled);
    FormFields posted = Descriptions.untouched(form.fill(graph, dataset, Language.JA));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int times = 600;
    long[] nanos = new long[times];
    for (int i = 0; i < 2 * times; i++) {
      long begin = threads.getCurrentThreadCpuTime();
      answers.check(graph, dataset, posted, Language.JA);
      nanos[i % times] = threads.getCurrentThreadCpuTime() - begin;
    }
    Arrays.sort(nanos);
    double median = nanos[times / 2] / 1e6;
    double last = nanos[times * 99 / 100] / 1e6;
    System.out.printf("check of a form: median %.2f ms, p99 %.2f ms%n", median, last);
    assertTrue(last < 20, "p99 " + last + " ms");
  }
}
