package org.machinami.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.machinami.store.StoreException.Code;
import org.machinami.store.disk.Disk;

/**
 * The right to write a data directory, held by the operating system: it ends with the process. The
 * lock file is opened nowhere else, because closing any handle of it would let the lock go.
 */
final class DirectoryLock implements AutoCloseable {
  private final Path directory;
  private final FileChannel channel;
  private final FileLock lock;
  private final Instant since = Instant.now();

  private DirectoryLock(Path directory, FileChannel channel, FileLock lock) {
    this.directory = directory;
    this.channel = channel;
    this.lock = lock;
  }

  static DirectoryLock acquire(Path directory) {
    Path file = directory.resolve("lock");
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw held(directory);
      }
      DirectoryLock acquired = new DirectoryLock(directory, channel, lock);
      acquired.announce(Optional.empty());
      return acquired;
    } catch (IOException e) {
      throw Disk.writing(file, e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // this process has it
    }
  }

  private static StoreException held(Path directory) {
    String who =
        Holder.find(directory)
            .map(
                holder ->
                    "process "
                        + holder.pid()
                        + holder.address().map(at -> " (a server at " + at + ")").orElse("")
                        + ", since "
                        + holder.since())
            .orElse("another process");
    return new StoreException(
        Code.HELD,
        directory
            + " is open for writing in "
            + who
            + ". One process writes a data directory: speak to that one, or stop it.");
  }

  void announce(Optional<String> address) {
    new Holder(ProcessHandle.current().pid(), since, address).write(directory);
  }

  @Override
  public void close() {
    Holder.remove(directory);
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw Disk.writing(directory.resolve("lock"), e);
    }
  }
}
