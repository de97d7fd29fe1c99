package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.LoadException;
import org.machinami.loader.harvest.doubles.DcatDouble;
import org.machinami.loader.harvest.doubles.Entries;
import org.machinami.loader.harvest.doubles.HttpDouble;
import org.machinami.loader.harvest.doubles.Reply;
import org.machinami.store.ledger.Hash;

/** Pages of DCAT in RDF/XML and in JSON-LD become what pages in Turtle become. */
class DcatSyntaxTest {
  private static final int COUNT = 25;
  private static final int PAGE = 10;

  @TempDir private Path directory;
  private final Entries entries = Entries.random(COUNT, 5);
  private DcatDouble portal;
  private Harvested city;

  @BeforeEach
  void start() {
    portal = DcatDouble.over(entries, PAGE);
    city = new Harvested(directory.resolve("city"));
    city.allow(portal.server().authority());
  }

  @AfterEach
  void stop() {
    city.close();
    portal.close();
  }

  private HarvestReport harvest(String path) throws IOException {
    return city.run("portal", "kind=dcat\nurl=" + portal.server().address() + path + "\n");
  }

  private static Map<String, Hash> descriptions(Harvested catalogue) {
    Map<String, Hash> all = new TreeMap<>();
    for (String id : catalogue.datasets("portal")) {
      String graph = catalogue.names().metadata(id);
      all.put(id, catalogue.store().states().find(graph).orElseThrow().version());
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/catalog.rdf", "/catalog.jsonld"})
  void harvest_pages_areWhatTurtleIs(String path) throws IOException {
    HarvestReport report = harvest(path);
    assertEquals(COUNT, report.added(), report.refused().toString());
    assertEquals(
        List.of("1", "2", "3"),
        portal.server().takeAsked().stream().map(asked -> asked.query("page", "1")).toList());
    try (Harvested other = new Harvested(directory.resolve("other"))) {
      other.allow(portal.server().authority());
      other.run("portal", "kind=dcat\nurl=" + portal.server().address() + "/catalog\n");
      assertEquals(COUNT, descriptions(other).size());
      assertEquals(descriptions(other), descriptions(city));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/catalog.rdf", "/catalog.jsonld"})
  void harvest_again_takesWhatHasChangedAndGone(String path) throws IOException {
    harvest(path);
    portal.server().takeAsked();
    assertEquals(0, harvest(path).commits());
    assertTrue(
        portal.server().takeAsked().stream()
            .noneMatch(asked -> asked.header("If-None-Match").isEmpty()));
    entries.change(12, entry -> entry.titled("Renamed", entries.tick()));
    String gone = entries.get(3).id();
    entries.removeIf(entry -> entry.id().equals(gone));
    HarvestReport report = harvest(path);
    assertEquals(1, report.changed());
    assertEquals(1, report.deleted());
    assertEquals(COUNT - 1, descriptions(city).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/catalog.rdf", "/catalog.jsonld"})
  void harvest_pageCutInTheMiddle_deletesNothing(String path) throws IOException {
    harvest(path);
    Map<String, Hash> before = descriptions(city);
    entries.change(2, entry -> entry.titled("Renamed", entries.tick()));
    portal.server().suffer((asked, usual) -> half(asked, usual));
    try {
      assertEquals(0, harvest(path).deleted());
    } catch (LoadException e) {
      assertEquals("harvest.not-rdf", e.key());
    }
    assertEquals(before.keySet(), descriptions(city).keySet());
    portal.server().recover();
    harvest(path);
    assertFalse(before.equals(descriptions(city)));
  }

  /** Its length is right: what is missing is missing at the source. */
  private static Optional<Reply> half(HttpDouble.Asked asked, HttpDouble.Responder usual) {
    Reply whole = usual.answer(asked);
    return whole.status() == 200
        ? Optional.of(
            Reply.of(
                200,
                whole.headers().get("Content-Type"),
                whole.text().substring(0, whole.text().length() / 2)))
        : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/catalog.rdf", "/catalog.jsonld"})
  void harvest_documentThatNamesAFile_isRefusedAndNothingIsRead(String path) throws IOException {
    Path secret = Files.writeString(directory.resolve("secret.json"), "{\"@vocab\":\"urn:s:\"}");
    String file = secret.toUri().toString();
    Reply reply =
        path.endsWith(".rdf")
            ? Reply.of(
                200,
                "application/rdf+xml",
                """
                <!DOCTYPE r [<!ENTITY secret SYSTEM "%s">]>
                <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                  xmlns:d="http://www.w3.org/ns/dcat#" xmlns:t="http://purl.org/dc/terms/">
                <d:Dataset r:about="http://portal.example/1"><t:title>&secret;</t:title></d:Dataset>
                </r:RDF>
                """
                    .formatted(file))
            : Reply.of(
                200,
                "application/ld+json",
                "{\"@context\":\"%s\",\"@id\":\"http://portal.example/1\",\"title\":\"x\"}"
                    .formatted(file));
    portal.server().suffer((asked, usual) -> Optional.of(reply));
    LoadException refused = assertThrows(LoadException.class, () -> harvest(path));
    assertEquals("harvest.not-rdf", refused.key());
    assertEquals(Map.of(), descriptions(city));
  }
}
