package org.machinami.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.machinami.store.ledger.Hash;

/**
 * Which build of this module runs: a page depends on templates, texts and code as much as on data,
 * and a browser must not go on with a page of the version before.
 */
final class ProgramVersion {
  private static final int BYTES = 4;

  private ProgramVersion() {}

  /** Changes when any file of the module does: 8 hexadecimal digits. */
  static String read() {
    try {
      Path code =
          Path.of(ProgramVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      MessageDigest digest = Hash.sha256();
      for (Path file : files(code)) {
        digest.update(code.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
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
