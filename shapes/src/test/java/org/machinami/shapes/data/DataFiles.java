package org.machinami.shapes.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Position;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/** Data as the judge takes them, and its findings as texts that can be compared. */
final class DataFiles {

  static final Path CASES = Path.of("src/test/resources/org/machinami/shapes/data");
  static final Position PLACE = Position.of("file");

  private DataFiles() {}

  static Graph read(Path file) {
    return RDFParser.source(file).lang(Lang.TURTLE).checking(false).toGraph();
  }

  static List<byte[]> lines(Graph graph) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFDataMgr.write(out, graph, Lang.NTRIPLES);
    List<byte[]> lines =
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8))
            .toList();
    return lines;
  }

  /** Judges rows, each a list of lines, with the second reading where it is needed. */
  static Verdict judge(DataShapes shapes, List<List<byte[]>> rows) {
    RowJudge judge = shapes.judge(Policy.current());
    for (List<byte[]> row : rows) {
      row.forEach(line -> judge.line(line, 0, line.length));
      judge.end(fault -> fault.at(PLACE));
    }
    if (!judge.isSettled()) {
      rows.forEach(row -> row.forEach(line -> judge.settle(line, 0, line.length)));
    }
    return judge.verdict("https://city.example/datasets/d");
  }

  static Set<String> texts(Verdict verdict) {
    Set<String> texts = new TreeSet<>();
    verdict.violations().forEach(violation -> texts.add(text(violation)));
    return texts;
  }

  private static String text(Violation violation) {
    return text(violation.shape(), violation.focus(), violation.value());
  }

  static String text(String shape, Node focus, Optional<Node> value) {
    String found = value.map(node -> node.isBlank() ? "_:" : node.toString()).orElse("");
    return shape.replaceFirst(".*#", "") + " " + focus + " " + found;
  }
}
