package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;
import org.machinami.web.account.Account;
import org.machinami.web.account.Grant;
import org.machinami.web.account.Role;

/** Datasets that an operator has loaded are changed at the desk. */
final class TakingUpTest {
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path directory;
  private PagesServer server;

  @BeforeEach
  void start() throws Exception {
    server = new PagesServer(directory.resolve("data"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private DeskBrowser somebody(String login, Grant... grants) {
    Account account =
        server.accounts().add(login, login + " さん", "", List.of(grants)).orElseThrow();
    server.accounts().setPassword(account, PASSWORD);
    return new DeskBrowser(server).in(login, PASSWORD);
  }

  private DeskBrowser steward(String login, String organisation) {
    return somebody(login, new Grant(Role.STEWARD, organisation));
  }

  private DeskBrowser approver() {
    return somebody("approver", new Grant(Role.APPROVER, ""));
  }

  private static Path sample(String dataset) {
    return Path.of(System.getProperty("machinami.home"), "samples", "datasets", dataset);
  }

  private DatasetReport load(Path folder) {
    DatasetReport report =
        new Loader(server.store(), MetadataValidator.bundled(), Progress.none())
            .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
            .datasets()
            .get(0);
    server.catchUp();
    return report;
  }

  /** A folder of a sample whose description says something else, and maybe its file. */
  private Path changed(String dataset, String from, String to) throws IOException {
    Path folder = Files.createDirectory(directory.resolve(dataset));
    try (Stream<Path> files = Files.list(sample(dataset))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Path description = folder.resolve("dataset.ttl");
    String text = Files.readString(description);
    assertTrue(text.contains(from), text);
    Files.writeString(description, text.replace(from, to));
    return folder;
  }

  private static String path(String dataset) {
    return "/steward/datasets/" + dataset;
  }

  private static String edit(DeskBrowser who, String dataset) {
    return DeskBrowser.location(who.send(path(dataset), path(dataset) + "/edit", Map.of()));
  }

  private static String turtle(DeskBrowser who, String draft) {
    return DeskForms.textarea(who.get(draft + "/turtle").body(), "turtle");
  }

  private static int save(DeskBrowser who, String draft, String version, String turtle) {
    return who.send(
            draft + "/turtle", draft + "/turtle", Map.of("version", version, "turtle", turtle))
        .statusCode();
  }

  private static int decide(DeskBrowser who, String draft, String verb, String version) {
    return who.send("/steward", draft + verb, Map.of("version", version, "reason", "確かめました。"))
        .statusCode();
  }

  /** Versions by name of all that belongs to a dataset. */
  private Map<String, Hash> states(String dataset) {
    Map<String, Hash> found = new TreeMap<>();
    for (String prefix :
        List.of("graph/data/" + dataset, "datasets/" + dataset + "/", "graph/metadata/")) {
      try (Stream<GraphState> states = server.store().states().list(PagesServer.BASE + prefix)) {
        states.forEach(
            state ->
                found.put(state.graph().substring(PagesServer.BASE.length()), state.version()));
      }
    }
    return found;
  }

  private Commit last() {
    return server.store().ledger().read(server.store().ledger().head() - 1, 1).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "parks,machinami-samples,都立公園・庭園",
    "road-traffic,sample-roads,道路の時間別交通量",
    "railway-lines,machinami-samples,東京の鉄道路線と事業者"
  })
  void loadedDataset_isChangedAndApproved_dataFilesAndMappingStay(
      String dataset, String organisation, String title) {
    load(sample(dataset));
    Map<String, Hash> before = states(dataset);
    DeskBrowser steward = steward("steward", organisation);
    assertTrue(steward.get("/steward").body().contains(path(dataset)), "it can be found");
    String draft = edit(steward, dataset);
    assertTrue(draft.startsWith("/steward/drafts/"), draft);
    Map<String, String> form = DeskForms.fields(steward.get(draft).body());
    String name =
        form.keySet().stream()
            .filter(key -> form.get(key).startsWith(title))
            .findFirst()
            .orElseThrow();
    form.put(name, "直した名前");
    form.put("do", "save");
    assertEquals(draft + "?done=saved", DeskBrowser.location(steward.post(draft, form)));
    assertEquals(303, decide(steward, draft, "/submit", "2"));
    DeskBrowser approver = approver();
    String read = approver.get(draft).body();
    String changes = read.substring(read.indexOf("id=\"changes\""), read.indexOf("id=\"report\""));
    assertTrue(changes.contains("<del>" + title), changes);
    assertTrue(changes.contains("<ins>直した名前（日本語）</ins>"), changes);
    assertEquals(1, changes.split("<dt>", -1).length - 1, "and nothing else: " + changes);
    assertFalse(changes.contains("ファイル「"), changes);
    assertEquals(303, decide(approver, draft, "/approve", "2"));
    Map<String, Hash> after = states(dataset);
    String metadata = "graph/metadata/" + dataset;
    assertFalse(before.remove(metadata).equals(after.remove(metadata)));
    assertEquals(before, after);
    assertTrue(before.keySet().stream().anyMatch(key -> key.contains("/files/")), before::toString);
    assertEquals("publish", last().activity());
    server.catchUp();
    assertTrue(server.get("/datasets/" + dataset, "Accept", "text/html").body().contains("直した名前"));
    assertTrue(edit(steward, dataset).startsWith("/steward/drafts/"), "and once more");
  }

  @Test
  void twoStewards_workOnOneDraft_theSecondSeesTheFirstsChange() {
    load(sample("parks"));
    DeskBrowser first = steward("first", "machinami-samples");
    DeskBrowser second = steward("second", "machinami-samples");
    String draft = edit(first, "parks");
    assertEquals(draft, edit(second, "parks"));
    assertTrue(second.get(path("parks")).body().contains(draft.substring(1)), "it is said");
    String before = turtle(second, draft);
    assertEquals(303, save(first, draft, "1", before.replace("都立公園・庭園\"@ja", "都立公園と庭園\"@ja")));
    assertEquals(409, save(second, draft, "1", before.replace("都立公園・庭園\"@ja", "東京の公園\"@ja")));
    assertEquals(
        303,
        save(
            second,
            draft,
            "1",
            before.replace("2026-11-20\"^^xsd:date", "2026-11-21\"^^xsd:date")));
    String both = turtle(first, draft);
    assertTrue(both.contains("都立公園と庭園\"@ja") && both.contains("2026-11-21"), both);
    assertEquals(303, decide(first, draft, "/drop", "3"));
    String anew = edit(second, "parks");
    assertFalse(anew.equals(draft), "what was dropped is over");
    assertTrue(turtle(second, anew).contains("都立公園・庭園\"@ja"), "and begins from what is published");
  }

  @Test
  void loadMeanwhile_isTakenIn_andNeitherSideLosesAnything() throws Exception {
    load(sample("parks"));
    DeskBrowser steward = steward("steward", "machinami-samples");
    DeskBrowser approver = approver();
    String draft = edit(steward, "parks");
    String mine = turtle(steward, draft).replace("都立公園・庭園\"@ja", "都立公園と庭園\"@ja");
    assertEquals(303, save(steward, draft, "1", mine));
    assertFalse(steward.get(draft).body().contains("id=\"behind\""));
    Path folder = changed("parks", "dct:modified \"2026-11-20\"", "dct:modified \"2026-11-25\"");
    Path file = folder.resolve("metropolitan_parks.geojson");
    Files.writeString(file, Files.readString(file) + "\n");
    assertEquals(DatasetReport.Outcome.COMMITTED, load(folder).outcome());
    assertTrue(steward.get(draft).body().contains("id=\"behind\""));
    assertEquals(409, decide(steward, draft, "/submit", "2"), "it would undo what was loaded");
    String late =
        DeskBrowser.location(steward.send(draft, draft + "/catch-up", Map.of("version", "1")));
    assertEquals(draft + "?done=late", late);
    String done =
        DeskBrowser.location(steward.send(draft, draft + "/catch-up", Map.of("version", "2")));
    assertEquals(draft + "?done=caught-up", done);
    String both = turtle(steward, draft);
    assertTrue(both.contains("都立公園と庭園\"@ja") && both.contains("2026-11-25"), both);
    Map<String, Hash> before = states("parks");
    assertEquals(303, decide(steward, draft, "/submit", "3"));
    assertEquals(303, decide(approver, draft, "/approve", "3"));
    Map<String, Hash> after = states("parks");
    assertFalse(before.remove("graph/metadata/parks").equals(after.remove("graph/metadata/parks")));
    assertEquals(before, after, "the file that was loaded meanwhile stays");
  }

  @Test
  void fieldThatBothChanged_keepsTheDrafts_andShowsWhatIsPublished() throws Exception {
    load(sample("parks"));
    DeskBrowser steward = steward("steward", "machinami-samples");
    String draft = edit(steward, "parks");
    String mine = turtle(steward, draft).replace("都立公園・庭園\"@ja", "都立公園と庭園\"@ja");
    assertEquals(303, save(steward, draft, "1", mine));
    load(changed("parks", "\"都立公園・庭園\"@ja", "\"東京の公園\"@ja"));
    steward.send(draft, draft + "/catch-up", Map.of("version", "2"));
    String page = steward.get(draft).body();
    assertTrue(page.contains("<del>東京の公園（日本語）</del>"), page);
    assertTrue(page.contains("<ins>都立公園と庭園（日本語）</ins>"), page);
  }

  @Test
  void fileOfTheDataset_isReplaced_andTheDataFollow() throws Exception {
    load(sample("parks"));
    Map<String, Hash> before = states("parks");
    DeskBrowser steward = steward("steward", "machinami-samples");
    DeskBrowser approver = approver();
    String draft = edit(steward, "parks");
    String geojson = Files.readString(sample("parks").resolve("metropolitan_parks.geojson"));
    assertTrue(geojson.contains("上野恩賜公園"), geojson);
    assertEquals(
        303,
        steward
            .upload(
                draft,
                draft + "/files",
                Map.of(),
                Map.of(
                    "metropolitan_parks.geojson",
                    geojson
                        .replace("上野恩賜公園", "上野の公園")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
            .statusCode());
    assertEquals(303, decide(steward, draft, "/submit", "2"));
    String read = approver.get(draft).body();
    assertTrue(read.contains("ファイル「metropolitan_parks.geojson」を差し替え"), read);
    assertEquals(303, decide(approver, draft, "/approve", "2"));
    Map<String, Hash> after = states("parks");
    List<String> same =
        before.keySet().stream()
            .filter(key -> before.get(key).equals(after.get(key)))
            .collect(Collectors.toList());
    assertEquals(List.of("datasets/parks/recipe/mapping.rml.ttl"), same);
  }

  @Test
  void datasetThatCannotBeTakenUp_saysWhy_andBeginsNothing() {
    DeskBrowser steward = steward("steward", "machinami-samples");
    String description =
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        <datasets/%1$s> a dcat:Dataset ; dct:title "題"@ja ;
          dct:publisher <publishers/machinami-samples> .
        """;
    server.commit(
        "kept without its mapping", Map.of("graph/metadata/old", description.formatted("old")));
    org.apache.jena.graph.Graph graph =
        org.apache.jena.riot.RDFParser.fromString(
                description.formatted("foreign"), org.apache.jena.riot.Lang.TURTLE)
            .base(PagesServer.BASE)
            .toGraph();
    server
        .store()
        .commit(
            new CommitRequest(
                "test",
                "harvest",
                "harvest of elsewhere",
                Optional.empty(),
                List.of(
                    GraphChange.to(
                        PagesServer.BASE + "graph/metadata/foreign",
                        server.store().write(graph).hash()))));
    server.catchUp();
    Map<String, String> said = Map.of("old", "データの作り方", "foreign", "別のカタログから取り込んだもの");
    said.forEach(
        (dataset, why) -> {
          assertTrue(steward.get(path(dataset)).body().contains(why), dataset);
          var answer = steward.send(path(dataset), path(dataset) + "/edit", Map.of());
          assertEquals(400, answer.statusCode());
          assertTrue(answer.body().contains(why), answer.body());
        });
    assertFalse(steward.get("/steward").body().contains("steward/drafts/"));
  }

  @Test
  void administrator_standsInForAnySteward_butApprovesNothing() {
    load(sample("parks"));
    DeskBrowser administrator = somebody("admin", new Grant(Role.ADMINISTRATOR, ""));
    assertTrue(administrator.get("/steward").body().contains(path("parks")));
    assertTrue(administrator.get("/steward?q=公園").body().contains(path("parks")));
    assertFalse(administrator.get("/steward?q=zzzz").body().contains(path("parks")));
    String draft = edit(administrator, "parks");
    String mine = turtle(administrator, draft).replace("都立公園・庭園\"@ja", "都立公園と庭園\"@ja");
    assertEquals(303, save(administrator, draft, "1", mine));
    assertEquals(303, decide(administrator, draft, "/submit", "2"));
    assertEquals(403, decide(administrator, draft, "/approve", "2"));
    assertEquals(303, decide(approver(), draft, "/approve", "2"));
    DeskBrowser stranger = steward("stranger", "other");
    assertEquals(404, stranger.get(path("parks")).statusCode());
    assertEquals(404, stranger.send("/steward", path("parks") + "/edit", Map.of()).statusCode());
  }
}
