package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.web.dataset.Snippet;

/** The code that a page offers does what it says, with the tools that this machine has. */
final class SnippetTest {
  private static final String METADATA =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      <datasets/wards> a dcat:Dataset ; dct:title "特別区"@ja .
      """;
  private static final String DATA =
      """
      PREFIX city: <https://machinami.org/vocab/city#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      <id/municipality/13101> a city:Municipality ; rdfs:label "千代田区"@ja ; city:population 66680 .
      """;

  @TempDir Path directory;

  /**
   * Runs one.
   *
   * @param tool of the snippet
   * @param check exits with 0 where the tool and what it needs are there
   * @param run how the code is run, parted by spaces; the code comes last
   */
  @ParameterizedTest
  @CsvSource({
    "curl, curl --version, sh -c",
    "Python (pandas), python3 -m pandas.__init__, python3 -c",
    "'Python (pandas, Parquet)', python3 -m pyarrow.parquet.__init__, python3 -c",
    "R, Rscript --version, Rscript -e",
    "JavaScript, node --version, node --input-type=module -e",
  })
  void code_fetchesTheRows(String tool, String check, String run) throws Exception {
    assumeTrue(exitCode(check) == 0, tool + " is not on this machine: its code was not tried");
    try (PagesServer pages = new PagesServer(directory.resolve("data"))) {
      pages.commit("first", Map.of("graph/metadata/wards", METADATA, "graph/data/wards", DATA));
      Snippet snippet =
          Snippet.of(
                  pages.address() + "/datasets/wards/data.csv",
                  pages.address() + "/datasets/wards/data.parquet",
                  "wards")
              .stream()
              .filter(s -> s.tool().equals(tool))
              .findFirst()
              .orElseThrow();
      List<String> command = new ArrayList<>(List.of(run.split(" ")));
      command.add(snippet.code());
      Process process = started(command);
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), output);
      Path file = directory.resolve("wards.csv");
      String got = Files.exists(file) ? Files.readString(file) : output;
      assertTrue(got.contains("千代田区") && got.contains("66680"), got);
    }
  }

  private Process started(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    return builder.redirectErrorStream(true).start();
  }

  private int exitCode(String command) throws Exception {
    try {
      Process process = started(List.of(command.split(" ")));
      process.getInputStream().readAllBytes();
      return process.waitFor();
    } catch (IOException e) {
      return -1; // there is no such program
    }
  }
}
