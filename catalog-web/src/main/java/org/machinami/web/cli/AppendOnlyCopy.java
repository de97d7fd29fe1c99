package org.machinami.web.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies ledger and blobs from one directory to another while they grow. The order makes the copy
 * whole: a commit is copied before the blobs, which were written before it; and the file that makes
 * it a data directory comes last. A copy that was made before gets only what is new.
 */
final class AppendOnlyCopy {
  private static final int OVERLAP = 4_096;

  private final Path source;
  private final Path target;

  AppendOnlyCopy(Path source, Path target) {
    this.source = source;
    this.target = target;
  }

  /**
   * Does it.
   *
   * @return bytes copied
   * @throws FileAlreadyExistsException when the target holds something else
   */
  long copy() throws IOException {
    Files.createDirectories(target.resolve("ledger"));
    Files.createDirectories(target.resolve("blobs"));
    long bytes = 0;
    bytes += whole("ledger/checkpoint");
    bytes += grown("ledger/ledger.jsonl");
    for (String index : names("blobs", ".idx")) {
      bytes += whole(index);
    }
    for (String pack : names("blobs", ".pack")) {
      bytes += grown(pack);
    }
    for (String properties : names("", ".properties")) {
      bytes += whole(properties);
    }
    return bytes;
  }

  private List<String> names(String folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(source.resolve(folder))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(end))
          .map(file -> source.relativize(file).toString())
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  /** A small file that is replaced as a whole, or written once. */
  private long whole(String name) throws IOException {
    Path from = source.resolve(name);
    Path to = target.resolve(name);
    if (!Files.exists(from) || (Files.exists(to) && Files.mismatch(from, to) < 0)) {
      return 0;
    }
    Path partial = target.resolve(name + ".part");
    Files.copy(from, partial, StandardCopyOption.REPLACE_EXISTING);
    sync(partial);
    Files.move(partial, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return Files.size(to);
  }

  /** A file that only grows: its new end is appended, up to the length it has now. */
  private long grown(String name) throws IOException {
    Path from = source.resolve(name);
    Path to = target.resolve(name);
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(
                to, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long have = out.size();
      long end = in.size();
      if (have > end || !sameEnd(in, out, have)) {
        throw new FileAlreadyExistsException(
            to + " is not an earlier copy of " + from + "; name another directory");
      }
      out.position(have);
      long at = have;
      while (at < end) {
        at += in.transferTo(at, end - at, out);
      }
      out.force(true);
      return end - have;
    }
  }

  private static boolean sameEnd(FileChannel in, FileChannel out, long have) throws IOException {
    int length = (int) Math.min(OVERLAP, have);
    ByteBuffer ours = ByteBuffer.allocate(length);
    ByteBuffer theirs = ByteBuffer.allocate(length);
    read(in, ours, have - length);
    read(out, theirs, have - length);
    return ours.flip().equals(theirs.flip());
  }

  private static void read(FileChannel channel, ByteBuffer into, long position) throws IOException {
    long at = position;
    while (into.hasRemaining()) {
      int count = channel.read(into, at);
      if (count < 0) {
        return;
      }
      at += count;
    }
  }

  private static void sync(Path file) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.getChannel().force(true);
    }
  }
}
