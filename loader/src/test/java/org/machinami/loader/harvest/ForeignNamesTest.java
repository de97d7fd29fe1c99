package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local names for foreign things. */
class ForeignNamesTest {
  private final ForeignNames names = new ForeignNames("http://city.example/", "source");

  @ParameterizedTest
  @CsvSource({
    "http://a.example/dataset/Élèves_2024/,eleves-2024",
    "http://a.example/node/2166,node-2166",
    "http://a.example/x.php?id=201200&o=3,x-php",
    "http://a.example/データ,a-example",
    "urn:uuid:1b4545e2-90ba,uuid-1b4545e2-90ba",
    "http://a.example/#,a-example",
  })
  void readable_lastPartThatSaysSomething(String foreign, String expected) {
    assertEquals(expected, ForeignNames.readable(foreign));
  }

  @Test
  void datasetId_anyIri_isAnIdOfADataset() {
    String id = names.datasetId("http://a.example/" + "long-".repeat(100));
    assertTrue(id.matches("[a-z0-9-]{1,80}"), id);
  }

  @Test
  void datasetId_otherSource_isAnotherId() {
    assertNotEquals(
        names.datasetId("http://a.example/1"),
        new ForeignNames("http://city.example/", "other").datasetId("http://a.example/1"));
  }

  @Test
  void publisherIri_otherSource_isTheSameIri() {
    assertEquals(
        names.publisherIri("http://a.example/1"),
        new ForeignNames("http://city.example/", "other").publisherIri("http://a.example/1"));
  }
}
