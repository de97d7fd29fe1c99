package org.machinami.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;

/**
 * The descriptions of a catalogue against the metadata shapes, from stored data to verdicts: {@code
 * ours}, or jena-shacl over {@code tdb2}, over a graph in {@code memory} for each description, or
 * over the {@code whole} catalogue as one. {@code prepare} writes what the peers read. Prints
 * seconds a round; the findings of the last go to a file, so that they can be compared.
 */
final class ShapesRun {

  private static final int ROUNDS = 5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String side;
  private final Path work;
  private final Set<String> findings = new TreeSet<>();
  private final List<Long> nanos = new ArrayList<>();

  private ShapesRun(String side, Path work) {
    this.side = side;
    this.work = work;
  }

  public static void main(String[] arguments) throws IOException {
    new ShapesRun(arguments[0], Path.of(arguments[1])).run();
  }

  private void run() throws IOException {
    switch (side) {
      case "prepare" -> prepare();
      case "ours" -> ours();
      case "tdb2" -> tdb2();
      case "memory" -> memory();
      case "whole" -> whole();
      default -> throw new IllegalArgumentException(side);
    }
  }

  private Store store() {
    return Store.open(work.resolve("data"));
  }

  private static List<GraphState> descriptions(Store store) {
    try (var states = store.states().list(prefix(store))) {
      return states.toList();
    }
  }

  /** Of the graphs that hold descriptions. */
  private static String prefix(Store store) {
    String one = new NamedGraphs(store.base()).metadata("x");
    return one.substring(0, one.length() - 1);
  }

  private static String id(Store store, GraphState state) {
    return state.graph().substring(prefix(store).length());
  }

  private void prepare() throws IOException {
    try (Store store = store();
        var lines = Files.newOutputStream(work.resolve("descriptions.nq"));
        var shapes = Files.newOutputStream(work.resolve("shapes.ttl"))) {
      RDFDataMgr.write(shapes, MetadataValidator.bundled().shapes(), Lang.TURTLE);
      DatasetGraph quads = DatabaseMgr.connectDatasetGraph(work.resolve("tdb2").toString());
      quads.begin(ReadWrite.WRITE);
      for (GraphState state : descriptions(store)) {
        Node name = NodeFactory.createURI(state.graph());
        List<Quad> statements =
            store.versions().statements(state.version()).stream()
                .map(triple -> Quad.create(name, triple))
                .toList();
        statements.forEach(quads::add);
        RDFDataMgr.writeQuads(lines, statements.iterator());
      }
      quads.commit();
      quads.end();
      quads.close();
    }
  }

  private void ours() throws IOException {
    MetadataValidator validator = MetadataValidator.bundled();
    try (Store store = store()) {
      Iris iris = new Iris(store.base());
      rounds(
          descriptions(store),
          state -> {
            List<Triple> statements = store.versions().statements(state.version());
            Verdict verdict = validator.validate(statements, iris.dataset(id(store, state)));
            return () ->
                verdict.violations().stream()
                    .filter(violation -> isTargeted(violation.shape()))
                    .map(violation -> text(state, violation));
          });
    }
  }

  /** Three shapes have no target that SHACL knows; whoever judges applies them himself. */
  private static boolean isTargeted(String shape) {
    return !shape.endsWith("#SafeIri")
        && !shape.endsWith("#WellFormedIri")
        && !shape.endsWith("#DatasetDeclared");
  }

  private void tdb2() throws IOException {
    Shapes shapes = Shapes.parse(MetadataValidator.bundled().shapes());
    DatasetGraph quads = DatabaseMgr.connectDatasetGraph(work.resolve("tdb2").toString());
    try (Store store = store()) {
      rounds(
          descriptions(store),
          state -> {
            quads.begin(ReadWrite.READ);
            try {
              return judged(state, shapes, quads.getGraph(NodeFactory.createURI(state.graph())));
            } finally {
              quads.end();
            }
          });
    }
  }

  private void memory() throws IOException {
    Shapes shapes = Shapes.parse(MetadataValidator.bundled().shapes());
    try (Store store = store()) {
      rounds(
          descriptions(store),
          state -> {
            Graph graph = GraphFactory.createDefaultGraph();
            store.versions().statements(state.version()).forEach(graph::add);
            return judged(state, shapes, graph);
          });
    }
  }

  /** One graph of all descriptions, filled from the store, and one validation. */
  private void whole() {
    Shapes shapes = Shapes.parse(MetadataValidator.bundled().shapes());
    try (Store store = store()) {
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        Graph graph = GraphFactory.createDefaultGraph();
        for (GraphState state : descriptions(store)) {
          store.versions().statements(state.version()).forEach(graph::add);
        }
        int found = ShaclValidator.get().validate(shapes, graph).getEntries().size();
        System.out.printf("seconds %.3f (%d findings)%n", (System.nanoTime() - start) / 1e9, found);
      }
    }
  }

  private static Supplier<Stream<String>> judged(GraphState state, Shapes shapes, Graph graph) {
    ValidationReport report = ShaclValidator.get().validate(shapes, graph);
    return () ->
        report.getEntries().stream()
            .map(
                entry ->
                    text(
                        state,
                        entry.source().toString(),
                        entry.focusNode(),
                        entry.value() == null ? "" : entry.value().toString()));
  }

  /** What is found is written as text when the clocks have stopped. */
  private void rounds(List<GraphState> all, Function<GraphState, Supplier<Stream<String>>> judge)
      throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      findings.clear();
      nanos.clear();
      long cpu = 0;
      for (GraphState state : all) {
        long from = System.nanoTime();
        long fromCpu = THREADS.getCurrentThreadCpuTime();
        Supplier<Stream<String>> found = judge.apply(state);
        cpu += THREADS.getCurrentThreadCpuTime() - fromCpu;
        nanos.add(System.nanoTime() - from);
        found.get().forEach(findings::add);
      }
      double seconds = nanos.stream().mapToLong(Long::longValue).sum() / 1e9;
      long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
      System.out.printf(
          "seconds %.3f (%.3f of CPU, %d descriptions, %d findings)%np99 %.3f ms%n",
          seconds,
          cpu / 1e9,
          all.size(),
          findings.size(),
          sorted[(int) (sorted.length * 0.99)] / 1e6);
    }
    Files.write(work.resolve("findings-" + side + ".txt"), findings, StandardCharsets.UTF_8);
  }

  private static String text(GraphState state, Violation violation) {
    return text(
        state,
        violation.shape(),
        violation.focus(),
        violation.value().map(Node::toString).orElse(""));
  }

  private static String text(GraphState state, String shape, Node focus, String value) {
    return String.join(" ", state.graph(), shape, focus.toString(), value).replace('\n', ' ');
  }
}
