package org.machinami.loader.gate;

import java.nio.file.Path;
import java.util.Objects;
import org.machinami.store.ledger.Hash;

/**
 * An original file that visitors can download.
 *
 * @param iri where it is downloaded
 * @param path where it lies now
 * @param bytes its size
 * @param sha256 of its bytes, hexadecimal
 * @param version in the store; of a dry run the hash of the bytes
 */
public record StoredFile(String iri, Path path, long bytes, String sha256, Hash version) {
  public StoredFile {
    Objects.requireNonNull(iri, "iri");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(version, "version");
  }
}
