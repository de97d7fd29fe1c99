package org.machinami.web.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.RowStream;
import org.machinami.web.rows.Shape;

/** Memory does not grow with the rows: a JVM of its own has less than the file would need. */
@Tag("nightly")
final class LargeParquetTest {
  private static final int ROWS = 3_000_000;

  @TempDir Path directory;

  @Test
  void threeMillionRows_areWrittenInASmallHeap() throws Exception {
    Path file = directory.resolve("large.parquet");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                LargeParquetTest.class.getName(),
                file.toString(),
                Integer.toString(ROWS))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    JsonNode head = Hyparquet.head(file);
    assertEquals(ROWS, head.get("rows").asInt());
    assertTrue(head.get("groups").asInt() > 4, "row groups are bounded: " + head);
  }

  /**
   * Writes generated rows.
   *
   * @param arguments the file, how many rows
   */
  public static void main(String[] arguments) throws IOException {
    int rows = Integer.parseInt(arguments[1]);
    ParquetTyping typing = new ParquetTyping(table());
    generate(rows, typing);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])));
        ParquetTable parquet = new ParquetTable(typing.fields(), Map.of(), out)) {
      generate(rows, parquet);
    }
  }

  private static Shape.Table table() {
    return new Shape.Table(
        "http://city.example/Class",
        "Class",
        ROWS,
        List.of(
            column("name", Kind.TEXT, List.of("ja")),
            column("number", Kind.NUMBER, List.of()),
            column("share", Kind.NUMBER, List.of()),
            column("at", Kind.TIME, List.of()),
            column("hasGeometry", Kind.PLACE, List.of())));
  }

  private static Column column(String key, Kind kind, List<String> languages) {
    return new Column(
        "http://city.example/" + key,
        key,
        kind,
        ROWS,
        languages,
        languages.isEmpty(),
        false,
        "",
        List.of());
  }

  private static void generate(int rows, RowStream.Sink sink) throws IOException {
    Node place = NodeFactory.createURI("http://city.example/place");
    for (int i = 0; i < rows; i++) {
      int scattered = Integer.reverse(i) >>> 1; // no two rows pack into one
      String second = String.format("%02d", i % 60);
      List<List<Node>> values =
          List.of(
              List.of(NodeFactory.createLiteralLang("施設 " + scattered, "ja")),
              List.of(literal(Integer.toString(scattered), XSDDatatype.XSDinteger)),
              List.of(literal(i + "." + i % 10, XSDDatatype.XSDdecimal)),
              List.of(literal("2026-07-01T00:00:" + second + "+09:00", XSDDatatype.XSDdateTime)),
              List.of(place));
      String point = "POINT (139." + scattered + " 35." + i + ")";
      sink.row("http://city.example/id/" + scattered, values, List.of(point));
    }
  }

  private static Node literal(String lexical, XSDDatatype datatype) {
    return NodeFactory.createLiteralDT(lexical, datatype);
  }
}
