package org.machinami.loader;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.gate.DataJudge;
import org.machinami.loader.gate.Skolem;
import org.machinami.loader.mapping.TripleSink;
import org.machinami.loader.quality.DatasetJudge;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceReader;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.data.DataShapes;
import org.machinami.shapes.quality.Quality;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.disk.CodeVersion;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphVersion;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.graph.LineHashes;
import org.machinami.store.graph.NTriplesWriter;
import org.machinami.store.ledger.Hash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data graph of a dataset: what its mappings and its RDF files say. */
final class DataGraph {

  /** What a mapping makes of a row depends on the program, too, and so does what is found in it. */
  private static final class Program {
    static final Hash VERSION =
        Hash.of(CodeVersion.of(Program.class).bytes(), CodeVersion.of(DataShapes.class).bytes());
  }

  private static final Logger LOG = LoggerFactory.getLogger(DataGraph.class);

  private final DatasetFolder folder;
  private final Optional<String> standard;
  private final MappingRun run;
  private final DatasetJudge judge;
  private final List<DataJudge> gate;
  private final RdfData rdf;
  private final Policy policy;
  private RowGate things;
  private final LineHashes subjects = new LineHashes();
  private boolean scattered;
  private final String base;
  private final String id;
  private CompletableFuture<Void> inspection = CompletableFuture.completedFuture(null);

  /**
   * @param standard text of a mapping that the folder has not of its own
   * @param judge of the quality of the files, which is shown them
   * @param gate is shown them, too; what it finds can refuse the dataset
   * @param policy the version that is judged by
   */
  DataGraph(
      DatasetFolder folder,
      Optional<String> standard,
      MappingRun run,
      DatasetJudge judge,
      List<DataJudge> gate,
      Policy policy,
      String base,
      String id) {
    this.folder = folder;
    this.standard = standard;
    this.run = run;
    this.judge = judge;
    this.gate = List.copyOf(gate);
    this.policy = policy;
    this.things = new RowGate(policy);
    this.rdf = new RdfData(base, new Skolem(base, id), folder.path());
    this.base = base;
    this.id = id;
  }

  /** Makes the triples and drops them; says how many there are, with repetitions. */
  long count(RowCounts counts, Progress progress) {
    try (Progress.Task task = progress.begin(id, size())) {
      run.run(
          (buffer, offset, length, graph) -> {}, counts, things, task::advance, this::inspector);
      for (Path file : folder.data()) {
        judge.linkedData(file.getFileName().toString());
        read(file, counts, triple -> {}, task::advance);
      }
    }
    settle();
    return counts.triples();
  }

  /**
   * Writes the triples: by the rows that changed where it is known what the present graph was
   * mapped from, else by all rows.
   *
   * @param files those of the sources that are kept when the dataset is admitted
   * @param then what to do when it is known what became of the rows; it may take the version or
   *     leave it, and then nothing is kept
   */
  <T> T write(
      Store store,
      OriginalFiles files,
      RowCounts counts,
      Progress progress,
      Function<Supplier<GraphVersion>, T> then) {
    Optional<List<SourceTable>> tables = tables(files);
    if (tables.isEmpty()) {
      return writeAll(store, Optional.empty(), counts, progress, then);
    }
    try (KnownTables known =
        new KnownTables(store.directory().mapped(), id, plan(), path -> files.keep(store, path))) {
      known.copy(tables.get());
      Optional<MappedTables> before = before(store, known);
      if (before.isEmpty()) {
        return writeAll(store, Optional.of(known), counts, progress, then);
      }
      // Only the rows that changed will be mapped, but a judgement is of all of them.
      inspection = CompletableFuture.runAsync(() -> run.inspect(this::inspector));
      try {
        Refresh refresh = new Refresh(store, known, tables.get(), before.get(), things);
        if (!mapChanges(refresh, progress)) {
          awaitInspection();
          things = new RowGate(policy);
          return writeAll(store, Optional.of(known), counts, progress, then);
        }
        refresh.count(counts);
        if (!before.get().sound() || !things.isSettled() || !things.isConsistent()) {
          judgeAll();
        } else if (refresh.contradicts(things::isOnce)) {
          LOG.debug("Rows that changed may contradict others of {}", id);
          judgeAll();
        }
        return then.apply(() -> finish(store, known, refresh, counts));
      } finally {
        inspection.handle((done, failure) -> null).join(); // it reads files of the caller
      }
    }
  }

  /**
   * The quality of the files, when all were read.
   *
   * @throws LoadException when one cannot be read
   */
  Optional<Quality> quality() {
    awaitInspection();
    return judge.quality();
  }

  /**
   * What the gate found in the data, when all were read.
   *
   * @param dataset its IRI
   * @throws LoadException when a file cannot be read
   */
  Verdict verdict(String dataset) {
    awaitInspection();
    return gate.stream().map(DataJudge::verdict).reduce(things.verdict(dataset), Verdict::and);
  }

  private void read(Path file, RowCounts counts, Consumer<Triple> sink, LongConsumer read) {
    String name = file.getFileName().toString();
    try (StatementGroups groups = new StatementGroups(things, name, subjects)) {
      rdf.read(
          file,
          counts,
          triple -> {
            sink.accept(triple);
            groups.accept(triple);
          },
          read);
      scattered |= groups.isScattered();
    }
  }

