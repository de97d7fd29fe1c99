package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.decision.Stop;

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
  @TempDir private Path directory;
  private PagesServer first;
  private SecondCatalogue second;

  @BeforeEach
  void start() throws Exception {
    first = new PagesServer(directory.resolve("first"));
    BundledCity.load(first, BundledCity.names());
    second =
        new SecondCatalogue(
            directory.resolve("second"),
            first.address().replaceFirst("http://", ""),
            "kind=machinami\nurl=%s/\n".formatted(first.address()));
  }

  @AfterEach
  void stop() {
    second.close();
    first.close();
  }

  private Map<String, String> requireAgreement() {
    return new Agreement(first.store(), second.store()).require();
  }

  /** How many files were compared. */
  private int requireSameFiles(Map<String, String> ids) {
    Map<String, Graph> ours = Agreement.descriptions(second.store());
    int files = 0;
    for (String id : ids.values()) {
      Graph graph = ours.get(id);
      Set<String> addresses = new HashSet<>();
      for (Node distribution :
          Agreement.objects(
              graph, Agreement.dataset(second.store(), id), DCAT.distribution.asNode())) {
        Agreement.objects(graph, distribution, DCAT.downloadURL.asNode())
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
    String page = second.harvest();
    assertTrue(page.contains("変更を取り込みました"), page);
    Map<String, String> ids = requireAgreement();
    assertEquals(
        new HashSet<>(ids.keySet()), new HashSet<>(Agreement.descriptions(first.store()).keySet()));
    assertTrue(ids.size() >= 30, ids.toString());
    assertTrue(requireSameFiles(ids) >= 20);
    long head = second.store().ledger().head();
    assertTrue(second.harvest().contains("変更はありません"));
    assertEquals(head, second.store().ledger().head());

    DatasetChanges.retitle(first.store(), "libraries", "東京都の図書館（改）");
    Stop.begin(first.store(), "hospitals", "test", "座標に誤りがあるため", "");
    DatasetChanges.withdraw(first.store(), "parks");
    first.catchUp();
    String after = second.harvest();
    Map<String, String> now = requireAgreement();
    assertEquals(ids.size() - 1, now.size());
    assertTrue(
        second.pages().get("/datasets/" + now.get("libraries")).body().contains("東京都の図書館（改）"));
    // The withdrawn one is gone with a reason, and not unknown.
    assertEquals(410, second.pages().get("/datasets/" + ids.get("parks")).statusCode());
    // The stopped one is described still; that its data are not to be had is said by both.
    assertTrue(
        after.contains(PagesServer.BASE + "datasets/hospitals") && after.contains("座標に誤りがあるため"),
        after);
    Graph hospitals = Agreement.descriptions(second.store()).get(now.get("hospitals"));
    String file =
        hospitals
            .find(Node.ANY, DCAT.downloadURL.asNode(), Node.ANY)
            .mapWith(t -> t.getObject().getURI())
            .filterKeep(address -> address.contains("/files/"))
            .next();
    assertEquals(403, first.get(file.substring(PagesServer.BASE.length() - 1)).statusCode());
    Stop.end(first.store(), "hospitals", "test", "直しました");
    assertFalse(second.harvest().contains("座標に誤りがあるため"));
    assertTrue(requireSameFiles(now) >= 20);
  }
}
