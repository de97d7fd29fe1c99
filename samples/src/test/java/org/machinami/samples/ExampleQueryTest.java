package org.machinami.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example queries of the editor: they say their question in both languages and find rows. */
class ExampleQueryTest {

  private static LoadedCity city;

  @BeforeAll
  static void load(@TempDir Path directory) {
    city = LoadedCity.load(directory.resolve("data"));
  }

  static List<Path> queries() throws IOException {
    return SampleFolders.queries();
  }

  @Test
  void queries_areAtLeastTwelve() throws IOException {
    assertTrue(queries().size() >= 12);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void query_findsRows(Path file) throws IOException {
    var rows = city.select(Files.readString(file));
    assertFalse(rows.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("queries")
  void query_beginsWithItsQuestion(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertTrue(lines.get(0).matches("# ja: .+。"), lines.get(0));
    assertTrue(lines.get(1).matches("# en: .+[?.]"), lines.get(1));
  }

  @Test
  void query_ofTheYamanoteLineFindsThirty() throws IOException {
    Path file = queries().get(4);
    assertTrue(file.endsWith("05-yamanote-stations.rq"));
    assertEquals(30, city.select(Files.readString(file)).size());
  }
}