  /**
   * What one row left out another may say, and what it says another may deny: reads all of them
   * once more where that matters.
   */
  private void settle() {
    if (!things.isConsistent()) {
      run.compare(things);
    }
    if (things.isSettled()) {
      return;
    }
    run.settle(things);
    NTriplesWriter line = new NTriplesWriter();
    TripleSink settling = things.settling();
    for (Path file : folder.data()) {
      rdf.read(
          file,
          new RowCounts(),
          triple -> {
            line.write(triple);
            settling.line(line.bytes(), 0, line.length(), "");
          },
          read -> {});
    }
  }

  /** Judges what RDF files say of things here and there by the sorted lines of all they say. */
  private void judge(Store store, GraphVersion version) {
    String file = folder.data().get(0).getFileName().toString();
    things = new RowGate(policy);
    try (GraphLines lines = store.versions().lines(version.hash())) {
      StatementGroups.show(lines, things, file);
    }
  }

  /** Judges rows that did not change, too: one of them was found at fault, or may be now. */
  private void judgeAll() {
    things = new RowGate(policy);
    run.run(
        (buffer, offset, length, graph) -> {},
        new RowCounts(),
        things,
        read -> {},
        (source, file, reader) -> SourceInspector.NONE);
    settle();
  }

  /**
   * What the gate measured besides, when all were read.
   *
   * @throws LoadException when a file cannot be read
   */
  Graph measurements(NamedGraphs names) {
    awaitInspection();
    Graph graph = GraphFactory.createDefaultGraph();
    gate.forEach(one -> GraphUtil.addInto(graph, one.measurements(names)));
    return graph;
  }

  private SourceInspector inspector(String series, String file, SourceReader reader) {
    return SourceInspector.all(
        Stream.concat(
            Stream.of(judge.inspector(series, file, reader)),
            gate.stream().map(one -> one.inspector(series, file, reader))));
  }

  private void awaitInspection() {
    try {
      inspection.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LoadException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private Optional<List<SourceTable>> tables(OriginalFiles files) {
    return folder.data().isEmpty() ? run.tables(files::has) : Optional.empty();
  }

  /** From what the present graph was mapped, where that is known. */
  private Optional<MappedTables> before(Store store, KnownTables known) {
    return store
        .states()
        .find(new NamedGraphs(base).data(id))
        .flatMap(state -> known.find(state.version()));
  }

  private boolean mapChanges(Refresh refresh, Progress progress) {
    try (Progress.Task task = progress.begin(id, size())) {
      if (!refresh.mapChanges()) {
        return false;
      }
      task.advance(size());
      return true;
    }
  }

  private GraphVersion finish(Store store, KnownTables known, Refresh refresh, RowCounts counts) {
    try {
      GraphVersion version = refresh.finish();
      known.keep(version.hash(), counts, things.isSound(), refresh.repeated());
      return version;
    } catch (StoreException e) {
      if (e.code() != Code.BLOB_MISSING && e.code() != Code.DAMAGED) {
        throw e;
      }
      // The present version is damaged: all rows make the whole of the new one.
      awaitInspection();
      things = new RowGate(policy);
      return writeAll(store, Optional.of(known), new RowCounts(), Progress.none(), Supplier::get);
    }
  }

  private <T> T writeAll(
      Store store,
      Optional<KnownTables> known,
      RowCounts counts,
      Progress progress,
      Function<Supplier<GraphVersion>, T> then) {
    try (GraphWriter writer = store.newGraph()) {
      try (WriterQueue queue = new WriterQueue(writer);
          Progress.Task task = progress.begin(id, size())) {
        run.run(queue, counts, things, task::advance, this::inspector);
        queue.drain();
        for (Path file : folder.data()) {
          judge.linkedData(file.getFileName().toString());
          read(file, counts, writer::triple, task::advance);
        }
      }
      settle();
      Optional<GraphVersion> sorted = scattered ? Optional.of(writer.finish()) : Optional.empty();
      sorted.ifPresent(version -> judge(store, version));
      return then.apply(
          () -> {
            GraphVersion version = sorted.orElseGet(writer::finish);
            known.ifPresent(
                tables -> tables.keep(version.hash(), counts, things.isSound(), writer.repeated()));
            return version;
          });
    }
  }

  /** What makes the graph besides the tables. */
  private Hash plan() {
    List<byte[]> pieces = new ArrayList<>();
    pieces.add(Program.VERSION.bytes());
    String encoding = folder.properties().encoding().map(Charset::name).orElse("");
    pieces.add(String.join("\n", base, id, encoding).getBytes(StandardCharsets.UTF_8));
    standard.ifPresent(text -> pieces.add(text.getBytes(StandardCharsets.UTF_8)));
    for (Path mapping : folder.mappings()) {
      try {
        pieces.add(Hash.of(Files.readAllBytes(mapping)).bytes());
      } catch (IOException e) {
        throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", mapping, e.toString());
      }
    }
    return Hash.of(pieces.toArray(byte[][]::new));
  }

  private long size() {
    return run.size() + folder.data().stream().mapToLong(DataGraph::size).sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new LoadException(
          LoadException.Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
    }
  }
}
