package org.machinami.loader;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.gate.DataJudge;
import org.machinami.loader.gate.Skolem;
import org.machinami.loader.gate.StoredFile;
import org.machinami.loader.quality.DatasetJudge;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceReader;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.quality.Quality;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.disk.CodeVersion;
import org.machinami.store.graph.GraphVersion;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.Hash;

/** The data graph of a dataset: what its mappings and its RDF files say. */
final class DataGraph {

  /** What a mapping makes of a row depends on the program, too. */
  private static final class Program {
    static final Hash VERSION = CodeVersion.of(Program.class);
  }

  private final DatasetFolder folder;
  private final MappingRun run;
  private final DatasetJudge judge;
  private final List<DataJudge> gate;
  private final RdfData rdf;
  private final String base;
  private final String id;
  private CompletableFuture<Void> inspection = CompletableFuture.completedFuture(null);

  /**
   * @param judge of the quality of the files, which is shown them
   * @param gate is shown them, too; what it finds can refuse the dataset
   */
  DataGraph(
      DatasetFolder folder,
      MappingRun run,
      DatasetJudge judge,
      List<DataJudge> gate,
      String base,
      String id) {
    this.folder = folder;
    this.run = run;
    this.judge = judge;
    this.gate = List.copyOf(gate);
    this.rdf = new RdfData(base, new Skolem(base, id), folder.path());
    this.base = base;
    this.id = id;
  }

  /** Makes the triples and drops them; says how many there are, with repetitions. */
  long count(RowCounts counts, Progress progress) {
    try (Progress.Task task = progress.begin(id, size())) {
      run.run((buffer, offset, length, graph) -> {}, counts, task::advance, this::inspector);
      for (Path file : folder.data()) {
        judge.linkedData(file.getFileName().toString());
        rdf.read(file, counts, triple -> {}, task::advance);
      }
    }
    return counts.triples();
  }

  /**
   * Writes the triples: by the rows that changed where it is known what the present graph was
   * mapped from, else by all rows.
   *
   * @param files the sources as they are stored
   * @param then what to do when it is known what became of the rows; it may take the version or
   *     leave it, and then nothing is kept
   */
  <T> T write(
      Store store,
      List<StoredFile> files,
      RowCounts counts,
      Progress progress,
      Function<Supplier<GraphVersion>, T> then) {
    Optional<List<SourceTable>> tables = tables(files);
    if (tables.isEmpty()) {
      return writeAll(store, Optional.empty(), counts, progress, then);
    }
    try (KnownTables known = new KnownTables(store.directory().mapped(), id, plan())) {
      known.copy(tables.get());
      Optional<MappedTables> before = before(store, known);
      if (before.isEmpty()) {
        return writeAll(store, Optional.of(known), counts, progress, then);
      }
      // Only the rows that changed will be mapped, but a judgement is of all of them.
      inspection = CompletableFuture.runAsync(() -> run.inspect(this::inspector));
      try {
        Refresh refresh = new Refresh(store, known, tables.get(), before.get());
        if (!mapChanges(refresh, progress)) {
          awaitInspection();
          return writeAll(store, Optional.of(known), counts, progress, then);
        }
        refresh.count(counts);
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
    return gate.stream().map(DataJudge::verdict).reduce(Verdict.clean(dataset), Verdict::and);
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

  private Optional<List<SourceTable>> tables(List<StoredFile> files) {
    Map<Path, Hash> versions = new HashMap<>();
    files.forEach(file -> versions.put(file.path(), file.version()));
    return folder.data().isEmpty() ? run.tables(versions) : Optional.empty();
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
      known.keep(version.hash(), counts, refresh.repeated());
      return version;
    } catch (StoreException e) {
      if (e.code() != Code.BLOB_MISSING && e.code() != Code.DAMAGED) {
        throw e;
      }
      // The present version is damaged: all rows make the whole of the new one.
      awaitInspection();
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
        run.run(queue, counts, task::advance, this::inspector);
        queue.drain();
        for (Path file : folder.data()) {
          judge.linkedData(file.getFileName().toString());
          rdf.read(file, counts, writer::triple, task::advance);
        }
      }
      return then.apply(
          () -> {
            GraphVersion version = writer.finish();
            known.ifPresent(tables -> tables.keep(version.hash(), counts, writer.repeated()));
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
