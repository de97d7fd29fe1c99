package org.machinami.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The processes that are measured: ours with 512 MB of heap, the peers with 4 GB. */
final class Peers {
  private static final String PEER_HEAP = "4g";

  /** As {@code ./machinami} has it where nobody says otherwise. */
  private static final String HEAP = "512m";

  private static final Pattern PORT = Pattern.compile("^port (\\d+)$");
  private static final Pattern QUERY_ADDRESS = address("The query process \\d+ answers at");
  private static final Pattern PUBLIC_ADDRESS = address("^Machinami answers at");
  private static final Duration START = Duration.ofMinutes(20);

  private Peers() {}

  /** A started process and the address it answers at. */
  record Served(ChildProcess process, String address) implements AutoCloseable {
    @Override
    public void close() {
      process.close();
    }
  }

  /** A started Machinami, the address it answers at and that of its query process. */
  record Machinami(ChildProcess process, String address, String queryAddress)
      implements AutoCloseable {
    @Override
    public void close() {
      process.close();
    }
  }

  /** Seconds that {@code tdb2.tdbloader} takes from a file of quads to a closed TDB2 directory. */
  static double tdbloader(Path work, Path location, Path file)
      throws IOException, InterruptedException {
    List<String> arguments = List.of("--loc", location.toString(), file.toString());
    try (ChildProcess loader =
        ChildProcess.java(work.resolve("tdbloader.log"), PEER_HEAP, "tdb2.tdbloader", arguments)) {
      return loader.finish(Duration.ofMinutes(30));
    }
  }

  static Served fuseki(Path work, String kind, Path location)
      throws IOException, InterruptedException {
    return port(
        ChildProcess.java(
            work.resolve("fuseki-" + kind + ".log"),
            PEER_HEAP,
            PeerFuseki.class,
            List.of(kind, location.toString())));
  }

  /** Solr with a file of {@link SolrDocuments}, on the class path that bench/run made for it. */
  static Served solr(Path work, Path documents) throws IOException, InterruptedException {
    Path project = Workplace.home().resolve("bench/solr");
    String classPath = Files.readString(project.resolve("target/classpath.txt")).strip();
    return port(
        ChildProcess.javaOn(
            project.resolve("target/classes") + ":" + classPath,
            work.resolve("solr.log"),
            PEER_HEAP,
            "org.machinami.bench.solr.SolrPeer",
            List.of(
                Files.createDirectory(work.resolve("solr")).toString(),
                project.resolve("conf").toString(),
                documents.toString())));
  }

  static Served bareJetty(Path work, Path body) throws IOException, InterruptedException {
    return port(
        ChildProcess.java(
            work.resolve("bare-jetty.log"), "512m", BareJetty.class, List.of(body.toString())));
  }

  /** Loads the Belgian catalogue, as its user does. */
  static void loadBelgian(Path work, Path data) throws IOException, InterruptedException {
    loadBelgian(work, Workplace.shared("dcat-belgium"), data);
  }

  /**
   * The same from another folder.
   *
   * @param from has the dump
   */
  static void loadBelgian(Path work, Path from, Path data)
      throws IOException, InterruptedException {
    try (ChildProcess process = load(work, "dcat-belgium", from, data)) {
      process.finish(Duration.ofMinutes(30));
    }
  }

  /** Loads a recipe, as its user does. */
  static ChildProcess load(Path work, String recipe, Path from, Path data) throws IOException {
    List<String> load =
        List.of(
            "load",
            Workplace.home().resolve("recipes").resolve(recipe).toString(),
            "--from",
            from.toString(),
            "--data",
            data.toString());
    return machinami(work.resolve("load.log"), load);
  }

  /** A verb of ours, as its user runs it; {@code bench/run} has built it. */
  static ChildProcess machinami(Path log, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Workplace.home().resolve("machinami").toString());
    command.addAll(arguments);
    return ChildProcess.start(log, command, Map.of("MACHINAMI_HEAP", HEAP));
  }

  /** Both processes of ours, as {@code serve} starts them. */
  static Machinami serve(Path work, Path data) throws IOException, InterruptedException {
    ChildProcess server =
        machinami(
            work.resolve("serve.log"), List.of("serve", "--port", "0", "--data", data.toString()));
    return new Machinami(
        server, server.await(PUBLIC_ADDRESS, START), server.await(QUERY_ADDRESS, START));
  }

  private static Pattern address(String after) {
    return Pattern.compile(after + " (http://127\\.0\\.0\\.1:\\d+)");
  }

  private static Served port(ChildProcess process) throws IOException, InterruptedException {
    return new Served(process, "http://127.0.0.1:" + process.await(PORT, START));
  }
}
