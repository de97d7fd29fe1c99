package org.machinami.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.machinami.store.ledger.Hash;

/** Which build of a module runs: what was derived by another one may have to be derived again. */
public final class CodeVersion {
  private CodeVersion() {}

  /** Changes when any file of the module in which a class is does. Reads all of them. */
  public static Hash of(Class<?> member) {
    try {
      Path code = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
      MessageDigest digest = Hash.sha256();
      for (Path file : files(code)) {
        digest.update(code.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return Hash.wrap(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the program's own files", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A code source is a file", e);
    }
  }

  /** A jar is one file; a directory of classes is many. */
  private static List<Path> files(Path code) throws IOException {
    try (Stream<Path> files = Files.walk(code)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
