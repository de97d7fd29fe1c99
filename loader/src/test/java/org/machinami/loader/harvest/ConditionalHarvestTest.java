package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.harvest.doubles.DcatDouble;
import org.machinami.loader.harvest.doubles.Entries;
import org.machinami.loader.harvest.doubles.HttpDouble;
import org.machinami.loader.harvest.doubles.Reply;

/** Sources that tell when a document last changed, and nothing else of its version. */
class ConditionalHarvestTest {
  private static final int COUNT = 12;
  private static final String MONDAY = "Mon, 05 Jan 2026 10:00:00 GMT";
  private static final String TUESDAY = "Tue, 06 Jan 2026 10:00:00 GMT";

  @TempDir private Path directory;
  private final Entries entries = Entries.random(COUNT, 7);
  private DcatDouble portal;
  private Harvested city;
  private volatile String changed = MONDAY;

  @BeforeEach
  void start() {
    portal = DcatDouble.over(entries, COUNT);
    portal.server().suffer(this::byDate);
    city = new Harvested(directory);
    city.allow(portal.server().authority());
  }

  @AfterEach
  void stop() {
    city.close();
    portal.close();
  }

  /** As a server of files answers that has no ETags. */
  private Optional<Reply> byDate(HttpDouble.Asked asked, HttpDouble.Responder usual) {
    if (asked.header("If-Modified-Since").equals(changed)) {
      return Optional.of(Reply.status(304).with("Last-Modified", changed));
    }
    return Optional.of(whole(asked, usual).with("Last-Modified", changed));
  }

  private static Reply whole(HttpDouble.Asked asked, HttpDouble.Responder usual) {
    Reply reply =
        usual.answer(new HttpDouble.Asked(asked.path(), asked.query(), Map.of(), asked.number()));
    Map<String, String> headers = new HashMap<>(reply.headers());
    headers.remove("ETag");
    return new Reply(reply.status(), headers, reply.body(), reply.cut());
  }

  private HarvestReport harvest(String kind, String path) throws IOException {
    return city.run(
        "portal", "kind=%s\nurl=%s%s\n".formatted(kind, portal.server().address(), path));
  }

  /** What was asked since the last call, each with its condition. */
  private List<String> conditions() {
    return portal.server().takeAsked().stream()
        .map(asked -> asked.header("If-None-Match") + asked.header("If-Modified-Since"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"dcat, /catalog.ttl", "data-json, /data.json"})
  void document_isAskedForByItsDate_andReadWhenItHasChanged(String kind, String path)
      throws IOException {
    assertEquals(COUNT, harvest(kind, path).added());
    assertEquals(List.of(""), conditions());
    assertEquals(0, harvest(kind, path).commits());
    assertEquals(List.of(MONDAY), conditions());

    entries.change(3, entry -> entry.titled("Renamed", entries.tick()));
    changed = TUESDAY;
    assertEquals(1, harvest(kind, path).changed());
    assertEquals(List.of(MONDAY), conditions());
    assertEquals(0, harvest(kind, path).commits());
    assertEquals(List.of(TUESDAY), conditions());
  }

  @ParameterizedTest
  @CsvSource({"dcat, /catalog.ttl", "data-json, /data.json"})
  void serverThatPassesConditionsOver_changesNothingWithTheSameBytes(String kind, String path)
      throws IOException {
    harvest(kind, path);
    conditions();
    portal
        .server()
        .suffer((asked, usual) -> Optional.of(whole(asked, usual).with("Last-Modified", changed)));
    HarvestReport report = harvest(kind, path);
    assertEquals(List.of(MONDAY), conditions());
    assertEquals(0, report.commits());
    assertEquals(COUNT, report.unchanged());
    assertTrue(report.whole());
  }
}
