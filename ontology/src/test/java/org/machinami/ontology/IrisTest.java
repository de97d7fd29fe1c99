package org.machinami.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IrisTest {

  private final Iris iris = new Iris("https://city.example/");

  @Test
  void thing_asciiKey_staysAsItIs() {
    assertEquals(
        "https://city.example/id/station/JR-East.Yamanote.Shinjuku",
        iris.thing("station", "JR-East.Yamanote.Shinjuku"));
  }

  @Test
  void thing_japaneseKey_staysReadable() {
    assertEquals("https://city.example/id/facility/千代田区役所", iris.thing("facility", "千代田区役所"));
  }

  @Test
  void encode_whatAnIriCannotHold_isPercentEncoded() {
    assertEquals("a%20b%2Fc%3F%23%25%22%3C%3E", Iris.encode("a b/c?#%\"<>"));
    assertEquals("%0D%0A", Iris.encode("\r\n"));
    assertEquals("%EE%80%80", Iris.encode("\uE000"));
  }

  @Test
  void encode_supplementaryCharacter_staysAndHalfOfOneBecomesReplacement() {
    assertEquals("𠮷野家", Iris.encode("𠮷野家"));
    assertEquals("%EF%BF%BD", Iris.encode("\uD842"));
  }

  @Test
  void encode_dots_doNotClimb() throws URISyntaxException {
    assertEquals("%2E%2E", Iris.encode(".."));
    assertEquals(
        "/id/facility/%2E%2E", new URI(iris.thing("facility", "..")).normalize().getRawPath());
  }

  @Test
  void datasetId_isTheWayBackFromDataset() {
    assertEquals(Optional.of("wards"), iris.datasetId(iris.dataset("wards")));
    assertEquals(Optional.empty(), iris.datasetId(iris.distribution("wards", "csv")));
    assertEquals(Optional.empty(), iris.datasetId("https://other.example/datasets/wards"));
  }

  @Test
  void file_name_isOneSegment() {
    assertEquals(
        "https://city.example/datasets/wards/files/a%2F..%2Fb.csv",
        iris.file("wards", "a/../b.csv"));
  }

  @Test
  void thing_classThatIsNone_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> iris.thing("Municipality", "13101"));
  }
}
