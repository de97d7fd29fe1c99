package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The test cases of RML for CSV and JSON. A case without expected output must be refused; with
 * empty expected output it must make nothing. What is not supported stands in {@code
 * rml-not-supported.txt} with the reason, and must fail.
 *
 * @see <a href="https://rml.io/test-cases/">RML test cases</a>
 */
class RmlConformanceTest {

  private static final String CASES = "conformance/rml/test-cases";

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    Path cases = Shared.require(CASES);
    Map<String, String> notSupported = notSupported();
    List<Path> folders;
    try (Stream<Path> all = Files.list(cases)) {
      folders = all.filter(RmlConformanceTest::isOurs).sorted().toList();
    }
    return folders.stream()
        .map(
            folder -> {
              String name = folder.getFileName().toString();
              return notSupported.containsKey(name)
                  ? DynamicTest.dynamicTest(
                      name + " (not supported: " + notSupported.get(name) + ")",
                      () -> assertThrows(Throwable.class, () -> check(folder)))
                  : DynamicTest.dynamicTest(name, () -> check(folder));
            });
  }

  @Test
  void notSupported_namesCasesThatExist() throws IOException {
    Path cases = Shared.require(CASES);
    assertAll(
        notSupported().keySet().stream()
            .map(name -> () -> assertTrue(Files.isDirectory(cases.resolve(name)), name)));
  }

  private static boolean isOurs(Path folder) {
    String name = folder.getFileName().toString();
    return name.endsWith("-CSV") || name.endsWith("-JSON");
  }

  private static Map<String, String> notSupported() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    try (var in = RmlConformanceTest.class.getResourceAsStream("rml-not-supported.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line ->
                  reasons.put(
                      line.substring(0, line.indexOf(':')),
                      line.substring(line.indexOf(':') + 1).strip()));
    }
    return reasons;
  }

  private static void check(Path folder) throws IOException {
    Path expectedFile = folder.resolve("output.nq");
    Path mapping = folder.resolve("mapping.ttl");
    if (!Files.exists(expectedFile)) {
      assertThrows(LoadException.class, () -> Mapper.map(folder, mapping));
      return;
    }
    DatasetGraph expected = DatasetGraphFactory.create();
    RDFParser.source(expectedFile).lang(Lang.NQUADS).parse(expected);
    if (expected.isEmpty()) {
      assertFalse(makesAnything(folder, mapping));
      return;
    }
    DatasetGraph made = Mapper.map(folder, mapping).quads();
    assertTrue(
        IsoMatcher.isomorphic(expected, made),
        () -> "expected:\n" + text(expected) + "made:\n" + text(made));
  }

  private static boolean makesAnything(Path folder, Path mapping) {
    try {
      return !Mapper.map(folder, mapping).quads().isEmpty();
    } catch (LoadException e) {
      return false;
    }
  }

  private static String text(DatasetGraph quads) {
    StringWriter writer = new StringWriter();
    RDFDataMgr.write(writer, quads, org.apache.jena.riot.RDFFormat.TRIG);
    return writer.toString();
  }
}
