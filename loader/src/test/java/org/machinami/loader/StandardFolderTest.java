package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.standard.Standard;
import org.machinami.loader.standard.StandardMapping;

/** A dataset folder that names a standard instead of a mapping. */
class StandardFolderTest {

  @TempDir private Path folder;

  private void settings(String text) throws IOException {
    Files.writeString(folder.resolve(RecipeProperties.FILE), text);
  }

  private LoadException refused() {
    return assertThrows(LoadException.class, () -> DatasetFolder.read(folder));
  }

  private SourceFiles files() {
    return new SourceFiles(List.of(folder), SourceLimits.DEFAULT);
  }

  @Test
  void read_standardWithItsFile_needsNoMapping() throws IOException {
    settings("standard=gtfs-jp\nsource=feed.zip\n");
    assertEquals(
        Optional.of(new Standard("gtfs-jp", "feed.zip")),
        DatasetFolder.read(folder).properties().standard());
  }

  @ParameterizedTest
  @CsvSource({
    "'standard=gtfs-jp', recipe.standard-half",
    "'source=a.csv', recipe.standard-half",
    "'standard=gtfs\nsource=a.zip', recipe.standard",
    "'standard=aeds\nsource=a.csv', recipe.standard"
  })
  void read_halfOrUnknownStandard_isNamed(String text, String key) throws IOException {
    settings(text);
    assertEquals(key, refused().key());
  }

  @Test
  void read_unknownStandard_suggestsAndListsAll() throws IOException {
    settings("standard=aeds\nsource=a.csv");
    String message = refused().getMessage();
    assertTrue(message.contains("Nearest: aed"), message);
    assertTrue(message.contains("gtfs-jp") && message.contains("child-care"), message);
  }

  @Test
  void read_standardBesideAMapping_isRefused() throws IOException {
    settings("standard=aed\nsource=a.csv");
    Files.writeString(folder.resolve("a.rml.ttl"), "");
    assertEquals("recipe.standard-mapping", refused().key());
  }

  @Test
  void mapping_ofFeed_isAMappingThatCanBeRun() {
    String text = StandardMapping.of(new Standard("gtfs-jp", "a \"b\".zip"), files(), "city-bus");
    MappingPlan plan = MappingPlan.read("gtfs", text, "https://city.example/", "city-bus");
    assertEquals("a \"b\".zip", plan.steps().get(0).source().source());
    assertTrue(text.contains("id/stop/city-bus-{stop_id}"), text);
  }

  @Test
  void mapping_ofFileWithoutTheColumnsOfItsKey_isRefused() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "名称,緯度,経度\nひがし図書館,35.1,139.2\n");
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> StandardMapping.of(new Standard("aed", "a.csv"), files(), "aed"));
    assertEquals("standard.key-column", e.key());
    assertTrue(e.getMessage().contains("都道府県コード又は市区町村コード"), e.getMessage());
  }

  @Test
  void mapping_ofSeveralOrPackedFiles_isRefused() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "x\n1\n");
    Files.writeString(folder.resolve("b.csv"), "x\n1\n");
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> StandardMapping.of(new Standard("aed", "*.csv"), files(), "aed"));
    assertEquals("recipe.standard-source", e.key());
  }
}
