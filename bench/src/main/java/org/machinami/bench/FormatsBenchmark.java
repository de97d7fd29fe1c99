package org.machinami.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.machinami.loader.harvest.doubles.HttpDouble;
import org.machinami.loader.harvest.doubles.Reply;
import org.machinami.loader.mapping.LogicalSource.Formulation;

/**
 * The same rows in each format that is read, from the file to the commit, beside the reader alone,
 * and from the file to the quads beside {@code tdb2.tdbloader} of the same triples. A process for
 * each format; the median of three.
 */
final class FormatsBenchmark implements Benchmark {
  /** How many rows. */
  enum Scale {
    FULL(100_000),
    QUICK(2_000);

    private final int rows;

    Scale(int rows) {
      this.rows = rows;
    }
  }

  private static final Pattern LINE =
      Pattern.compile("^(reader|committed|applied) ([\\d.]+) (\\d+)$");
  private static final String CSV_SOURCE =
      "rml:source \"counters.csv\" ; rml:referenceFormulation ql:CSV";
  private static final String LOG = "run.log";
  private static final double MOST_MEGABYTES = 1_000;
  private static final int PAGE = 1_000;

  private final Scale scale;

  FormatsBenchmark(Scale scale) {
    this.scale = scale;
  }

  @Override
  public String name() {
    return "formats";
  }

  @Override
  public List<Figure> run(Path work) throws Exception {
    List<Figure> figures = new ArrayList<>();
    Path triples = work.resolve("triples.nt");
    double peer = 0;
    for (Formulation formulation : Formulation.values()) {
      Path own = Files.createDirectory(work.resolve(formulation.name()));
      folder(own.resolve("dataset"), formulation);
      double memory = load(own);
      if (peer == 0) {
        // The triples are the same in all formats.
        Files.move(own.resolve("triples.nt"), triples);
        peer = Peers.tdbloader(own, own.resolve("tdb2"), triples);
      }
      String format = formulation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      figures.addAll(figures(own, format, "rows", peer, memory));
      Workplace.delete(own);
    }
    figures.addAll(api(Files.createDirectory(work.resolve("api")), peer));
    for (RDFFormat syntax : List.of(RDFFormat.NTRIPLES, RDFFormat.TURTLE_BLOCKS)) {
      Lang lang = syntax.getLang();
      Path own = Files.createDirectory(work.resolve(lang.getLabel()));
      Path folder = Counters.described(own.resolve("dataset"));
      Path file = folder.resolve("data." + lang.getFileExtensions().get(0));
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        RDFParser.source(triples).parse(StreamRDFWriter.getWriterStream(out, syntax));
      }
      double memory = load(own);
      figures.addAll(figures(own, lang.getLabel(), "triples", peer, memory));
      Workplace.delete(own);
    }
    return figures;
  }

  /** The rows as a server of this process gives them, {@value #PAGE} a page. */
  private List<Figure> api(Path own, double peer) throws IOException, InterruptedException {
    Path folder = own.resolve("dataset");
    folder(folder, Formulation.JSON);
    Path file = folder.resolve("counters.json");
    List<String> rows = Files.readAllLines(file);
    Files.delete(file);
    try (HttpDouble server = HttpDouble.start(asked -> page(rows, asked))) {
      Files.writeString(
          folder.resolve(FormatsRun.API),
          """
          url=%s/counters
          paging=page
          parameter=page
          requests-per-second=1000
          """
              .formatted(server.address()));
      Path mapping = folder.resolve("counters.rml.ttl");
      Files.writeString(
          mapping, Files.readString(mapping).replace("counters.json", FormatsRun.API));
      double memory = load(own);
      return figures(own, "json api", "rows", peer, memory);
    } finally {
      Workplace.delete(own);
    }
  }

  /** Of the lines of an array of JSON that has a record in each. */
  private static Reply page(List<String> lines, HttpDouble.Asked asked) {
    int from = (Integer.parseInt(asked.query("page", "1")) - 1) * PAGE;
    String page =
        lines.stream()
            .skip(from)
            .limit(PAGE)
            .map(line -> line.substring(line.indexOf('{'), line.lastIndexOf('}') + 1))
            .collect(Collectors.joining(",", "[", "]"));
    return Reply.json(page);
  }

  /** Runs it in a process of its own; the peak of its resident memory in MB. */
  private static double load(Path own) throws IOException, InterruptedException {
    List<String> arguments = List.of(own.toString(), own.resolve("dataset").toString());
    try (ChildProcess process =
        ChildProcess.java(own.resolve(LOG), "512m", FormatsRun.class, arguments)) {
      process.finish(Duration.ofMinutes(20));
      return process.peakResident() / 1e6;
    }
  }

  /**
   * What a format took.
   *
   * @param unit what its reader counts
   * @param peer seconds of the loader of triples
   * @param memory in MB
   */
  private List<Figure> figures(Path own, String format, String unit, double peer, double memory)
      throws IOException {
    Measured reader = median(own.resolve(LOG), "reader");
    Measured committed = median(own.resolve(LOG), "committed");
    Measured applied = median(own.resolve(LOG), "applied");
    String what = format + ", " + String.format(Locale.ROOT, "%,d", scale.rows) + " rows, ";
    return List.of(
        Figure.beside(
            what + "file to commit, " + unit + "/s",
            reader.count() / committed.seconds(),
            reader.count() / reader.seconds(),
            "its reader alone"),
        Figure.beside(
            what + "file to quads, triples/s",
            applied.count() / applied.seconds(),
            applied.count() / peer,
            "tdb2.tdbloader"),
        Figure.atMost(what + "peak resident memory, heap of 512 MB, MB", memory, MOST_MEGABYTES));
  }

  private void folder(Path folder, Formulation formulation) throws IOException {
    Path csv = Counters.folder(folder, scale.rows, 0, 0);
    String name = CounterFiles.write(csv, formulation);
    Path mapping = folder.resolve("counters.rml.ttl");
    String text = Files.readString(mapping);
    if (!text.contains(CSV_SOURCE)) {
      throw new IOException(mapping + " does not read the CSV");
    }
    String iterator =
        switch (formulation) {
          case JSON -> " ; rml:iterator \"$[*]\"";
          case GTFS -> " ; rml:iterator \"stops\"";
          default -> "";
        };
    String source =
        "rml:source \"%s\" ; rml:referenceFormulation <%s>%s"
            .formatted(name, formulation.iri(), iterator);
    Files.writeString(mapping, text.replace(CSV_SOURCE, source));
  }

  private record Measured(double seconds, long count) {}

  private static Measured median(Path log, String what) throws IOException {
    List<Measured> all = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches() && matcher.group(1).equals(what)) {
        all.add(
            new Measured(Double.parseDouble(matcher.group(2)), Long.parseLong(matcher.group(3))));
      }
    }
    all.sort((one, other) -> Double.compare(one.seconds(), other.seconds()));
    return all.get(all.size() / 2);
  }
}
