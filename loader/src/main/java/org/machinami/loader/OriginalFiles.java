package org.machinami.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.gate.StoredFile;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;

/** Keeps the files that a dataset was made from, so that visitors can download them. */
final class OriginalFiles {

  private final Optional<Store> store;

  /**
   * @param store empty: files are only measured
   */
  OriginalFiles(Optional<Store> store) {
    this.store = store;
  }

  /** Stores files by the IRIs under which they can be downloaded. */
  List<StoredFile> keep(Map<String, Path> byIri) {
    List<StoredFile> stored = new ArrayList<>();
    byIri.forEach((iri, path) -> stored.add(keep(iri, path)));
    return stored;
  }

  private StoredFile keep(String iri, Path path) {
    MessageDigest digest = Hash.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
      Optional<Hash> version = store.map(open -> open.writeFile(in));
      if (version.isEmpty()) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      String hex = HexFormat.of().formatHex(digest.digest());
      return new StoredFile(
          iri, path, Files.size(path), hex, version.orElseGet(() -> Hash.parse(hex)));
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", path, e.toString());
    }
  }
}
