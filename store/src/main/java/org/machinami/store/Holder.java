package org.machinami.store;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import org.machinami.store.disk.Disk;

/**
 * Who has, or had, a data directory open for writing. After a kill what it says is out of date:
 * only the lock tells whether the directory is held.
 *
 * @param pid process
 * @param since when it opened the directory
 * @param address where its server can be reached, if it is one
 */
public record Holder(long pid, Instant since, Optional<String> address) {
  private static final String NAME = "holder.properties";
  private static final String TOKEN = "holder.token";

  /** What the holder said of itself; empty when nothing can be read. */
  public static Optional<Holder> find(Path directory) {
    try {
      Properties properties = new Properties();
      properties.load(new StringReader(Files.readString(directory.resolve(NAME))));
      return Optional.of(
          new Holder(
              Long.parseLong(properties.getProperty("pid", "0")),
              Instant.parse(properties.getProperty("since", "")),
              Optional.ofNullable(properties.getProperty("address"))));
    } catch (IOException | NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The secret that the holder's server asks of command-line verbs; only its owner can read it. */
  public static Optional<String> token(Path directory) {
    try {
      return Optional.of(Files.readString(directory.resolve(TOKEN)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void write(Path directory) {
    StringBuilder text = new StringBuilder();
    text.append("# Who has this directory open for writing. Out of date after a kill.\n");
    text.append("pid=").append(pid).append("\nsince=").append(since).append('\n');
    address.ifPresent(here -> text.append("address=").append(here).append('\n'));
    Disk.replace(directory.resolve(NAME), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static void writeToken(Path directory, String token) {
    Path file = directory.resolve(TOKEN);
    try {
      Files.deleteIfExists(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, token + "\n");
    } catch (IOException e) {
      throw Disk.writing(file, e);
    }
  }

  static void remove(Path directory) {
    Disk.deleteQuietly(directory.resolve(NAME));
    Disk.deleteQuietly(directory.resolve(TOKEN));
  }
}
