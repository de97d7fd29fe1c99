package org.machinami.loader.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A file on disk. What lies beside it is read only if it is a file, not a link to one. */
record FileContent(Path path, String name, InputStream bytes) implements SourceContent {

  @Override
  public Optional<Path> file() {
    return Optional.of(path);
  }

  @Override
  public Optional<InputStream> beside(String fileName) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      Optional<Path> found =
          files
              .filter(file -> file.getFileName().toString().equalsIgnoreCase(fileName))
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .findFirst();
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(new BufferedInputStream(Files.newInputStream(found.get())));
    }
  }
}
