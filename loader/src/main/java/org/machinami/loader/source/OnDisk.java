package org.machinami.loader.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A source that can only be read from a file: where it lies, or a copy for the time of reading.
 *
 * @param copied whether the file is ours to delete
 */
public record OnDisk(Path path, boolean copied) implements Closeable {

  /** The file of a source. */
  public static OnDisk of(SourceContent content) throws IOException {
    Optional<Path> file = content.file();
    if (file.isPresent()) {
      return new OnDisk(file.get(), false);
    }
    Path copy = Files.createTempFile("machinami-", ".source");
    try {
      Files.copy(content.bytes(), copy, StandardCopyOption.REPLACE_EXISTING);
      return new OnDisk(copy, true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (copied) {
      Files.deleteIfExists(path);
    }
  }
}
