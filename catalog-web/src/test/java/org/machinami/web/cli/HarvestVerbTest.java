package org.machinami.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb {@code harvest}. */
final class HarvestVerbTest {
  @TempDir private Path directory;
  private CapturedSession session;

  @BeforeEach
  void write() throws IOException {
    session = new CapturedSession(directory);
    Path recipe = Files.createDirectories(directory.resolve("neighbour"));
    Files.writeString(
        recipe.resolve("dataset.ttl"),
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        <datasets/neighbour> a dcat:Dataset ; dct:title "隣の市"@ja , "Neighbour"@en ;
          dct:description "隣の市のカタログです。"@ja , "The catalogue of the city next door."@en ;
          dct:publisher <publishers/neighbour> .
        <publishers/neighbour> a foaf:Agent ; foaf:name "隣の市"@ja , "Neighbour"@en .
        """);
    Files.writeString(recipe.resolve("harvest.properties"), "dump=dump.ttl\nsector=public\n");
    dump(10);
  }

  private void dump(int count) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>\n");
    for (int k = 0; k < count; k++) {
      text.append(
          "<https://next.example/%d> a dcat:Dataset ; dct:title \"Dataset %d\"@en ; dct:description \"What it is.\"@en .%n"
              .formatted(k, k));
    }
    Files.writeString(directory.resolve("neighbour/dump.ttl"), text);
  }

  @Test
  void harvest_takesOver_stopsAtALoss_andCommitsItWhenReleased() throws IOException {
    CapturedSession.Ended dry =
        session.run("harvest", "neighbour", "--data", "d", "--dry-run", "--json");
    assertEquals(0, dry.exit(), dry.err());
    assertTrue(dry.out().contains("\"added\":10"), dry.out());
    CapturedSession.Ended first = session.run("harvest", "neighbour", "--data", "d", "--json");
    assertEquals(0, first.exit(), first.err());
    assertTrue(first.out().contains("\"added\":10"), first.out());
    dump(4);
    CapturedSession.Ended stopped = session.run("harvest", "neighbour", "--data", "d");
    assertEquals(1, stopped.exit(), stopped.out());
    assertTrue(stopped.out().contains("--release neighbour"), stopped.out());
    assertEquals(2, session.run("harvest", "--release", "neighbour", "--data", "d").exit());
    CapturedSession.Ended released =
        session.run("harvest", "--release", "neighbour", "--reason", "asked them", "--data", "d");
    assertEquals(0, released.exit(), released.err());
    CapturedSession.Ended again = session.run("harvest", "neighbour", "--data", "d", "--json");
    assertTrue(again.out().contains("\"unchanged\":4"), again.out());
    assertEquals(0, session.run("verify", "--data", "d").exit());
  }

  @Test
  void harvest_wrongUse_saysWhatToWrite() {
    assertEquals(2, session.run("harvest", "--data", "d").exit());
    assertEquals(2, session.run("harvest", "absent", "--data", "d").exit());
    assertEquals(
        2, session.run("harvest", "--release", "absent", "--reason", "x", "--data", "d").exit());
  }

  @Test
  void harvest_innerAddress_isRefused() {
    CapturedSession.Ended inner =
        session.run("harvest", "http://169.254.169.254/catalog", "--data", "d");
    assertEquals(2, inner.exit(), inner.out() + inner.err());
    assertTrue(inner.err().contains("169.254.169.254"), inner.err());
  }
}
