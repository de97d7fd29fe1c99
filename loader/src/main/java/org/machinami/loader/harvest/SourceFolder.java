package org.machinami.loader.harvest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * What is kept of a source in the data directory, beside the ledger: what it said the last time,
 * its pages and records, and a run that is in quarantine. One run of a source goes on at a time.
 */
final class SourceFolder {
  private static final String HARVEST = "harvest";

  private final Path folder;

  SourceFolder(Path dataDirectory, String source) {
    this.folder = dataDirectory.resolve(HARVEST).resolve(source);
  }

  /** Names of the sources that something is kept of. */
  static List<String> sources(Path dataDirectory) {
    Path all = dataDirectory.resolve(HARVEST);
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(all)) {
      return folders
          .filter(Files::isDirectory)
          .map(found -> found.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path memory() {
    return folder.resolve("memory");
  }

  Path pages() {
    return folder.resolve("pages");
  }

  Path records() {
    return folder.resolve("records");
  }

  Path quarantine() {
    return folder.resolve("quarantine.json");
  }

  /** What becomes the memory when the quarantine is lifted. */
  Path quarantinedMemory() {
    return folder.resolve("quarantine.memory");
  }

  /** The right to run; to be closed. */
  static final class Turn implements AutoCloseable {
    private final FileChannel channel;

    private Turn(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Takes the turn.
   *
   * @throws LoadException when another run of the source is under way
   */
  Turn turn(String source) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new LoadException(Fault.ENVIRONMENT, "harvest.under-way", source);
      }
      return new Turn(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by another thread of this process
    }
  }
}
