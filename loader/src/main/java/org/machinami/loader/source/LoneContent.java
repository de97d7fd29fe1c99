package org.machinami.loader.source;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Bytes alone. */
record LoneContent(String name, InputStream bytes) implements SourceContent {

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public Optional<InputStream> beside(String fileName) {
    return Optional.empty();
  }
}
