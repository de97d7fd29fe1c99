package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.decision.Stop;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.state.GraphState;
import org.machinami.web.account.Grant;
import org.machinami.web.account.MovedClock;
import org.machinami.web.account.Role;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.language.Messages;

/**
 * A second Machinami harvests a first one that has the bundled city, both as servers. They agree
 * when
 *
 * <ul>
 *   <li>each dataset of the first stands in the second once, and the second has no others but the
 *       source itself;
 *   <li>each description holds in the second every statement that it holds in the first, word by
 *       word, with the second's own names for datasets and publishers in place of the first's, and
 *       beyond these only where it comes from; titles and distributions are among the statements;
 *   <li>the files to which the second's distributions lead are, byte by byte, those that the ledger
 *       of the first names.
 * </ul>
 */
final class TwoCataloguesTest {
  private static final String SECOND = "http://second.example/";
  private static final String PASSWORD = "correct horse battery";
  private static final String SOURCE = "/steward/harvests/first";
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Node DERIVED =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  /** What a harvest says of where a description comes from, and of what kind it is. */
  private static final Set<String> ADDED =
      Set.of(
          DERIVED.getURI(),
          OWL2.sameAs.getURI(),
          SKOS.notation.getURI(),
          RDF.type.getURI(),
          "http://www.w3.org/ns/adms#identifier");

  @TempDir private Path directory;
  private PagesServer first;
  private PagesServer second;
  private DeskBrowser administrator;

