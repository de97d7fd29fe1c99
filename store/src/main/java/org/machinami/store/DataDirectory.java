package org.machinami.store;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.machinami.store.StoreException.Code;
import org.machinami.store.disk.Disk;

/**
 * A directory that holds one catalogue.
 *
 * @param path where it is
 * @param base canonical base IRI, ends in a slash; fixed for ever
 */
public record DataDirectory(Path path, String base) {
  private static final String MARK = "data-directory.properties";
  private static final String FORMAT = "2";

  public DataDirectory {
    path = path.toAbsolutePath().normalize();
    checkBase(base);
  }

  /**
   * Makes an empty one.
   *
   * @param base http or https IRI that ends in a slash
   * @throws StoreException ALREADY_EXISTS when the directory holds anything, UNWRITABLE, DISK_FULL
   */
  public static DataDirectory create(Path path, String base) {
    DataDirectory directory = new DataDirectory(path, base);
    Disk.createDirectories(directory.path());
    try (Stream<Path> files = Files.list(directory.path())) {
      if (files.findAny().isPresent()) {
        throw new StoreException(
            Code.ALREADY_EXISTS,
            directory.path() + " is not empty. Name a directory that is, or open this one.");
      }
    } catch (IOException e) {
      throw Disk.reading(directory.path(), e);
    }
    Disk.createDirectories(directory.ledger());
    Disk.createDirectories(directory.blobs());
    String mark =
        "# What this directory is. Never change it: the ledger is bound to the base.\n"
            + "format="
            + FORMAT
            + "\nbase="
            + base
            + "\n";
    Disk.replace(directory.path().resolve(MARK), mark.getBytes(StandardCharsets.UTF_8));
    return directory;
  }

  /**
   * Reads what is there.
   *
   * @throws StoreException NOT_A_DATA_DIRECTORY, OTHER_FORMAT, UNREADABLE
   */
  public static DataDirectory open(Path path) {
    Path mark = path.resolve(MARK);
    if (!exists(path)) {
      throw new StoreException(
          Code.NOT_A_DATA_DIRECTORY,
          path.toAbsolutePath() + " is not a data directory: it has no " + MARK + ".");
    }
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(mark)));
    } catch (IOException e) {
      throw Disk.reading(mark, e);
    }
    String format = properties.getProperty("format", "none");
    if (!format.equals(FORMAT)) {
      throw new StoreException(
          Code.OTHER_FORMAT,
          mark
              + ": format "
              + format
              + ", this version reads format "
              + FORMAT
              + ". Use the version that wrote it.");
    }
    try {
      return new DataDirectory(path, properties.getProperty("base", ""));
    } catch (IllegalArgumentException e) {
      throw new StoreException(Code.DAMAGED, mark + ": " + e.getMessage(), e);
    }
  }

  /** Whether there is a data directory at a path. */
  public static boolean exists(Path path) {
    return Files.exists(path.resolve(MARK));
  }

  /** The ledger's directory. */
  public Path ledger() {
    return path.resolve("ledger");
  }

  /** The packs' directory. */
  public Path blobs() {
    return path.resolve("blobs");
  }

  /** The present state, derived. */
  public Path state() {
    return path.resolve("state");
  }

  /** TDB2, derived. */
  public Path quads() {
    return path.resolve("quads");
  }

  /** Lucene, derived. */
  public Path search() {
    return path.resolve("search");
  }

  /** What data graphs were mapped from, derived: lets a load map only the rows that changed. */
  public Path mapped() {
    return path.resolve("mapped");
  }

  /** Sorted runs of graphs that are being written; emptied when a writer opens. */
  public Path temporary() {
    return path.resolve("tmp");
  }

  private static void checkBase(String base) {
    try {
      URI iri = new URI(base);
      boolean web = "http".equals(iri.getScheme()) || "https".equals(iri.getScheme());
      if (!web
          || iri.getRawAuthority() == null
          || !base.endsWith("/")
          || iri.getRawQuery() != null) {
        throw new IllegalArgumentException(
            "base: <" + base + "> is not an http or https IRI that ends in a slash");
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "base: <" + base + "> is not an IRI: " + e.getMessage(), e);
    }
  }
}
