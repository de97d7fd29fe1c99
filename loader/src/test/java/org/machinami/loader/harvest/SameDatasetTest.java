package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.harvest.doubles.CkanDouble;
import org.machinami.loader.harvest.doubles.DcatDouble;
import org.machinami.loader.harvest.doubles.Entries;
import org.machinami.loader.harvest.doubles.Entry;
import org.machinami.loader.harvest.doubles.HttpDouble;
import org.machinami.loader.harvest.doubles.Reply;

/** One dataset in two catalogues, and ours that come back. */
class SameDatasetTest {
  private static final int COUNT = 20;

  @TempDir private Path directory;
  private final Entries entries = Entries.random(COUNT, 7);
  private final Entries others = new Entries();
  private CkanDouble portal;
  private DcatDouble other;
  private Harvested city;

  @BeforeEach
  void start() throws IOException {
    portal = CkanDouble.over(entries);
    other = DcatDouble.over(others, 50);
    city = new Harvested(directory);
    city.allow(portal.server().authority());
    city.allow(other.server().authority());
    city.run("portal", "kind=ckan\nurl=" + portal.server().address() + "\n");
  }

  @AfterEach
  void stop() {
    city.close();
    portal.close();
    other.close();
  }

  private HarvestReport harvestOther() throws IOException {
    return city.run("other", "kind=dcat\nurl=" + other.server().address() + "/catalog\n");
  }

  private Entry with(Entry entry, String id, String title) {
    return new Entry(
        id,
        title,
        entry.description(),
        entry.body(),
        entry.licence(),
        entry.files(),
        entry.modified(),
        Map.of());
  }

  @Test
  void sameIdentifier_isLinkedAndNotThereTwice() throws IOException {
    others.add(entries.get(3));
    others.add(
        with(entries.get(4), "unlike-any-other", "Of its own")
            .filed(List.of("https://files.example/own"), entries.tick()));
    HarvestReport report = harvestOther();
    assertEquals(1, report.added());
    assertEquals(COUNT + 1, city.datasets("portal", "other").size());
    HarvestReport.Link link = report.links().get(0);
    assertTrue(link.merged());
    assertEquals(0.95, link.sureness());
    assertTrue(link.how().ja().contains("識別子"), link.how().ja());
    Graph list = city.list("other");
    assertTrue(
        list.contains(
            Node.ANY,
            NodeFactory.createURI("https://w3id.org/sssom/object_id"),
            NodeFactory.createURI(link.foreign())),
        "the list of the source says how");
  }

  @Test
  void sameFilesTitleAndPublisher_isLinked() throws IOException {
    others.add(with(entries.get(5), "number-5", entries.get(5).title()));
    HarvestReport report = harvestOther();
    assertEquals(0, report.added());
    assertEquals(0.9, report.links().get(0).sureness());
  }

  @Test
  void sameTitleAndPublisherOnly_isTakenAndLeftToAPerson() throws IOException {
    others.add(
        with(entries.get(5), "number-5", entries.get(5).title())
            .filed(List.of("https://files.example/elsewhere"), entries.tick()));
    HarvestReport report = harvestOther();
    assertEquals(1, report.added());
    assertFalse(report.links().get(0).merged());
    assertEquals(0.5, report.links().get(0).sureness());
  }

  @Test
  void firstSourceLosesIt_theOtherBringsIt() throws IOException {
    others.add(entries.get(3));
    harvestOther();
    String id = entries.get(3).id();
    entries.removeIf(entry -> entry.id().equals(id));
    city.run("portal", "kind=ckan\nurl=" + portal.server().address() + "\n");
    assertEquals(COUNT - 1, city.datasets("portal", "other").size());
    assertEquals(1, harvestOther().added());
    assertEquals(COUNT, city.datasets("portal", "other").size());
  }

  @Test
  void nothingChanged_linksStay() throws IOException {
    others.add(entries.get(3));
    harvestOther();
    Map<String, org.machinami.store.ledger.Hash> before = city.everything();
    HarvestReport again = harvestOther();
    assertEquals(1, again.links().size());
    assertEquals(before, city.everything());
  }

  /** A portal that has harvested us, with and without saying where it has it from. */
  @Test
  void ourOwnComeBack_areRecognised() throws IOException {
    Set<String> before = city.datasets("portal");
    String ours = before.iterator().next();
    Graph graph = city.metadata(ours);
    String title =
        graph
            .find(
                NodeFactory.createURI(Harvested.BASE + "datasets/" + ours),
                DCTerms.title.asNode(),
                Node.ANY)
            .next()
            .getObject()
            .getLiteralLexicalForm();
    String turtle =
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        <%1$sdatasets/%2$s> a dcat:Dataset ; dct:title "%3$s"@en ; dct:description "as it is there"@en .
        <https://mirror.example/1> a dcat:Dataset ; dct:title "%3$s"@en ; dct:description "a copy"@en ;
          dct:identifier "%1$sdatasets/%2$s" .
        <https://mirror.example/2> a dcat:Dataset ; dct:title "Made of it"@en ; dct:description "a work of its own"@en ;
          prov:wasDerivedFrom <%1$sdatasets/%2$s> .
        """
            .formatted(Harvested.BASE, ours, title);
    try (HttpDouble mirror = HttpDouble.start(asked -> Reply.of(200, "text/turtle", turtle))) {
      city.allow(mirror.authority());
      HarvestReport report =
          city.run("mirror", "kind=dcat\nurl=" + mirror.address() + "/all.ttl\n");
      assertEquals(1, report.added(), report.links().toString());
      assertEquals(2, report.links().stream().filter(HarvestReport.Link::merged).count());
      assertTrue(
          report.links().stream()
              .anyMatch(link -> !link.merged() && link.foreign().endsWith("/2")));
    }
    assertEquals(graph.size(), city.metadata(ours).size(), "what comes back does not change it");
  }
}
