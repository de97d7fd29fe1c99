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

/** What leaves this machine goes by the egress, which knows where it may go. */
final class OutgoingConnectionsTest {
  private static final List<String> MODULES =
      List.of("ontology", "shapes", "store", "loader", "fuseki-config", "catalog-web");

  /** Ways to open a connection that look at no rule. */
  private static final Pattern OPENED =
      Pattern.compile(
          "\\bHttpClient\\.new(?:HttpClient|Builder)\\(|\\bnew HttpClient\\("
              + "|\\.open(?:Connection|Stream)\\(|\\bHttpURLConnection\\b"
              + "|\\bHttpRequest\\.newBuilder\\(|\\bnew Socket\\(|\\bSocketChannel\\.open\\("
              + "|\\bDefaultResourceRetriever\\b");

  private static final String LOADER = "loader/src/main/java/org/machinami/loader/";
  private static final String WEB = "catalog-web/src/main/java/org/machinami/web/";

  /** Those that open one all the same, and why. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          LOADER + "egress/Egress.java", "the egress itself",
          WEB + "sparql/LoopbackClients.java", "to the query process on this machine",
          WEB + "cli/Forwarding.java", "from a verb to the server on this machine");

  @Test
  void connections_areOpenedByTheEgress_andOnThisMachine() throws IOException {
    Path home = Path.of(System.getProperty("machinami.home"));
    Map<String, String> found = new TreeMap<>();
    int looked = 0;
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(home.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          looked++;
          Files.readString(file)
              .lines()
              .filter(line -> OPENED.matcher(line).find())
              .forEach(line -> found.put(home.relativize(file).toString(), line.strip()));
        }
      }
    }
    assertTrue(looked > 1_000, looked + " files");
    assertEquals(ALLOWED.keySet(), found.keySet(), found.toString());
  }
}
