package org.machinami.web.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.web.language.Language;

final class AskedReaderTest {
  private static Asked read(String path) {
    return AskedReader.read(path, "", "text/html", "ja", Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "datasets/wards, datasets/wards, none, none, ../",
        "datasets/wards.ttl, datasets/wards, TURTLE, none, ../",
        "en/datasets/wards.jsonld, datasets/wards, JSON_LD, EN, ../../",
        "ja, '', none, JA, ./",
        "en/, '', none, EN, ../",
        "datasets.nt, datasets, N_TRIPLES, none, ./",
        "id/station/JR-East.Yamanote, id/station/JR-East.Yamanote, none, none, ../../",
        "doc/station/JR-East.Yamanote.rdf, doc/station/JR-East.Yamanote, RDF_XML, none, ../../",
        "datasets/a/files/data.ttl, datasets/a/files/data.ttl, none, none, ../../../",
        "datasets/a/recipe/m.rml.ttl, datasets/a/recipe/m.rml.ttl, none, none, ../../../",
        "datasets/files/table.nt, datasets/files/table, N_TRIPLES, none, ../../",
        "datasets/a/data.nt, datasets/a/data, N_TRIPLES, none, ../../",
        "vocab/context.jsonld, vocab/context.jsonld, none, none, ../",
        "english/x, english/x, none, none, ../",
      })
  void read_takesPrefixAndSuffixOff(
      String requested, String path, Representation forced, Language pinned, String root) {
    Asked asked = read(requested);
    assertEquals(path, asked.path());
    assertEquals(Optional.ofNullable(forced), asked.forced());
    assertEquals(Optional.ofNullable(pinned), asked.pinned());
    assertEquals(root, asked.root());
  }

  @Test
  void pinnedLanguage_winsOverTheHeader() {
    assertEquals(Language.EN, read("en/datasets").language());
    assertEquals(Language.JA, read("datasets").language());
  }
}
