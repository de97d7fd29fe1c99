package org.machinami.web.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The system's PostgreSQL on a free port of loopback, in a folder that goes with the process. */
final class PostgresServer {
  private static final String USER = "machinami";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final int port;

  private PostgresServer(int port) {
    this.port = port;
  }

  /** Where initdb and postgres are, newest version first; empty when they are not installed. */
  static Optional<Path> programs() {
    Path root = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(root)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Path::compareTo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it; it ends with this process. */
  static PostgresServer start(Path programs) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("machinami-postgres");
    run(List.of("chmod", "755", folder.toString()));
    Path data = Files.createDirectory(folder.resolve("data"));
    boolean root = System.getProperty("user.name").equals("root");
    if (root) {
      run(List.of("chown", "postgres", data.toString()));
    }
    run(
        as(
            root,
            programs.resolve("initdb").toString(),
            "-D",
            data.toString(),
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync"));
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                as(
                    root,
                    programs.resolve("postgres").toString(),
                    "-D",
                    data.toString(),
                    "-p",
                    Integer.toString(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=" + data))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
    PostgresServer server = new PostgresServer(port);
    server.awaitAnswer(process, folder.resolve("log"));
    return server;
  }

  /** PostgreSQL does not run as root. */
  private static List<String> as(boolean root, String... command) {
    List<String> all = new ArrayList<>();
    if (root) {
      all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + " ended with " + process.exitValue() + ": " + output);
    }
  }

  private void awaitAnswer(Process process, Path log) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      try {
        DriverManager.getConnection(url("postgres")).close();
        return;
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IOException("PostgreSQL does not answer: " + Files.readString(log), e);
        }
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
  }

  /** The URL of a new, empty database. */
  String newDatabase() {
    String name = "records" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url("postgres"))) {
      connection.createStatement().execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return url(name);
  }

  private static void stop(Process process, Path folder) {
    try {
      process.destroy();
      process.waitFor(20, TimeUnit.SECONDS);
      run(List.of("rm", "-rf", folder.toString()));
    } catch (IOException | InterruptedException e) {
      System.err.println("PostgreSQL of the tests was not cleaned away: " + e);
    }
  }
}
