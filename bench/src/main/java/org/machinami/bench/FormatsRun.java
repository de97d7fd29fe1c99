package org.machinami.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.StreamRDFCounting;
import org.apache.jena.riot.system.StreamRDFLib;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.loader.format.Formats;
import org.machinami.loader.harvest.Outside;
import org.machinami.loader.harvest.remote.Pause;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.quads.QuadStore;

/**
 * Reads a dataset without doing anything with its rows, and loads it into fresh data directories,
 * some times each; prints the seconds of each, and writes the triples as N-Triples for the peer.
 *
 * <p>Arguments: a directory to work in; the folder of the dataset.
 */
final class FormatsRun {
  private static final int TIMES = 3;

  /** How the API of a dataset is asked. */
  static final String API = "counters.api";

  private static final String BASE = "http://bench.example/";

  private FormatsRun() {}

  public static void main(String[] arguments) throws IOException {
    Path work = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    for (int i = 1; i <= TIMES; i++) {
      long start = System.nanoTime();
      long rows = read(folder);
      System.out.printf("reader %.3f %d%n", (System.nanoTime() - start) / 1e9, rows);
    }
    for (int i = 1; i <= TIMES; i++) {
      Path fresh = work.resolve("fresh-" + i);
      Store.create(fresh, BASE);
      try (Store store = Store.open(fresh);
          QuadStore quads = QuadStore.open(fresh)) {
        load(store, quads, folder);
        if (i == TIMES) {
          export(store, work.resolve("triples.nt"));
        }
      }
      Workplace.delete(fresh);
    }
  }

  private static long read(Path folder) throws IOException {
    if (Files.exists(folder.resolve(API))) {
      return records(URI.create(address(folder)));
    }
    Path mapping = folder.resolve("counters.rml.ttl");
    return Files.exists(mapping) ? rows(folder, mapping) : triples(folder);
  }

  /** First page of the API of the dataset. */
  private static String address(Path folder) throws IOException {
    Properties api = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve(API))) {
      api.load(in);
    }
    return api.getProperty("url");
  }

  private static long records(URI first) throws IOException {
    ObjectMapper json = new ObjectMapper();
    long records = 0;
    for (int page = 1; ; page++) {
      try (InputStream in = first.resolve("?page=" + page).toURL().openStream()) {
        int size = json.readTree(in).size();
        if (size == 0) {
          return records;
        }
        records += size;
      }
    }
  }

  /** The world as far as the API of the dataset. */
  private static Outside outside(Path folder) {
    try {
      return new Outside(
          EgressLimits.usual().allowing(URI.create(address(folder)).getAuthority()),
          Map.of(),
          Pause.sleeping(),
          Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long triples(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path data =
          files
              .filter(file -> !file.getFileName().toString().equals("dataset.ttl"))
              .findFirst()
              .orElseThrow();
      StreamRDFCounting counting = StreamRDFLib.count();
      RDFParser.source(data).parse(counting);
      return counting.countTriples();
    }
  }

  private static long rows(Path folder, Path mapping) throws IOException {
    MappingPlan plan = MappingPlan.read(List.of(mapping), BASE, "bench-counters");
    SourceFiles files = new SourceFiles(List.of(folder), SourceLimits.DEFAULT);
    long[] rows = new long[1];
    for (MappingPlan.Step step : plan.steps()) {
      files.visit(
          step.source().source(),
          read -> {},
          content ->
              Formats.reader(step.source(), Optional.empty())
                  .read(
                      content,
                      step.references(),
                      step.extraSlots(),
                      row -> rows[0]++,
                      SourceInspector.NONE));
    }
    return rows[0];
  }

  private static void load(Store store, QuadStore quads, Path folder) {
    long start = System.nanoTime();
    DatasetReport report =
        new Loader(store, MetadataValidator.bundled(), Progress.none())
            .reaching(() -> outside(folder))
            .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT)
            .datasets()
            .get(0);
    if (report.exitCode() != 0 || report.rows().bad() > 0) {
      throw new IllegalStateException(report.toString());
    }
    System.out.printf("committed %.3f %d%n", (System.nanoTime() - start) / 1e9, report.triples());
    quads.catchUp(store.ledger(), store.versions());
    System.out.printf("applied %.3f %d%n", (System.nanoTime() - start) / 1e9, report.triples());
  }

  private static void export(Store store, Path file) throws IOException {
    var state = store.states().find(new NamedGraphs(BASE).data("bench-counters")).orElseThrow();
    try (GraphLines lines = store.versions().lines(state.version());
        OutputStream out = Files.newOutputStream(file)) {
      while (lines.next()) {
        out.write(lines.buffer(), lines.offset(), lines.length());
      }
    }
  }
}
