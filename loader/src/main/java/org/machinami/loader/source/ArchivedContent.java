package org.machinami.loader.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.machinami.loader.archive.ArchiveEntry;
import org.machinami.loader.archive.ZipArchive;

/** An entry of a zip archive. */
record ArchivedContent(ZipArchive archive, ArchiveEntry entry, String name, InputStream bytes)
    implements SourceContent {

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public Optional<InputStream> beside(String fileName) throws IOException {
    String folder = entry.name().substring(0, entry.name().lastIndexOf('/') + 1);
    Optional<ArchiveEntry> found =
        archive.entries().stream()
            .filter(other -> other.name().equalsIgnoreCase(folder + fileName))
            .findFirst();
    return found.isEmpty() ? Optional.empty() : Optional.of(archive.open(found.get()));
  }
}
