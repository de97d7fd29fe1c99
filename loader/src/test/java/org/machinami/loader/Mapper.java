package org.machinami.loader;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;
import org.machinami.shapes.Policy;

/** Maps the sources of a folder into memory. */
final class Mapper {

  static final String BASE = "http://example.com/base/";

  private final DatasetGraph quads;
  private final RowCounts counts;

  private Mapper(DatasetGraph quads, RowCounts counts) {
    this.quads = quads;
    this.counts = counts;
  }

  static Mapper map(Path folder, Path mapping) {
    MappingPlan plan = MappingPlan.read(List.of(mapping), BASE, "test");
    SourceFiles files = new SourceFiles(List.of(folder), SourceLimits.DEFAULT);
    RowCounts counts = new RowCounts();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    new MappingRun(plan, files, Optional.empty())
        .run(
            (buffer, offset, length, graph) -> {
              lines.write(buffer, offset, length - 2);
              if (!graph.isEmpty()) {
                lines.writeBytes(("<" + graph + "> ").getBytes(StandardCharsets.UTF_8));
              }
              lines.writeBytes(".\n".getBytes(StandardCharsets.UTF_8));
            },
            counts,
            new RowGate(Policy.current()),
            read -> {},
            (source, file, reader) -> SourceInspector.NONE);
    DatasetGraph quads = DatasetGraphFactory.create();
    RDFParser.fromString(lines.toString(StandardCharsets.UTF_8), Lang.NQUADS).parse(quads);
    return new Mapper(quads, counts);
  }

  /** The triples, IRIs that stand for blank nodes as blank nodes again. */
  DatasetGraph quads() {
    Map<String, Node> blank = new HashMap<>();
    DatasetGraph copy = DatasetGraphFactory.create();
    quads
        .find()
        .forEachRemaining(
            quad ->
                copy.add(
                    new Quad(
                        quad.getGraph(),
                        blank(quad.getSubject(), blank),
                        quad.getPredicate(),
                        blank(quad.getObject(), blank))));
    return copy;
  }

  private static Node blank(Node node, Map<String, Node> blank) {
    return node.isURI() && node.getURI().startsWith(BASE + ".well-known/genid/")
        ? blank.computeIfAbsent(node.getURI(), iri -> NodeFactory.createBlankNode())
        : node;
  }

  Graph graph() {
    return quads.getDefaultGraph();
  }

  RowCounts counts() {
    return counts;
  }
}
