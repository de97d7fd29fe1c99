package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Folders of {@code mapping.rml.ttl}, its sources, {@code expected.ttl}, and where rows are bad
 * {@code bad.txt}: row, column, reason, value.
 */
class MappingFilesTest {

  @TestFactory
  Stream<DynamicTest> folders() throws IOException, URISyntaxException {
    Path folders = Path.of(MappingFilesTest.class.getResource("mapping").toURI());
    List<Path> all;
    try (Stream<Path> list = Files.list(folders)) {
      all = list.filter(Files::isDirectory).sorted().toList();
    }
    assertTrue(all.size() > 5);
    return all.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  private static void check(Path folder) throws IOException {
    Mapper mapped = Mapper.map(folder, folder.resolve("mapping.rml.ttl"));
    Graph expected = GraphFactory.createDefaultGraph();
    RDFParser.source(folder.resolve("expected.ttl")).lang(Lang.TURTLE).parse(expected);
    assertTrue(
        expected.isIsomorphicWith(mapped.graph()),
        () -> "expected:\n" + text(expected) + "made:\n" + text(mapped.graph()));
    Path bad = folder.resolve("bad.txt");
    List<String> rows = Files.exists(bad) ? Files.readAllLines(bad) : List.of();
    assertEquals(rows, mapped.counts().listed().stream().map(MappingFilesTest::line).toList());
  }

  private static String line(Refused row) {
    assertTrue(row.text(Locale.JAPANESE).length() > 3);
    return row.at().row()
        + " "
        + row.at().column().orElse("-")
        + " "
        + row.reason()
        + " "
        + row.value();
  }

  private static String text(Graph graph) {
    StringWriter writer = new StringWriter();
    RDFDataMgr.write(writer, graph, Lang.TURTLE);
    return writer.toString();
  }
}
