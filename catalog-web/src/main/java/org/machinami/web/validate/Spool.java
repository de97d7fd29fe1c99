package org.machinami.web.validate;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.BoundedBody;

/** The temporary files of one request, in a folder of their own that goes with it. */
final class Spool implements Closeable {
  private final Path folder;

  private Spool(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder below that of all.
   *
   * @param parent where they lie
   */
  static Spool open(Path parent) throws IOException {
    return new Spool(Files.createTempDirectory(parent, "validate"));
  }

  Path folder() {
    return folder;
  }

  /**
   * Writes a body down.
   *
   * @throws Problem 413 when it is longer than may be
   */
  Path body(InputStream body, int most) throws IOException {
    Path file = folder.resolve("body");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 14];
      long bytes = 0;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        bytes += read;
        if (bytes > most) {
          BoundedBody.drain(body);
          throw Problem.of(Kind.CONTENT_TOO_LARGE, "validate");
        }
        out.write(buffer, 0, read);
      }
    }
    return file;
  }

  Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("part"), bytes);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
  }
}