  @BeforeEach
  void start() throws Exception {
    first = new PagesServer(directory.resolve("first"));
    BundledCity.load(first, BundledCity.names());
    Path data = directory.resolve("second");
    Store.create(data, SECOND);
    Files.writeString(
        data.resolve("machinami.properties"),
        "egress.allow=" + first.address().replaceFirst("http://", "") + "\n");
    second =
        new PagesServer(
            data, Clock.system(Messages.CITY), new RequestSettings(true, 3), new MovedClock());
    second.account("administrator", PASSWORD, new Grant(Role.ADMINISTRATOR, ""));
    administrator = new DeskBrowser(second).in("administrator", PASSWORD);
    Path recipe = Files.createDirectories(data.resolve("recipes/first"));
    Files.writeString(
        recipe.resolve("dataset.ttl"),
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        <datasets/first> a dcat:Dataset ; dct:title "隣の市"@ja , "Neighbour"@en ;
          dct:description "隣の市のカタログです。"@ja , "The catalogue of the city next door."@en ;
          dct:publisher <publishers/first> .
        <publishers/first> a foaf:Agent ; foaf:name "隣の市"@ja , "Neighbour"@en .
        """);
    Files.writeString(
        recipe.resolve("harvest.properties"),
        "kind=machinami\nurl=%s/\nsector=public\nrequests-per-second=1000\n"
            .formatted(first.address()));
  }

  @AfterEach
  void stop() {
    second.close();
    first.close();
  }

  /** Runs the harvest from the desk of the second; what its page says then. */
  private String harvest() {
    String page = administrator.harvest(SOURCE, LONGEST);
    second.catchUp();
    return page;
  }

  private static Map<String, Graph> descriptions(Store store) {
    NamedGraphs names = new NamedGraphs(store.base());
    Map<String, Graph> all = new TreeMap<>();
    try (Stream<GraphState> states = store.states().list(names.prefix(GraphName.Kind.METADATA))) {
      for (GraphState state : (Iterable<GraphState>) states::iterator) {
        all.put(
            names.datasetOf(state.graph()).orElseThrow(), store.versions().graph(state.version()));
      }
    }
    return all;
  }

  private static Node iri(String base, String dataset) {
    return NodeFactory.createURI(base + "datasets/" + dataset);
  }

  /** The second's descriptions with the names that the first uses, by the first's ids. */
  private Map<String, Graph> asTheFirstNames(Map<String, String> ids) {
    Map<String, Graph> ours = descriptions(second.store());
    ours.remove("first");
    Map<Node, Node> names = new TreeMap<>(java.util.Comparator.comparing(Node::toString));
    ours.forEach(
        (id, graph) -> {
          Node theirs = one(graph, iri(SECOND, id), DERIVED);
          names.put(iri(SECOND, id), theirs);
          ids.put(theirs.getURI().replace(PagesServer.BASE + "datasets/", ""), id);
          graph
              .find(Node.ANY, OWL2.sameAs.asNode(), Node.ANY)
              .filterKeep(t -> t.getSubject().getURI().startsWith(SECOND + "publishers/"))
              .forEachRemaining(t -> names.put(t.getSubject(), t.getObject()));
        });
    Map<String, Graph> named = new TreeMap<>();
    ids.forEach(
        (theirs, id) -> {
          Graph graph = GraphFactory.createDefaultGraph();
          ours.get(id)
              .find()
              .forEachRemaining(
                  t ->
                      graph.add(
                          Triple.create(
                              names.getOrDefault(t.getSubject(), t.getSubject()),
                              t.getPredicate(),
                              names.getOrDefault(t.getObject(), t.getObject()))));
          named.put(theirs, graph);
        });
    assertEquals(ours.size(), named.size(), "no dataset stands here twice");
    return named;
  }

  private static Node one(Graph graph, Node subject, Node predicate) {
    List<Node> found = objects(graph, subject, predicate);
    List<Node> firsts =
        found.stream()
            .filter(
                node -> node.isURI() && node.getURI().startsWith(PagesServer.BASE + "datasets/"))
            .toList();
    assertEquals(1, firsts.size(), subject + " is from " + found);
    return firsts.get(0);
  }

  private static List<Node> objects(Graph graph, Node subject, Node predicate) {
    return graph.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList();
  }

  private Map<String, String> requireAgreement() {
    Map<String, Graph> theirs = descriptions(first.store());
    Map<String, String> ids = new TreeMap<>();
    Map<String, Graph> ours = asTheFirstNames(ids);
    assertEquals(theirs.keySet(), ours.keySet());
    theirs.forEach(
        (id, graph) -> {
          Graph here = ours.get(id);
          List<String> missing = new ArrayList<>();
          graph.find().filterDrop(here::contains).forEachRemaining(t -> missing.add(t.toString()));
          assertEquals(List.of(), missing, id);
          List<String> more = new ArrayList<>();
          here.find()
              .filterDrop(graph::contains)
              .filterDrop(t -> ADDED.contains(t.getPredicate().getURI()))
              .forEachRemaining(t -> more.add(t.toString()));
          assertEquals(List.of(), more, id);
          assertFalse(
              objects(here, iri(PagesServer.BASE, id), DCTerms.title.asNode()).isEmpty(), id);
        });
    return ids;
  }

  /** How many files were compared. */
  private int requireSameFiles(Map<String, String> ids) {
    Map<String, Graph> ours = descriptions(second.store());
    int files = 0;
    for (String id : ids.values()) {
      Graph graph = ours.get(id);
      Set<String> addresses = new HashSet<>();
      for (Node distribution : objects(graph, iri(SECOND, id), DCAT.distribution.asNode())) {
        objects(graph, distribution, DCAT.downloadURL.asNode())
            .forEach(node -> addresses.add(node.getURI()));
      }
      for (String address : addresses) {
        if (address.startsWith(PagesServer.BASE) && address.contains("/files/")) {
          String path = address.substring(PagesServer.BASE.length() - 1);
          HttpResponse<byte[]> file = first.bytes(path);
          if (first.store().states().find(address).isEmpty()) {
            assertEquals(404, file.statusCode(), address);
            continue;
          }
          assertEquals(200, file.statusCode(), address);
          HttpResponse<byte[]> kept = first.bytes("/ledger/file?name=" + address);
          assertEquals(200, kept.statusCode(), address);
          assertArrayEquals(kept.body(), file.body(), address);
          files++;
        }
      }
    }
    return files;
  }

  @Test
  void harvest_ofTheBundledCity_agreesWithIt_andFollowsItsChanges() {
    String page = harvest();
    assertTrue(page.contains("変更を取り込みました"), page);
    Map<String, String> ids = requireAgreement();
    assertEquals(new HashSet<>(ids.keySet()), new HashSet<>(descriptions(first.store()).keySet()));
    assertTrue(ids.size() >= 30, ids.toString());
    assertTrue(requireSameFiles(ids) >= 20);
    long head = second.store().ledger().head();
    assertTrue(harvest().contains("変更はありません"));
    assertEquals(head, second.store().ledger().head());

    change("libraries", "東京都の図書館", "東京都の図書館（改）");
    Stop.begin(first.store(), "hospitals", "test", "座標に誤りがあるため", "");
    withdraw("parks");
    first.catchUp();
    String after = harvest();
    Map<String, String> now = requireAgreement();
    assertEquals(ids.size() - 1, now.size());
    assertTrue(second.get("/datasets/" + now.get("libraries")).body().contains("東京都の図書館（改）"));
    // The withdrawn one is gone with a reason, and not unknown.
    assertEquals(410, second.get("/datasets/" + ids.get("parks")).statusCode());
    // The stopped one is described still; that its data are not to be had is said by both.
    assertTrue(
        after.contains(PagesServer.BASE + "datasets/hospitals") && after.contains("座標に誤りがあるため"),
        after);
    Graph hospitals = descriptions(second.store()).get(now.get("hospitals"));
    String file =
        hospitals
            .find(Node.ANY, DCAT.downloadURL.asNode(), Node.ANY)
            .mapWith(t -> t.getObject().getURI())
            .filterKeep(address -> address.contains("/files/"))
            .next();
    assertEquals(403, first.get(file.substring(PagesServer.BASE.length() - 1)).statusCode());
    Stop.end(first.store(), "hospitals", "test", "直しました");
    assertFalse(harvest().contains("座標に誤りがあるため"));
    assertTrue(requireSameFiles(now) >= 20);
  }

  private void change(String dataset, String title, String other) {
    Graph graph = descriptions(first.store()).get(dataset);
    Node node = iri(PagesServer.BASE, dataset);
    Triple old =
        Triple.create(node, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "ja"));
    assertTrue(graph.contains(old));
    Graph changed = GraphFactory.createDefaultGraph();
    graph.find().filterDrop(old::equals).forEachRemaining(changed::add);
    changed.add(node, DCTerms.title.asNode(), NodeFactory.createLiteralLang(other, "ja"));
    NamedGraphs names = new NamedGraphs(PagesServer.BASE);
    commit(
        "load",
        List.of(
            new GraphChange(
                names.metadata(dataset), Optional.of(first.store().write(changed).hash()))));
  }

  /** As the desk of the first does it. */
  private void withdraw(String dataset) {
    NamedGraphs names = new NamedGraphs(PagesServer.BASE);
    commit(
        DatasetReader.WITHDRAW,
        Stream.of(names.metadata(dataset), names.verdict(dataset), names.data(dataset))
            .filter(graph -> first.store().states().find(graph).isPresent())
            .map(GraphChange::deletion)
            .toList());
  }

  private void commit(String activity, List<GraphChange> changes) {
    first.store().commit(new CommitRequest("test", activity, "test", Optional.empty(), changes));
  }
}
