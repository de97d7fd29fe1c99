package org.machinami.loader.validation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.machinami.loader.archive.ArchiveEntry;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.archive.ZipArchive;

/**
 * A zip archive of a dataset folder, as folders. What comes out of it within the caps is packed
 * anew, with its names as they were checked, and looked at without unpacking: no name in it becomes
 * a path of the disk, and what is read is what was checked.
 */
final class PackedFolder implements Closeable {

  private final Path packed;
  private final FileSystem files;

  private PackedFolder(Path packed, FileSystem files) {
    this.packed = packed;
    this.files = files;
  }

  /**
   * Opens an archive.
   *
   * @param name for messages
   * @param scratch folder for the archive that is packed anew
   * @throws org.machinami.loader.LoadException when it is no zip, or holds what it may not
   */
  static PackedFolder open(Path file, String name, ArchiveLimits limits, Path scratch)
      throws IOException {
    Path packed = Files.createTempFile(scratch, "folder", ".zip");
    try {
      repack(file, name, limits, packed);
      return new PackedFolder(packed, FileSystems.newFileSystem(packed, Map.of()));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(packed);
      throw e;
    }
  }

  private static void repack(Path file, String name, ArchiveLimits limits, Path to)
      throws IOException {
    try (ZipArchive archive = ZipArchive.open(file, name, limits);
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      out.setLevel(Deflater.BEST_SPEED);
      for (ArchiveEntry entry : archive.entries()) {
        out.putNextEntry(new ZipEntry(entry.name()));
        try (InputStream in = archive.open(entry)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }

  /** The folder that all lies in. */
  Path root() {
    return files.getPath("/");
  }

  @Override
  public void close() throws IOException {
    try {
      files.close();
    } finally {
      Files.deleteIfExists(packed);
    }
  }
}
