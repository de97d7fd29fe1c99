package org.machinami.loader.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.machinami.loader.archive.ArchiveEntry;
import org.machinami.loader.archive.ZipArchive;

/** An opened source, with what lies beside it. */
public interface SourceContent {

  /** Its name, for positions and messages. */
  String name();

  /** Its bytes, closed by whoever opened it. */
  InputStream bytes();

  /** The file on disk that holds just these bytes; none where they come out of something packed. */
  Optional<Path> file();

  /**
   * A file in the same folder, or in the same folder of the same archive; small and capital letters
   * are the same. To be closed by the caller.
   */
  Optional<InputStream> beside(String fileName) throws IOException;

  /** Bytes beside which nothing lies. */
  static SourceContent of(String name, InputStream bytes) {
    return new LoneContent(name, bytes);
  }

  /** A file on disk, with those beside it. */
  static SourceContent ofFile(Path file, String name, InputStream bytes) {
    return new FileContent(file, name, bytes);
  }

  /** An entry of a zip archive, with those beside it. */
  static SourceContent ofEntry(
      ZipArchive archive, ArchiveEntry entry, String archiveName, InputStream bytes) {
    return new ArchivedContent(archive, entry, archiveName + "!" + entry.name(), bytes);
  }

  /** The last part of its name, without folders. */
  default String fileName() {
    return name().substring(Math.max(name().lastIndexOf('/'), name().lastIndexOf('!')) + 1);
  }
}
