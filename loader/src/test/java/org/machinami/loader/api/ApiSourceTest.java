package org.machinami.loader.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.DatasetReport.Outcome;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.loader.harvest.Outside;
import org.machinami.loader.harvest.doubles.HttpDouble;
import org.machinami.loader.harvest.doubles.HttpDouble.Asked;
import org.machinami.loader.harvest.doubles.Reply;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;

/** Datasets that are made of what a JSON API gives. */
class ApiSourceTest {
  private static final String BASE = "https://city.example/";
  private static final MetadataValidator VALIDATOR = MetadataValidator.bundled();
  private static final int SIZE = 10;
  private static final int COUNT = 47;

  @TempDir private Path temp;
  private Path folder;
  private Store store;
  private HttpDouble api;
  private volatile List<String> wards = wards(COUNT);
  private long mostBytes = 1 << 20;
  private final Map<String, String> environment = new TreeMap<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(temp.resolve("wards"));
    Files.writeString(
        folder.resolve("dataset.ttl"),
        resource("dataset.ttl")
            .replace(
                "dcat:downloadURL <datasets/wards/files/wards.csv>",
                "dcat:accessURL <https://api.example/wards>"));
    mapping("$.data[*]");
    Store.create(temp.resolve("data"), BASE);
    store = Store.open(temp.resolve("data"));
    api = HttpDouble.start(this::answer);
  }

  @AfterEach
  void close() {
    api.close();
    store.close();
  }

  private static String resource(String name) throws IOException {
    try (var in = Loader.class.getResourceAsStream("LoaderTest/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void mapping(String iterator) throws IOException {
    String source = "rml:source \"wards.csv\" ; rml:referenceFormulation ql:CSV";
    String mapping = resource("wards.rml.ttl");
    assertTrue(mapping.contains(source));
    Files.writeString(
        folder.resolve("wards.rml.ttl"),
        mapping.replace(
            source,
            "rml:source \"wards.api\" ; rml:referenceFormulation ql:JSONPath ; rml:iterator \""
                + iterator
                + "\""));
  }

  private static List<String> wards(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"コード\":\"" + (13_000 + i) + "\",\"名称\":\"区" + i + "\",\"数\":" + i + "}")
        .toList();
  }

  /** An API that pages in all manners, by the path that it is asked at. */
  private Reply answer(Asked asked) {
    List<String> all = wards;
    int size = SIZE;
    int from =
        switch (asked.path()) {
          case "/whole" -> {
            size = all.size();
            yield 0;
          }
          case "/page" -> (Integer.parseInt(asked.query("page", "1")) - 1) * size;
          default -> Integer.parseInt(asked.query("from", "0"));
        };
    List<String> page = all.subList(Math.min(from, all.size()), Math.min(from + size, all.size()));
    String records = "[" + String.join(",", page) + "]";
    int next = from + size;
    boolean more = next < all.size();
    String follow = asked.path() + "?from=" + next;
    Reply reply =
        switch (asked.path()) {
          case "/list" -> Reply.json(records);
          case "/link" ->
              more
                  ? Reply.json(records)
                      .with("Link", "</x>; rel=\"up\", <" + follow + ">; rel=\"next\"")
                  : Reply.json(records);
          case "/next" ->
              Reply.json(
                  "{\"links\":[{\"rel\":\"self\",\"href\":\"x\"}"
                      + (more ? ",{\"rel\":\"next\",\"href\":\"" + follow + "\"}" : "")
                      + "],\"data\":"
                      + records
                      + "}");
          case "/cursor" ->
              Reply.json("{\"cursor\":" + (more ? next : "null") + ",\"data\":" + records + "}");
          default -> Reply.json("{\"total\":" + all.size() + ",\"data\":" + records + "}");
        };
    String tag = "\"" + Hash.of(reply.text().getBytes(StandardCharsets.UTF_8)).hex() + "\"";
    return asked.header("if-none-match").equals(tag) ? Reply.status(304) : reply.with("ETag", tag);
  }

  private DatasetReport load(String path, String... settings) throws IOException {
    return load(LoadOptions.DEFAULT, path, settings);
  }

  private DatasetReport load(LoadOptions options, String path, String... settings)
      throws IOException {
    Files.writeString(
        folder.resolve("wards.api"),
        "url="
            + api.address()
            + path
            + "\nrequests-per-second=1000\n"
            + (List.of(settings).stream().anyMatch(line -> line.startsWith("records="))
                ? ""
                : "records=$.data[*]\n")
            + String.join("\n", settings));
    Outside outside =
        new Outside(
            new EgressLimits(
                Set.of(api.authority()), Set.of(80, 443), mostBytes, Duration.ofSeconds(20)),
            environment,
            pauses::add,
            Clock.fixed(now, ZoneOffset.UTC));
    return new Loader(store, VALIDATOR, Progress.none())
        .reaching(() -> outside)
        .load(Recipe.read(folder), Optional.empty(), options)
        .datasets()
        .get(0);
  }

  private Optional<Hash> data() {
    return store.states().find(new NamedGraphs(BASE).data("wards")).map(found -> found.version());
  }

  private static void assertLoaded(DatasetReport report, int records) {
    assertEquals(Outcome.COMMITTED, report.outcome(), () -> text(report));
    assertEquals(records, report.rows().mapped());
    assertEquals(3L * records, report.triples());
  }

  private static String text(DatasetReport report) {
    return report.problem().map(problem -> problem.text(Locale.ENGLISH)).orElse(report.toString());
  }

  /** Nothing is written, and the reason is this. */
  private void assertStops(String key, DatasetReport report, Optional<Hash> before) {
    assertEquals(Outcome.FAILED, report.outcome(), () -> text(report));
    assertEquals(key, report.problem().orElseThrow().key(), () -> text(report));
    assertEquals(before, data());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/whole paging=none",
        "/link paging=link records=$",
        "/next paging=next next=$.links[?(@.rel=='next')].href",
        "/cursor paging=cursor next=$.cursor parameter=from",
        "/page?page=1 paging=page parameter=page",
        "/page paging=page parameter=page total=$.total",
        "/offset?x=1 paging=offset parameter=from"
      })
  void load_everyMannerOfPaging_bringsAllRecords(String manner) throws IOException {
    String[] words = manner.split(" ", -1);
    if (words[0].equals("/link")) {
      mapping("$[*]");
    }
    assertLoaded(
        load(words[0], List.of(words).subList(1, words.length).toArray(String[]::new)), COUNT);
  }

  @Test
  void load_oneDocumentUnchanged_asksOnceAndCommitsNothing() throws IOException {
    load("/whole");
    api.takeAsked();
    DatasetReport again = load("/whole");
    assertEquals(Outcome.UNCHANGED, again.outcome(), () -> text(again));
    List<Asked> asked = api.takeAsked();
    assertEquals(1, asked.size());
    assertNotEquals("", asked.get(0).header("if-none-match"));
  }

  @Test
  void load_pagesUnchanged_asksOnceWhereTheFirstVouches() throws IOException {
    String[] settings = {"paging=cursor", "next=$.cursor", "parameter=from", "unchanged=first"};
    assertLoaded(load("/cursor", settings), COUNT);
    api.takeAsked();
    DatasetReport again = load("/cursor", settings);
    assertEquals(Outcome.UNCHANGED, again.outcome(), () -> text(again));
    assertEquals(COUNT, again.rows().mapped());
    assertEquals(1, api.takeAsked().size());
  }

  @Test
  void load_laterPageChanged_isSeenThoughTheFirstIsTheSame() throws IOException {
    String[] settings = {"paging=link", "records=$"};
    mapping("$[*]");
    assertLoaded(load("/link", settings), COUNT);
    Optional<Hash> before = data();
    wards = new ArrayList<>(wards);
    wards.set(33, "{\"コード\":\"13033\",\"名称\":\"新区\",\"数\":1}");
    api.takeAsked();
    assertLoaded(load("/link", settings), COUNT);
    assertNotEquals(before, data());
    List<Asked> asked = api.takeAsked();
    assertEquals(5, asked.size(), "a page that has not changed still leads to the next one");
    assertTrue(asked.stream().noneMatch(one -> one.header("if-none-match").isEmpty()));
  }

  @Test
  void load_errorInTheMiddleOfThePages_losesNothingAndGoesOnFromThere() throws IOException {
    String[] settings = {"paging=offset", "parameter=from"};
    assertLoaded(load("/offset", settings), COUNT);
    Optional<Hash> before = data();
    wards = wards(COUNT + 3);
    api.suffer(
        (asked, usual) ->
            asked.query("from", "").equals("30")
                ? Optional.of(Reply.status(503))
                : Optional.empty());
    assertStops("harvest.busy", load("/offset", settings), before);
    api.suffer(
        (asked, usual) ->
            asked.query("from", "").equals("30")
                ? Optional.of(usual.answer(asked).cutOff())
                : Optional.empty());
    assertStops("egress.unreachable", load("/offset", settings), before);
    api.recover();
    assertLoaded(load("/offset", settings), COUNT + 3);
  }

  @Test
  void load_errorPageInTheMiddle_losesNothing() throws IOException {
    String[] settings = {"paging=page", "parameter=page"};
    assertLoaded(load("/page", settings), COUNT);
    Optional<Hash> before = data();
    api.suffer(
        (asked, usual) ->
            asked.query("page", "").equals("3")
                ? Optional.of(Reply.errorPage())
                : Optional.empty());
    assertStops("harvest.not-json", load("/page", settings), before);
    api.suffer(
        (asked, usual) ->
            asked.query("page", "").equals("3")
                ? Optional.of(Reply.json("{\"error\":\"try later\"}"))
                : Optional.empty());
    assertStops("harvest.no-records", load("/page", settings), before);
    api.suffer(
        (asked, usual) ->
            asked.query("page", "").equals("3")
                ? Optional.of(Reply.status(404))
                : Optional.empty());
    assertStops("harvest.status", load("/page", settings), before);
  }

  @Test
  void load_emptyOrHalfList_isNoDeletion() throws IOException {
    assertLoaded(load("/whole"), COUNT);
    Optional<Hash> before = data();
    wards = List.of();
    assertStops("api.empty", load("/whole"), before);
    wards = wards(20);
    assertStops("api.fewer", load("/whole"), before);
    assertStops("api.fewer", load("/whole"), before);
    assertLoaded(load("/whole", "limit=0.9"), 20);
  }

  @Test
  void load_fewerThanItSays_isNoDeletion() throws IOException {
    api.suffer(
        (asked, usual) ->
            Optional.of(
                Reply.json(usual.answer(asked).text().replace("\"total\":47", "\"total\":1000"))));
    assertStops("api.short", load("/whole", "total=$.total"), Optional.empty());
  }

  @Test
  void load_loop_isRecognised() throws IOException {
    String[] settings = {"paging=next", "next=$.links[?(@.rel=='next')].href"};
    api.suffer(
        (asked, usual) ->
            asked.query("from", "").equals("20")
                ? Optional.of(Reply.json(usual.answer(asked).text().replace("from=30", "from=10")))
                : Optional.empty());
    assertStops("api.loop", load("/next", settings), Optional.empty());
  }

  @Test
  void load_parameterThatTheApiDoesNotKnow_isRecognised() throws IOException {
    assertStops("api.repeats", load("/offset", "paging=page", "parameter=seite"), Optional.empty());
    assertEquals(2, api.takeAsked().size());
  }

  @Test
  void load_endlessApi_stopsAtTheLimit() throws IOException {
    wards = wards(500);
    assertStops(
        "api.endless",
        load("/offset", "paging=offset", "parameter=from", "pages=7"),
        Optional.empty());
    assertEquals(7, api.takeAsked().size());
  }

  @Test
  void load_tooLargePage_isStoppedOnTheWay() throws IOException {
    mostBytes = 1_000;
    assertStops("egress.bytes", load("/whole"), Optional.empty());
  }

  @Test
  void load_nextOnAnotherHost_isNotAsked_andLearnsNoSecret() throws IOException {
    environment.put("KEY", "hush");
    try (HttpDouble other = HttpDouble.start(asked -> Reply.json("{\"data\":[]}"))) {
      api.suffer(
          (asked, usual) ->
              Optional.of(
                  Reply.json(
                      usual.answer(asked).text().replace("/next?", other.address() + "/next?"))));
      assertStops(
          "api.elsewhere",
          load(
              "/next",
              "paging=next",
              "next=$.links[?(@.rel=='next')].href",
              "credential=env:KEY",
              "credential-header=X-Api-Key"),
          Optional.empty());
      assertEquals(List.of(), other.takeAsked());
      assertEquals("hush", api.takeAsked().get(0).header("x-api-key"));
    }
  }

  @Test
  void load_addressOfAnInnerNetwork_isRefused() throws IOException {
    Files.writeString(folder.resolve("wards.api"), "url=http://169.254.169.254/latest\n");
    DatasetReport report =
        new Loader(store, VALIDATOR, Progress.none())
            .reaching(
                () -> new Outside(EgressLimits.usual(), Map.of(), pauses::add, Clock.systemUTC()))
            .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
            .datasets()
            .get(0);
    assertStops("egress.inside", report, Optional.empty());
  }

  @Test
  void load_dryRun_keepsNothing() throws IOException {
    DatasetReport report = load(LoadOptions.DEFAULT.dry(), "/whole");
    assertEquals(Outcome.VALID, report.outcome(), () -> text(report));
    assertEquals(Optional.empty(), data());
    assertTrue(Files.notExists(temp.resolve("data/apis")));
  }

  @Test
  void load_badRecord_isListedWithPageAndNumber() throws IOException {
    wards = new ArrayList<>(wards);
    wards.set(13, "{\"コード\":\"13013\",\"名称\":\"区\",\"数\":\"many\"}");
    DatasetReport report = load("/offset", "paging=offset", "parameter=from");
    assertEquals(1, report.rows().bad());
    var at = report.rows().listed().get(0).at();
    assertEquals("wards.api!2", at.file());
    assertEquals(4, at.row());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paging=next harvest.setting",
        "paging=offset harvest.setting",
        "paging=upwards api.paging",
        "records=data harvest.setting",
        "paging=next,next=$.[ mapping.json-path",
        "unchanged=never harvest.setting",
        "seitenzahl=1 recipe.unknown-key",
        "limit=2 harvest.limit"
      })
  void load_wrongSettings_sayWhich(String wrong) throws IOException {
    String[] words = wrong.split(" ", -1);
    assertStops(words[1], load("/whole", words[0].split(",", -1)), Optional.empty());
  }

  @Test
  void load_withoutAWayOut_saysHow() throws IOException {
    Files.writeString(folder.resolve("wards.api"), "url=https://api.example/x\n");
    DatasetReport report =
        new Loader(store, VALIDATOR, Progress.none())
            .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
            .datasets()
            .get(0);
    assertStops("api.no-way", report, Optional.empty());
  }
}
