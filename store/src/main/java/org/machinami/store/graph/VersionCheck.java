package org.machinami.store.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.machinami.store.blob.BlobBuffer;
import org.machinami.store.blob.Blobs;
import org.machinami.store.ledger.Hash;

/**
 * Tells what is wrong with a version: blobs that are missing, and lists that contradict them. Not
 * for use by several threads.
 */
public final class VersionCheck {
  private final Blobs blobs;
  private final BlobBuffer blob = new BlobBuffer();

  /** Over these blobs, which the caller closes. */
  public VersionCheck(Blobs blobs) {
    this.blobs = blobs;
  }

  /** Takes note of the blobs that a version needs. */
  public interface Needs {
    void blob(Hash hash);
  }

  /**
   * Checks a version; of its chunks and blocks, presence and length.
   *
   * @param needs is told every blob of the version
   * @return what is wrong; empty when nothing is
   */
  public Optional<String> problem(Hash version, Needs needs) {
    needs.blob(version);
    int length = blobs.length(version);
    if (length < 0) {
      return Optional.of("blob " + version + " is missing");
    }
    blobs.require(version, blob);
    if (PartList.is(blob.bytes(), blob.length())) {
      return parts(version, needs);
    }
    if (FileManifest.is(blob.bytes(), blob.length())) {
      return blocks(version, needs);
    }
    return lines(version);
  }

  /** Checks the parts of the list that was read. */
  private Optional<String> parts(Hash list, Needs needs) {
    List<Part> parts = PartList.parse(list, blob.bytes(), blob.length());
    byte[] before = new byte[0];
    for (Part part : parts) {
      needs.blob(part.hash());
      Optional<String> problem =
          length(part.isChunk() ? "chunk" : "list", part.hash(), part.bytes());
      if (problem.isPresent()) {
        return problem;
      }
      if (Arrays.compareUnsigned(before, part.firstSubject()) > 0) {
        return Optional.of("its parts are not in order");
      }
      before = part.firstSubject();
      if (!part.isChunk()) {
        blobs.require(part.hash(), blob);
        problem =
            PartList.is(blob.bytes(), blob.length())
                ? parts(part.hash(), needs)
                : Optional.of("blob " + part.hash() + " is not a list of parts");
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> blocks(Hash version, Needs needs) {
    for (FileManifest.Block block : FileManifest.parse(version, blob.bytes(), blob.length())) {
      needs.blob(block.hash());
      Optional<String> problem = length("block", block.hash(), block.bytes());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> length(String kind, Hash hash, int expected) {
    int length = blobs.length(hash);
    if (length < 0) {
      return Optional.of(kind + " " + hash + " is missing");
    }
    return length == expected
        ? Optional.empty()
        : Optional.of(kind + " " + hash + " has " + length + " bytes, the list says " + expected);
  }

  private Optional<String> lines(Hash version) {
    byte[] bytes = blob.bytes();
    int before = -1;
    int beforeEnd = -1;
    for (int at = 0; at < blob.length(); ) {
      int end = Bytes.indexOf(bytes, at, blob.length(), '\n') + 1;
      if (end > blob.length() || bytes[at] != '<') {
        return Optional.of("blob " + version + " is neither lines of N-Triples nor a list");
      }
      if (before >= 0 && Arrays.compareUnsigned(bytes, before, beforeEnd, bytes, at, end) >= 0) {
        return Optional.of("its lines are not in order");
      }
      before = at;
      beforeEnd = end;
      at = end;
    }
    return Optional.empty();
  }
}
