package org.machinami.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedGraphsTest {

  private final NamedGraphs names = new NamedGraphs("https://city.example/");

  @Test
  void metadata_standsUnderTheBase() {
    assertEquals("https://city.example/graph/metadata/wards-2026", names.metadata("wards-2026"));
  }

  @Test
  void parse_isTheWayBack() {
    assertEquals(
        Optional.of(new GraphName(GraphName.Kind.ONTOLOGY, "city")),
        names.parse(names.ontology("city")));
    assertEquals(
        Optional.of(new GraphName(GraphName.Kind.ACTIVITY, "7")), names.parse(names.activity(7)));
  }

  @Test
  void datasetOf_metadataDataAndVerdict_isTheId() {
    assertEquals(Optional.of("a1"), names.datasetOf(names.metadata("a1")));
    assertEquals(Optional.of("a1"), names.datasetOf(names.data("a1")));
    assertEquals(Optional.of("a1"), names.datasetOf(names.verdict("a1")));
  }

  @Test
  void datasetOf_otherGraphs_isEmpty() {
    assertEquals(Optional.empty(), names.datasetOf(names.ontology("city")));
    assertEquals(Optional.empty(), names.datasetOf("https://other.example/graph/data/a1"));
    assertEquals(Optional.empty(), names.datasetOf(names.data("a1") + "/x"));
    assertEquals(Optional.empty(), names.datasetOf("https://city.example/datasets/a1/files/a.csv"));
  }

  @Test
  void metadata_idThatIsNone_isRefusedByName() {
    for (String id : new String[] {"", "-a", "a-", "A", "a b", "区", "../x", "a".repeat(81)}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> names.metadata(id)).getMessage();
      assertTrue(message.contains("\"" + id + "\""), message);
    }
  }

  @Test
  void base_thatIsNone_isRefused() {
    for (String base :
        new String[] {"https://city.example", "ftp://x/", "/", "https:///", "https://x/?a=/"}) {
      assertThrows(IllegalArgumentException.class, () -> new NamedGraphs(base), base);
    }
  }
}
