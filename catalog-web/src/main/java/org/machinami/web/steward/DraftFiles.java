package org.machinami.web.steward;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.machinami.store.ledger.Hash;

/** The bytes of the files of drafts, by their hash, in the data directory. Thread-safe. */
final class DraftFiles {
  private final Path folder;

  DraftFiles(Path data) {
    this.folder = data.resolve("drafts");
  }

  /** An empty folder that its user deletes. */
  Path temporary() {
    try {
      Path parent = Files.createDirectories(folder.resolve("work"));
      return Files.createTempDirectory(parent, "draft");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a file in. */
  Draft.Attached take(String name, InputStream content) throws IOException {
    Path work = Files.createDirectories(folder.resolve("work"));
    Path unfinished = Files.createTempFile(work, "file", ".part");
    MessageDigest digest = Hash.sha256();
    long bytes;
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(unfinished), digest)) {
      bytes = content.transferTo(out);
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    Files.move(unfinished, folder.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
    return new Draft.Attached(name, sha256, bytes);
  }

  /** Where the bytes of a file lie; they are not to be changed. */
  Path path(Draft.Attached file) {
    return folder.resolve(file.sha256());
  }

  /**
   * Copies a file to where it is worked on; what is copied is what was sent, or nothing.
   *
   * @throws DraftChanged when the bytes are not those that were sent
   */
  void copy(Draft.Attached file, Path target) {
    MessageDigest digest = Hash.sha256();
    try (InputStream in = Files.newInputStream(path(file));
        OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new DraftChanged(file.name(), e);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
      throw new DraftChanged(file.name(), null);
    }
  }

  static void delete(Path folder) {
    try (java.util.stream.Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
