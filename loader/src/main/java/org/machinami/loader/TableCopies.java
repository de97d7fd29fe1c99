package org.machinami.loader;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.machinami.store.ledger.Hash;

/**
 * Compressed copies of tables that a dataset was mapped from and that visitors cannot download: the
 * store does not keep those. Named by the hash of the table; may be deleted at any time. Made
 * beside the mapping. For use by one thread; to be closed.
 */
final class TableCopies implements AutoCloseable {
  /** A larger table is not copied, bytes: a refresh of it maps all rows. */
  private static final long MOST_BYTES = 1L << 30;

  private static final String SUFFIX = ".zst";
  private static final int LEVEL = 1;
  private static final int BUFFER = 1 << 18;

  private final Path directory;
  private final String prefix;
  private final Map<Path, FutureTask<Optional<Hash>>> begun = new HashMap<>();

  /** Copies in a directory, which is made when it is needed, of names that begin alike. */
  TableCopies(Path directory, String prefix) {
    this.directory = directory;
    this.prefix = prefix;
  }

  InputStream open(Hash content) throws IOException {
    return new ZstdInputStream(
        new BufferedInputStream(Files.newInputStream(file(content)), BUFFER));
  }

  /** Begins to copy a table. */
  void begin(Path table) {
    int number = begun.size();
    FutureTask<Optional<Hash>> task = new FutureTask<>(() -> copy(table, number));
    begun.put(table, task);
    Thread thread = new Thread(task, "table-copy");
    thread.setDaemon(true);
    thread.start();
  }

  /** By what hash the copy of a table is found, when it is made; empty when it is too large. */
  Optional<Hash> await(Path table) throws IOException {
    try {
      return begun.get(table).get();
    } catch (ExecutionException e) {
      throw new IOException(table + " could not be copied", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private Optional<Hash> copy(Path table, int number) throws IOException {
    if (Files.size(table) > MOST_BYTES) {
      return Optional.empty();
    }
    Files.createDirectories(directory);
    Path fresh = directory.resolve(prefix + ".copy-" + number);
    MessageDigest digest = Hash.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(table), digest);
        OutputStream out = new ZstdOutputStream(Files.newOutputStream(fresh), LEVEL)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    }
    Hash content = Hash.wrap(digest.digest());
    Files.move(fresh, file(content), StandardCopyOption.ATOMIC_MOVE);
    return Optional.of(content);
  }

  /** Deletes the copies that are no longer wanted. */
  void deleteAllBut(Set<Hash> wanted) throws IOException {
    Set<Path> kept = wanted.stream().map(this::file).collect(Collectors.toSet());
    List<Path> others;
    try (Stream<Path> files = Files.list(directory)) {
      others = files.filter(this::isCopy).filter(file -> !kept.contains(file)).toList();
    }
    for (Path other : others) {
      Files.deleteIfExists(other);
    }
  }

  private boolean isCopy(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(prefix + "-") && name.endsWith(SUFFIX);
  }

  private Path file(Hash content) {
    return directory.resolve(prefix + "-" + content + SUFFIX);
  }

  /** Waits for copies that are still being made. */
  @Override
  public void close() {
    for (Path table : begun.keySet()) {
      try {
        await(table);
      } catch (IOException e) {
        // Whoever needed it has been told; without it the next load maps all rows.
      }
    }
  }
}
