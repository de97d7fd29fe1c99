package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever judges asks which version of the policy is in force; the bundled one is one of many. */
final class PolicyInForceTest {
  private static final Pattern BUNDLED =
      Pattern.compile("\\b(?:Policy\\.current|MetadataValidator\\.bundled)\\(");

  /** Those that judge nothing by it, and why. */
  private static final Map<String, String> ALLOWED =
      Map.of("IriText.java", "whether a text is an IRI is the same in all: clause 2.8 may not go");

  @Test
  void bundledVersion_isNotWhatServersAndVerbsJudgeBy() throws IOException {
    Path home = Path.of(System.getProperty("machinami.home"));
    Map<String, String> found = new TreeMap<>();
    int looked = 0;
    for (String module : List.of("loader", "catalog-web")) {
      try (Stream<Path> files = Files.walk(home.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          looked++;
          Files.readString(file)
              .lines()
              .filter(line -> BUNDLED.matcher(line).find())
              .forEach(line -> found.put(file.getFileName().toString(), line.strip()));
        }
      }
    }
    assertTrue(looked > 400, looked + " files");
    assertEquals(ALLOWED.keySet(), found.keySet(), found.toString());
  }
}
