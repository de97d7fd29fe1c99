package org.machinami.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The Belgian catalogue against the metadata shapes, from stored data to verdicts, beside
 * jena-shacl and TopBraid; and rows held against the shapes for city data while they are mapped.
 */
final class ShapesBenchmark implements Benchmark {

  /**
   * How much is judged.
   *
   * @param lines of the dump of the catalogue, from its beginning
   * @param rows of city data
   */
  record Scale(long lines, int rows) {
    static final Scale FULL = new Scale(Long.MAX_VALUE, 500_000);

    /** To see whether all of it runs. */
    static final Scale QUICK = new Scale(30_000, 20_000);
  }

  private static final Pattern SECONDS = Pattern.compile("^seconds ([\\d.]+)");
  private static final Pattern CPU = Pattern.compile("\\(([\\d.]+) of CPU");
  private static final Pattern DESCRIPTIONS = Pattern.compile("(\\d+) descriptions");
  private static final Pattern P99 = Pattern.compile("^p99 ([\\d.]+) ms");
  private static final Pattern MAPPED = Pattern.compile("^mapped rows/s (\\d+)");
  private static final Pattern JUDGED = Pattern.compile("^judged rows/s (\\d+)");
  private static final Duration LIMIT = Duration.ofMinutes(40);

  /** So many times the rows may need hardly more memory. */
  private static final int MORE_ROWS = 4;

  private static final double FLAT = 1.1;

  private final Scale scale;

  ShapesBenchmark(Scale scale) {
    this.scale = scale;
  }

  @Override
  public String name() {
    return "shapes";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    List<Figure> figures = new ArrayList<>(rows(work));
    Peers.loadBelgian(work, Workplace.belgianDump(work, scale.lines()), work.resolve("data"));
    run(work, "prepare", "2g");
    // As ./machinami starts it.
    Path ours = run(work, "ours", "512m", "-XX:+UseParallelGC");
    Path tdb2 = run(work, "tdb2", "4g");
    Path memory = run(work, "memory", "4g");
    Path whole = run(work, "whole", "6g");
    Path topBraid = topBraid(work);
    String what = "%,.0f descriptions against the metadata shapes, s";
    what = what.formatted(greatest(ours, DESCRIPTIONS));
    double seconds = best(ours, SECONDS);
    String inMemory = "jena-shacl, a graph in memory each";
    figures.add(faster(what, seconds, best(tdb2, SECONDS), "jena-shacl over TDB2", 4));
    figures.add(faster(what, seconds, best(memory, SECONDS), inMemory, 1));
    figures.add(faster(what, seconds, best(whole, SECONDS), "jena-shacl, one graph in memory", 1));
    figures.add(Figure.beside(what, seconds, best(topBraid, SECONDS), "TopBraid SHACL 1.4"));
    double cpu = best(ours, CPU);
    what = "the same, s of CPU";
    figures.add(Figure.beside(what, cpu, best(tdb2, CPU), "jena-shacl over TDB2"));
    figures.add(Figure.beside(what, cpu, best(memory, CPU), inMemory));
    figures.add(Figure.atMost("one description, warm, p99, ms", best(ours, P99), 20));
    for (String peer : List.of("tdb2", "memory", "topbraid")) {
      figures.add(
          Figure.atMost("findings that differ from those of " + peer, differing(work, peer), 0));
    }
    return figures;
  }

  private List<Figure> rows(Path work) throws IOException, InterruptedException {
    Rows some = rows(work.resolve("rows"), scale.rows());
    Rows more = rows(work.resolve("more-rows"), MORE_ROWS * scale.rows());
    double judged = greatest(some.log(), JUDGED);
    return List.of(
        Figure.atLeast("rows judged while they are mapped, one core, rows/s", judged, 50_000),
        Figure.beside(
            "the same beside mapping alone, rows/s",
            judged,
            greatest(some.log(), MAPPED),
            "not judged"),
        Figure.atMostTimes(
            "the same, %,d rows, peak resident memory with a heap of 128 MB, MB"
                .formatted(more.count()),
            more.peak(),
            some.peak(),
            "%,d rows".formatted(some.count()),
            FLAT));
  }

  /**
   * A table of rows that was mapped and judged.
   *
   * @param peak of resident memory, in MB
   */
  private record Rows(int count, Path log, double peak) {}

  private static Rows rows(Path folder, int count) throws IOException, InterruptedException {
    Counters.folder(folder, count, 0, 0);
    try (InputStream in = Counters.class.getResourceAsStream("counters/city.rml.ttl")) {
      Files.write(folder.resolve("city.rml.ttl"), in.readAllBytes());
    }
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    try (ChildProcess process =
        ChildProcess.onOneCore(log, "128m", RowsRun.class, List.of(folder.toString()))) {
      process.finish(LIMIT);
      return new Rows(count, log, process.peakResident() / 1e6);
    }
  }

  /** Ours is to take at most the peer's time divided by {@code times}. */
  private static Figure faster(
      String what, double ours, double peer, String peerName, double times) {
    return Figure.atMostTimes(what, ours, peer, peerName, 1 / times);
  }

  private static Path run(Path work, String side, String heap, String... flags)
      throws IOException, InterruptedException {
    Path log = work.resolve(side + ".log");
    String main = ShapesRun.class.getName();
    try (ChildProcess process =
        ChildProcess.java(log, heap, main, List.of(side, work.toString()), flags)) {
      process.finish(LIMIT);
    }
    return log;
  }

  /** On the class path that bench/run made for it. */
  private static Path topBraid(Path work) throws IOException, InterruptedException {
    Path project = Workplace.home().resolve("bench/topbraid");
    String classPath = Files.readString(project.resolve("target/classpath.txt")).strip();
    Path log = work.resolve("topbraid.log");
    try (ChildProcess process =
        ChildProcess.javaOn(
            project.resolve("target/classes") + ":" + classPath,
            log,
            "4g",
            "org.machinami.bench.topbraid.TopBraidPeer",
            List.of(work.toString()))) {
      process.finish(LIMIT);
    }
    return log;
  }

  private static int differing(Path work, String peer) throws IOException {
    Set<String> ours = findings(work, "ours");
    Set<String> theirs = findings(work, peer);
    Set<String> all = new HashSet<>(ours);
    all.addAll(theirs);
    all.removeIf(line -> ours.contains(line) && theirs.contains(line));
    all.stream()
        .sorted()
        .limit(20)
        .forEach(line -> System.err.println("bench: differs from " + peer + ": " + line));
    return all.size();
  }

  private static Set<String> findings(Path work, String side) throws IOException {
    return new HashSet<>(
        Files.readAllLines(work.resolve("findings-" + side + ".txt"), StandardCharsets.UTF_8));
  }

  private static double best(Path log, Pattern figure) throws IOException {
    return figures(log, figure).stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  private static double greatest(Path log, Pattern figure) throws IOException {
    return figures(log, figure).stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  private static List<Double> figures(Path log, Pattern figure) throws IOException {
    List<Double> found = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      var matcher = figure.matcher(line);
      if (matcher.find()) {
        found.add(Double.parseDouble(matcher.group(1)));
      }
    }
    return found;
  }
}
