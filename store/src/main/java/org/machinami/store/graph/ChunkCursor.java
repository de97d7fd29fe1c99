package org.machinami.store.graph;

import java.util.Arrays;
import java.util.List;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.blob.BlobBuffer;
import org.machinami.store.blob.Blobs;
import org.machinami.store.ledger.Hash;

/**
 * Stands on a line of a version; reads a chunk only when its bytes are asked for. Not for use by
 * several threads.
 */
final class ChunkCursor {
  private final Blobs blobs;
  private final Hash version;
  private final List<Chunk> chunks;
  private final BlobBuffer blob;
  private int chunk;
  private boolean loaded;
  private int at;
  private int lineEnd;

  /** The version's only chunk may be given already read. */
  ChunkCursor(Blobs blobs, Hash version, List<Chunk> chunks, BlobBuffer blob, boolean loaded) {
    this.blobs = blobs;
    this.version = version;
    this.chunks = chunks;
    this.blob = blob;
    this.loaded = loaded;
    if (loaded) {
      findLineEnd();
      skipEmpty();
    }
  }

  boolean ended() {
    return chunk == chunks.size();
  }

  /** The chunk that begins here; null when the cursor stands within one. */
  Chunk chunkStart() {
    return at == 0 ? chunks.get(chunk) : null;
  }

  /** True when the line's bytes are at hand without reading a chunk. */
  boolean loaded() {
    return loaded;
  }

  void load() {
    if (loaded) {
      return;
    }
    Chunk wanted = chunks.get(chunk);
    blobs.require(wanted.hash(), blob);
    if (blob.length() != wanted.bytes()) {
      throw damaged("chunk " + wanted.hash() + " has not the length that its list says");
    }
    loaded = true;
    at = 0;
    findLineEnd();
  }

  void skipChunk() {
    chunk++;
    at = 0;
    loaded = false;
  }

  /** Goes to the next line of a loaded chunk. */
  void next() {
    at = lineEnd;
    findLineEnd();
    skipEmpty();
  }

  private void skipEmpty() {
    if (at == blob.length()) {
      skipChunk();
    }
  }

  private void findLineEnd() {
    int length = blob.length();
    if (at < length) {
      int newline = Bytes.indexOf(blob.bytes(), at, length, '\n');
      if (newline == length) {
        throw damaged("its last line has no end");
      }
      lineEnd = newline + 1;
    }
  }

  private StoreException damaged(String why) {
    return new StoreException(
        Code.DAMAGED,
        "version " + version + ": " + why + ". Run verify to see what else is damaged.");
  }

  byte[] bytes() {
    return blob.bytes();
  }

  int offset() {
    return at;
  }

  int length() {
    return lineEnd - at;
  }

  /** Order of the two lines; both must be loaded. */
  int compareLine(ChunkCursor other) {
    return Arrays.compareUnsigned(bytes(), at, lineEnd, other.bytes(), other.at, other.lineEnd);
  }

  /** Order of this line's subject and the first subject of a chunk; this must be loaded. */
  int compareSubject(Chunk start) {
    byte[] subject = start.firstSubject();
    return Arrays.compareUnsigned(
        bytes(), at, Math.min(lineEnd, at + subject.length), subject, 0, subject.length);
  }

  /** Goes over the lines that both have alike from here on, within the two loaded chunks. */
  void skipEqual(ChunkCursor other) {
    int end = blob.length();
    int otherEnd = other.blob.length();
    int same = Arrays.mismatch(bytes(), at, end, other.bytes(), other.at, otherEnd);
    if (same < 0) {
      same = end - at;
    }
    int newline = at + same - 1;
    while (newline >= at && bytes()[newline] != '\n') {
      newline--;
    }
    int skipped = newline + 1 - at;
    if (skipped > 0) {
      move(skipped);
      other.move(skipped);
    }
  }

  private void move(int bytes) {
    at += bytes;
    findLineEnd();
    skipEmpty();
  }
}
