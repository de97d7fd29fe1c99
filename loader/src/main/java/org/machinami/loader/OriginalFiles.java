package org.machinami.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.gate.OriginalFile;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;

/**
 * Keeps the files that a dataset was made from, so that visitors can download them. They are only
 * measured at first: the description needs to say how large they are, and a dataset that is refused
 * leaves none of its bytes in the store, which never forgets.
 */
final class OriginalFiles {

  private final List<OriginalFile> files = new ArrayList<>();
  private final Map<Path, Hash> kept = new HashMap<>();

  /**
   * Measures files.
   *
   * @param byIri files by the IRIs under which they can be downloaded
   */
  OriginalFiles(Map<String, Path> byIri) {
    byIri.forEach((iri, path) -> files.add(measure(iri, path)));
  }

  private static OriginalFile measure(String iri, Path path) {
    MessageDigest digest = Hash.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
      long bytes = in.transferTo(OutputStream.nullOutputStream());
      return new OriginalFile(iri, path, bytes, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** Those that can be downloaded. */
  List<OriginalFile> files() {
    return List.copyOf(files);
  }

  /** Whether a file is one of them. */
  boolean has(Path path) {
    return files.stream().anyMatch(file -> file.path().equals(path));
  }

  /**
   * The version of one of the files, which is written into the store now, unless it was.
   *
   * @throws LoadException when the file has changed since it was measured
   */
  Hash keep(Store store, Path path) {
    return kept.computeIfAbsent(
        path,
        key ->
            files.stream()
                .filter(file -> file.path().equals(path))
                .map(file -> write(store, file))
                .findFirst()
                .orElseThrow());
  }

  /** All of them, by the IRIs under which they can be downloaded. */
  Map<String, Hash> keepAll(Store store) {
    Map<String, Hash> versions = new LinkedHashMap<>();
    files.forEach(file -> versions.put(file.iri(), keep(store, file.path())));
    return versions;
  }

  private static Hash write(Store store, OriginalFile file) {
    MessageDigest digest = Hash.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file.path()), digest)) {
      Hash version = store.writeFile(in);
      if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
        throw new LoadException(Fault.ENVIRONMENT, "source.changed", file.path());
      }
      return version;
    } catch (IOException e) {
      throw unreadable(file.path(), e);
    }
  }

  private static LoadException unreadable(Path path, IOException e) {
    return new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", path, e.toString());
  }
}
