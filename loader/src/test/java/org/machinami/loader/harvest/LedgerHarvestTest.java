package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.LoadException;
import org.machinami.loader.harvest.doubles.CkanDouble;
import org.machinami.loader.harvest.doubles.Entries;
import org.machinami.loader.harvest.doubles.HttpDouble;
import org.machinami.loader.harvest.doubles.Reply;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.state.GraphState;

/** A second catalogue follows the ledger of a first one, whose lines are those on its disk. */
class LedgerHarvestTest {
  private static final int COUNT = 12;
  private static final String FIRST = "http://first.example/";

  @TempDir private Path directory;
  private final Entries entries = Entries.random(COUNT, 11);
  private CkanDouble portal;
  private Harvested first;
  private Harvested second;
  private HttpDouble feed;

  @BeforeEach
  void start() throws IOException {
    portal = CkanDouble.over(entries);
    first = new Harvested(directory.resolve("first"), FIRST);
    second = new Harvested(directory.resolve("second"));
    first.allow(portal.server().authority());
    feed = HttpDouble.start(this::answer);
    second.allow(feed.authority());
    harvestFirst();
  }

  @AfterEach
  void stop() {
    feed.close();
    second.close();
    first.close();
    portal.close();
  }

  private void harvestFirst() throws IOException {
    first.run("portal", "kind=ckan\nurl=" + portal.server().address() + "\n");
  }

  private HarvestReport follow() throws IOException {
    return second.run("first", "kind=machinami\nurl=" + feed.address() + "/\n");
  }

  private Reply answer(HttpDouble.Asked asked) {
    if (asked.path().equals("/ledger/graph")) {
      Optional<GraphState> state = first.store().states().find(asked.query("name", ""));
      return state
          .map(found -> Reply.of(200, "application/n-triples", lines(found)))
          .orElse(Reply.status(404));
    }
    List<String> all = ledger();
    if (!asked.query().containsKey("after")) {
      return Reply.json(
          "{\"format\":\"machinami-ledger-feed 1\",\"base\":\"%s\",\"head\":%d}"
              .formatted(FIRST, all.size()));
    }
    // Fewer than were asked for, as the feed may.
    List<String> some =
        all.stream().skip(Long.parseLong(asked.query("after", "0"))).limit(2).toList();
    return Reply.of(200, "application/x-ndjson", String.join("\n", some) + "\n");
  }

  private String lines(GraphState state) {
    StringBuilder text = new StringBuilder();
    try (GraphLines lines = first.store().versions().lines(state.version())) {
      while (lines.next()) {
        text.append(lines.text()).append('\n');
      }
    }
    return text.toString();
  }

  private List<String> ledger() {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(first.store().directory().ledger())) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
          if (line.startsWith("{\"sequence\":")) {
            lines.add(line);
          }
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void follow_anotherCatalogue_agreesWithIt() throws IOException {
    HarvestReport report = follow();
    // The datasets, and the source that the first one has harvested them from.
    assertEquals(COUNT + 1, report.added(), report.refused().toString());
    for (String theirs : first.datasets("portal")) {
      String ours =
          new ForeignNames(Harvested.BASE, "first").datasetId(FIRST + "datasets/" + theirs);
      assertEquals(
          titles(first.metadata(theirs), FIRST + "datasets/" + theirs),
          titles(second.metadata(ours), Harvested.BASE + "datasets/" + ours));
    }
  }

  private static List<Node> titles(Graph graph, String dataset) {
    return graph
        .find(NodeFactory.createURI(dataset), DCTerms.title.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .toList();
  }

  @Test
  void follow_oneChangedOneGone_readsOnlyThese() throws IOException {
    follow();
    entries.change(2, entry -> entry.titled("Renamed", entries.tick()));
    String gone = entries.get(5).id();
    entries.removeIf(entry -> entry.id().equals(gone));
    harvestFirst();
    feed.takeAsked();
    HarvestReport report = follow();
    assertEquals(1, report.changed());
    assertEquals(1, report.deleted());
    assertEquals(
        1, feed.takeAsked().stream().filter(asked -> asked.path().equals("/ledger/graph")).count());
    assertEquals(0, follow().commits());
  }

  @Test
  void follow_ledgerThatWasExchanged_changesNothing() throws IOException {
    follow();
    var before = second.everything();
    entries.change(2, entry -> entry.titled("Renamed", entries.tick()));
    harvestFirst();
    feed.suffer(
        (asked, usual) -> {
          String text = usual.answer(asked).text();
          return asked.query().containsKey("after")
              ? Optional.of(
                  Reply.of(200, "application/x-ndjson", text.replace("harvest of", "gift of")))
              : Optional.empty();
        });
    assertEquals("harvest.ledger-exchanged", assertThrows(LoadException.class, this::follow).key());
    assertEquals(before, second.everything());
    feed.recover();
    assertTrue(follow().changed() == 1);
  }
}
