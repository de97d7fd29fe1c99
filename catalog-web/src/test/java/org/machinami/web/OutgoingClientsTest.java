package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that others wrote for other catalogues read the bundled city. */
final class OutgoingClientsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CITY =
      List.of("hospitals", "libraries", "parks", "universities");

  @TempDir private static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    BundledCity.load(pages, CITY);
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  /** What a program under {@code src/test/clients} prints, line by line. */
  private static List<String> run(String program, String... arguments)
      throws IOException, InterruptedException {
    Path folder =
        Path.of(System.getProperty("machinami.home"), "catalog-web", "src", "test", "clients");
    List<String> command = new ArrayList<>(List.of("node", program));
    command.addAll(List.of(arguments));
    Path errors = directory.resolve(program + ".errors");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), program + " does not end");
    String said = java.nio.file.Files.readString(errors);
    assertEquals(0, process.exitValue(), said + output);
    return output.lines().filter(line -> line.startsWith("{")).toList();
  }

  @Test
  void portalJs_findsItsWayThroughTheCkanApi() throws Exception {
    JsonNode seen = JSON.readTree(run("portal.mjs", pages.address(), "libraries").get(0));
    assertEquals(
        "[\"hospitals\",\"libraries\",\"parks\",\"universities\"]", seen.get("list").toString());
    assertEquals(3, seen.get("page").size());
    assertEquals("libraries", seen.get("shown").asText());
    assertTrue(seen.get("resource").asBoolean());
    assertTrue(seen.get("rows").asInt() > 10, seen.toString());
    assertTrue(seen.at("/row/_id").isNumber());
    assertTrue(seen.get("info").asInt() > 3);
    assertTrue(seen.get("organizations").size() > 0);
    assertTrue(seen.get("organizationDatasets").asInt() > 0);
    assertEquals(10, seen.get("groups").asInt());
    assertEquals(10, seen.get("groupNames").asInt());
    assertTrue(seen.get("groupDatasets").toString().contains("libraries"));
    assertTrue(seen.get("tags").asInt() > 5);
    assertTrue(seen.get("formats").toString().contains("CSV"), seen.get("formats").toString());
    assertEquals("[\"libraries\"]", seen.get("found").toString());
    assertEquals(1, seen.get("count").asInt());
    assertTrue(seen.at("/failures/notFound").asText().contains("Not found"));
    assertTrue(seen.at("/failures/validation").asText().contains("rows"));
    assertTrue(seen.at("/failures/denied").asText().contains("Access denied"));
  }

  @Test
  void ldesClient_replicatesEveryVersion_withItsParts() throws Exception {
    List<String> lines = run("stream.mjs", pages.address(), PagesServer.BASE);
    Set<String> datasets = new TreeSet<>();
    for (String line : lines) {
      JsonNode member = JSON.readTree(line);
      String dataset = member.get("of").asText();
      datasets.add(dataset.replace(PagesServer.BASE + "datasets/", ""));
      assertTrue(member.get("id").asText().startsWith(dataset + "?asOf="), line);
      assertTrue(member.get("time").isTextual(), line);
      String titles = member.get("titles").toString();
      assertTrue(titles.contains(member.get("id").asText() + " "), titles);
      assertTrue(titles.contains(member.get("id").asText() + "#"), titles);
    }
    assertEquals(Set.of("hospitals", "libraries", "parks", "universities"), datasets);
  }
}
