package org.machinami.store.graph;

import java.util.ArrayList;
import java.util.List;
import org.machinami.store.blob.BlobWriter;

/**
 * Writes the lists over the parts of a version, and the lists over these lists. A list ends after a
 * part whose hash says so, so that versions share the lists of what they have alike. Not for use by
 * several threads.
 */
final class ListWriter {
  private final BlobWriter blobs;
  private final Chunking chunking;
  private final int level;
  private final List<Part> parts = new ArrayList<>();
  private ListWriter above;

  /** Takes the chunks of a version, in order. */
  ListWriter(BlobWriter blobs, Chunking chunking) {
    this(blobs, chunking, 0);
  }

  private ListWriter(BlobWriter blobs, Chunking chunking, int level) {
    this.blobs = blobs;
    this.chunking = chunking;
    this.level = level;
  }

  /** Whether a part of that level may come next: no list below it is begun. */
  boolean takes(int partLevel) {
    return partLevel == level || (parts.isEmpty() && above().takes(partLevel));
  }

  void add(Part part) {
    if (part.level() > level) {
      above().add(part);
      return;
    }
    parts.add(part);
    if (chunking.mayEnd(false, parts.size())
        && (chunking.mustEnd(parts.size()) || chunking.chosen(part.hash().a(), 1))) {
      cut();
    }
  }

  private ListWriter above() {
    if (above == null) {
      above = new ListWriter(blobs, chunking, level + 1);
    }
    return above;
  }

  private void cut() {
    above().add(list());
    parts.clear();
  }

  private Part list() {
    byte[] list = PartList.write(parts);
    return new Part(
        blobs.put(list, 0, list.length),
        level + 1,
        parts.stream().mapToLong(Part::triples).sum(),
        list.length,
        parts.get(0).firstSubject());
  }

  /** The part that is all of the version; at least one must have been added. */
  Part finish() {
    if (above == null) {
      return parts.size() == 1 ? parts.get(0) : list();
    }
    if (!parts.isEmpty()) {
      cut();
    }
    return above.finish();
  }
}
