package org.machinami.loader.archive;

import java.util.Objects;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** A file in an archive: the name as people read it, with slashes. */
public final class ArchiveEntry {

  private final String name;
  private final ZipArchiveEntry packed;

  ArchiveEntry(String name, ZipArchiveEntry packed) {
    this.name = Objects.requireNonNull(name, "name");
    this.packed = packed;
  }

  /** To show, and to compare with patterns; never to be resolved against a folder. */
  public String name() {
    return name;
  }

  ZipArchiveEntry packed() {
    return packed;
  }
}
