package org.machinami.loader.gate;

import java.nio.file.Path;
import java.util.Objects;

/**
 * An original file that visitors can download, once its dataset is admitted.
 *
 * @param iri where it is downloaded
 * @param path where it lies now
 * @param bytes its size
 * @param sha256 of its bytes, hexadecimal
 */
public record OriginalFile(String iri, Path path, long bytes, String sha256) {
  public OriginalFile {
    Objects.requireNonNull(iri, "iri");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(sha256, "sha256");
  }
}
