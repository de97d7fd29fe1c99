package org.machinami.store.disk;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.slf4j.LoggerFactory;

/** Durable small writes, and what a failed one means. */
public final class Disk {
  private Disk() {}

  /** Makes a directory and those above it. */
  public static void createDirectories(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw writing(directory, e);
    }
  }

  /** Puts a whole file in place, durably: readers see the old one or the new one. */
  public static void replace(Path file, byte[] content) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
        out.write(content);
        out.getFD().sync();
      }
      move(fresh, file);
    } catch (IOException e) {
      deleteQuietly(fresh);
      throw writing(file, e);
    }
    syncDirectory(file.toAbsolutePath().getParent());
  }

  /** Maps a whole file for reading; the file may be deleted while it is mapped. */
  public static MappedByteBuffer map(Path file) {
    return uninterrupted(
        file,
        () -> {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
          }
        });
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes new names in a directory durable, where the operating system can. */
  public static void syncDirectory(Path directory) {
    if (System.getProperty("os.name").startsWith("Windows")) {
      return; // it cannot open a directory, and keeps names durable by itself
    }
    uninterrupted(
        directory,
        () -> {
          try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
            return directory;
          }
        });
  }

  private interface ChannelUse<T> {
    T run() throws IOException;
  }

  /**
   * An interrupt closes the channel under whoever uses it; this tries again and leaves the flag as
   * it was.
   */
  private static <T> T uninterrupted(Path file, ChannelUse<T> use) {
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try {
          return use.run();
        } catch (ClosedByInterruptException e) {
          interrupted = true;
        } catch (IOException e) {
          throw reading(file, e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Deletes a folder and all that is in it. */
  public static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Removes a file that is of no more use; a failure does not matter. */
  public static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LoggerFactory.getLogger(Disk.class).debug("{} stays: {}", file, e.toString());
    }
  }

  /** What a failed write means. */
  public static StoreException writing(Path file, IOException cause) {
    if (full(cause)) {
      return new StoreException(
          Code.DISK_FULL,
          file
              + " cannot grow: no space left ("
              + free(file)
              + " free). What was committed stays readable; free some space and try again.",
          cause);
    }
    return new StoreException(
        Code.UNWRITABLE,
        file + " cannot be written: " + reason(cause) + ". Check its permissions and its disk.",
        cause);
  }

  /** What a failed read means. */
  public static StoreException reading(Path file, IOException cause) {
    return new StoreException(
        Code.UNREADABLE,
        file + " cannot be read: " + reason(cause) + ". Check its permissions and its disk.",
        cause);
  }

  /**
   * Bytes that may still be written where the file is; {@link Long#MAX_VALUE} when it cannot be
   * told.
   */
  public static long usable(Path file) {
    Path existing = file.toAbsolutePath();
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      return Files.getFileStore(existing).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  private static String free(Path file) {
    long bytes = usable(file);
    if (bytes == Long.MAX_VALUE) {
      return "an unknown amount";
    }
    return bytes < 10_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
  }

  private static boolean full(IOException cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("quota exceeded");
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "access denied";
    }
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return "there is no such file or access is denied";
    }
    return String.valueOf(cause.getMessage());
  }
}
