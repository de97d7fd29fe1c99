package org.machinami.store.quads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsCodec;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.machinami.store.StoreException;
import org.machinami.store.disk.Disk;

/**
 * The directories that TDB2 keeps in its container: {@code Data-0001}, {@code Data-0002}, of which
 * the highest counts, and {@code Data-0003-tmp}, which is being built and counts for nothing. The
 * names are those that TDB2 uses when it compacts, so a stock Fuseki opens the same container.
 */
final class Generation {
  private static final String PREFIX = "Data-";
  private static final String UNFINISHED = "-tmp";

  private Generation() {}

  /** The directory that counts; absent in a new container. */
  static Optional<Path> latest(Path container) {
    return all(container).stream()
        .filter(path -> path.getFileName().toString().matches("Data-\\d{4,}"))
        .max(Comparator.comparingLong(Generation::number));
  }

  static Path first(Path container) {
    return container.resolve(PREFIX + "0001");
  }

  /** Where the next one is built: {@link #finish} gives it its name. */
  static Path unfinished(Path container) {
    long next = latest(container).map(Generation::number).orElse(0L) + 1;
    return container.resolve(String.format("%s%04d%s", PREFIX, next, UNFINISHED));
  }

  /** Makes a directory that was built the one that counts, in one step. */
  static Path finish(Path unfinished) {
    String name = unfinished.getFileName().toString();
    Path finished =
        unfinished.resolveSibling(name.substring(0, name.length() - UNFINISHED.length()));
    try {
      Files.move(unfinished, finished, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Disk.writing(finished, e);
    }
    Disk.syncDirectory(finished.getParent());
    return finished;
  }

  /** Deletes what earlier runs left unfinished or did not get to delete. */
  static void deleteAllBut(Path container, Optional<Path> kept) {
    for (Path each : all(container)) {
      if (kept.isEmpty() || !each.equals(kept.get())) {
        delete(each);
      }
    }
  }

  /** Opens the database in a directory; made when it is not there. */
  static DatasetGraphTDB open(Path directory) {
    Disk.createDirectories(directory);
    return StoreConnection.connectCreate(
            Location.create(directory), params(directory.getParent()), null)
        .getDatasetGraphTDB();
  }

  /** Closes a database. */
  static void close(DatasetGraphTDB database) {
    StoreConnection.internalExpel(database.getLocation(), true);
  }

  static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Code.UNWRITABLE,
          "Could not delete " + directory + ", which is no longer needed: " + e.getMessage(),
          e);
    }
  }

  /** The indexes a container was made with; written into it, for TDB2 to find, when it is new. */
  private static StoreParams params(Path container) {
    Location location = Location.create(container);
    var written = StoreParamsCodec.read(location);
    if (written != null) {
      return written;
    }
    StoreParamsCodec.write(location, QuadIndexes.PARAMS);
    return QuadIndexes.PARAMS;
  }

  private static long number(Path directory) {
    return Long.parseLong(directory.getFileName().toString().substring(PREFIX.length()));
  }

  private static List<Path> all(Path container) {
    try (Stream<Path> files = Files.list(container)) {
      return files
          .filter(path -> path.getFileName().toString().startsWith(PREFIX))
          .filter(Files::isDirectory)
          .toList();
    } catch (IOException e) {
      throw Disk.reading(container, e);
    }
  }
}
