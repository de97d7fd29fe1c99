package org.machinami.loader.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.machinami.ontology.Iris;
import org.machinami.shapes.PolicyVersion;
import org.machinami.store.StoreFollower;
import org.machinami.store.ledger.Hash;

/**
 * Runs a draft in a process of its own, so that whoever runs it can end it: a rule of a draft may
 * hold a query or a pattern that takes for ever or all memory, and a thread of Java that hangs in
 * one cannot be stopped. Reads a folder that {@link #prepare} has filled, prints {@code done N} as
 * it goes on, and leaves {@value #REPORT} in the folder. Ends when its standard input does, so that
 * it does not outlive its parent.
 */
public final class WhatIfProcess {
  /** The report in the folder. */
  public static final String REPORT = "report.jsonl.gz";

  /** What a line of progress begins with. */
  public static final String DONE = "done ";

  private static final String CURRENT = "current.nt";
  private static final String DRAFT = "draft.nt";
  private static final String DATASETS = "datasets.txt";
  private static final String NONE = "-";
  private static final int FIRST_FILE = 3;
  private static final int ENVIRONMENT = 3;

  private WhatIfProcess() {}

  /** Writes down what a run needs. */
  public static void prepare(
      Path folder, PolicyVersion current, PolicyVersion draft, WhatIfCatalogue catalogue)
      throws IOException {
    write(folder.resolve(CURRENT), current.text());
    write(folder.resolve(DRAFT), draft.text());
    List<String> lines = new ArrayList<>(catalogue.datasets().size() + 1);
    lines.add(Long.toString(catalogue.sequence()));
    for (WhatIfCatalogue.Dataset one : catalogue.datasets()) {
      StringBuilder line = new StringBuilder(one.id());
      line.append(' ').append(one.metadata().hex());
      line.append(' ').append(one.verdict().map(Hash::hex).orElse(NONE));
      one.files()
          .forEach(
              (name, version) ->
                  line.append(' ').append(Iris.encode(name)).append(' ').append(version.hex()));
      lines.add(line.toString());
    }
    Files.write(folder.resolve(DATASETS), lines);
  }

  /** Removes what {@link #prepare} wrote; the report stays. */
  public static void tidy(Path folder) throws IOException {
    for (String name : List.of(CURRENT, DRAFT, DATASETS, REPORT + ".next")) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  private static void write(Path file, Graph graph) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      RDFWriter.source(graph).lang(Lang.NTRIPLES).output(out);
    }
  }

  private static Graph read(Path file) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.source(file).lang(Lang.NTRIPLES).parse(graph);
    return graph;
  }

  /** Arguments: the data directory, the folder. */
  public static void main(String[] arguments) {
    endWithParent();
    try {
      // A query of a draft asks nobody else.
      JenaSystem.init();
      ARQ.getContext().set(ARQ.httpServiceAllowed, false);
      run(Path.of(arguments[0]), Path.of(arguments[1]));
      System.exit(0);
    } catch (IOException | RuntimeException | Error e) {
      System.err.println("what-if: " + e);
      Runtime.getRuntime().halt(ENVIRONMENT);
    }
  }

  private static void run(Path data, Path folder) throws IOException {
    try (StoreFollower store = StoreFollower.open(data)) {
      alive();
      PolicyVersion current = PolicyVersion.of(read(folder.resolve(CURRENT)), store.base());
      PolicyVersion draft = PolicyVersion.of(read(folder.resolve(DRAFT)), store.base());
      alive();
      WhatIf whatIf = new WhatIf(store.versions(), store.base(), current, draft);
      alive();
      WhatIfReport report =
          whatIf.run(catalogue(folder.resolve(DATASETS)), done -> System.out.println(DONE + done));
      Path next = folder.resolve(REPORT + ".next");
      WhatIfFile.write(next, report, current, draft);
      Files.move(next, folder.resolve(REPORT), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Says that it gets on, before the first dataset is done. */
  private static void alive() {
    System.out.println(DONE + 0);
  }

  private static WhatIfCatalogue catalogue(Path file) throws IOException {
    List<WhatIfCatalogue.Dataset> datasets = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long sequence = Long.parseLong(lines.readLine());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", -1);
        SortedMap<String, Hash> files = new TreeMap<>();
        for (int i = FIRST_FILE; i < words.length; i += 2) {
          files.put(Iris.decode(words[i]), Hash.parse(words[i + 1]));
        }
        datasets.add(
            new WhatIfCatalogue.Dataset(
                words[0],
                Hash.parse(words[1]),
                words[2].equals(NONE) ? Optional.empty() : Optional.of(Hash.parse(words[2])),
                files));
      }
      return new WhatIfCatalogue(sequence, datasets);
    }
  }

  private static void endWithParent() {
    Thread thread =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                System.err.println("The standard input broke: " + e.getMessage());
              }
              Runtime.getRuntime().halt(0);
            },
            "end-with-parent");
    thread.setDaemon(true);
    thread.start();
  }
}
