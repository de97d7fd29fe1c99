package org.machinami.store.graph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.blob.BlobBuffer;
import org.machinami.store.blob.Blobs;
import org.machinami.store.ledger.Hash;

/**
 * Stands before a part of a version, whose blob is not read, or on a line of a chunk, which is. Not
 * for use by several threads.
 */
final class VersionCursor {
  private final Blobs blobs;
  private final Hash version;
  private final Deque<Place> places = new ArrayDeque<>(); // the innermost list first
  private final BlobBuffer blob = new BlobBuffer();
  private boolean loaded;
  private int at;
  private int lineEnd;

  /** A place in a list. */
  private static final class Place {
    final List<Part> parts;
    int at;

    Place(List<Part> parts) {
      this.parts = parts;
    }

    Part part() {
      return parts.get(at);
    }
  }

  private VersionCursor(Blobs blobs, Hash version) {
    this.blobs = blobs;
    this.version = version;
  }

  /** Stands at the end of nothing. */
  static VersionCursor empty(Blobs blobs) {
    return new VersionCursor(blobs, Hash.of());
  }

  /**
   * Stands at the beginning of a version.
   *
   * @throws StoreException BLOB_MISSING, DAMAGED, UNREADABLE, WRONG_KIND
   */
  static VersionCursor of(Blobs blobs, Hash version) {
    VersionCursor cursor = new VersionCursor(blobs, version);
    BlobBuffer blob = cursor.blob;
    blobs.require(version, blob);
    if (PartList.is(blob.bytes(), blob.length())) {
      cursor.enter(PartList.parse(version, blob.bytes(), blob.length()));
      return cursor;
    }
    if (blob.length() > 0 && blob.bytes()[0] != '<') {
      throw new StoreException(
          Code.WRONG_KIND, "version " + version + " is not one of a graph; is it one of a file?");
    }
    if (blob.length() > 0) {
      cursor.enter(List.of(new Part(version, 0, lines(blob), blob.length(), firstSubject(blob))));
      cursor.stand();
    }
    return cursor;
  }

  private static long lines(BlobBuffer blob) {
    long lines = 0;
    for (int at = 0; at < blob.length(); lines++) {
      at = Bytes.indexOf(blob.bytes(), at, blob.length(), '\n') + 1;
    }
    return lines;
  }

  private static byte[] firstSubject(BlobBuffer blob) {
    int end = Bytes.indexOf(blob.bytes(), 0, blob.length(), '>') + 1;
    return Arrays.copyOf(blob.bytes(), Math.min(end, blob.length()));
  }

  private void enter(List<Part> parts) {
    if (parts.isEmpty()) {
      throw damaged("it has an empty list of parts");
    }
    places.push(new Place(parts));
  }

  boolean ended() {
    return places.isEmpty();
  }

  /** True when it stands on a line. */
  boolean loaded() {
    return loaded;
  }

  /** The part before which it stands, or in whose lines; there must be one. */
  Part part() {
    return places.element().part();
  }

  /** The largest part, of that level at most, that begins where it stands; null within a chunk. */
  Part partFromHere(int level) {
    Part largest = null;
    if (loaded && at > 0) {
      return largest;
    }
    for (Place place : places) {
      if (place.part().level() > level) {
        break;
      }
      largest = place.part();
      if (place.at > 0) {
        break;
      }
    }
    return largest;
  }

  /** The first subject of what follows the {@link #part}; null at the end of the version. */
  byte[] subjectAfterPart() {
    for (Place place : places) {
      if (place.at + 1 < place.parts.size()) {
        return place.parts.get(place.at + 1).firstSubject();
      }
    }
    return null;
  }

  /** Sum of the triples of the parts in the outermost list; at the beginning, all of them. */
  long triples() {
    return places.isEmpty() ? 0 : places.getLast().parts.stream().mapToLong(Part::triples).sum();
  }

  /** Reads the part before which it stands: then it stands before its first part, or on a line. */
  void descend() {
    Part wanted = part();
    blobs.require(wanted.hash(), blob);
    if (blob.length() != wanted.bytes()) {
      throw damaged(
          (wanted.isChunk() ? "chunk " : "list ")
              + wanted.hash()
              + " has not the length that its list says");
    }
    if (wanted.isChunk()) {
      stand();
    } else {
      enter(PartList.parse(wanted.hash(), blob.bytes(), blob.length()));
    }
  }

  /** Goes on until it stands on a line; it must not have ended. */
  void load() {
    while (!loaded) {
      descend();
    }
  }

  private void stand() {
    loaded = true;
    at = 0;
    findLineEnd();
  }

  /** Goes to what follows a part that begins where it stands. */
  void skip(Part part) {
    while (part() != part) {
      places.pop();
    }
    next(places.element());
  }

  /** Goes over lines, from the beginning of the version; reads the parts in which it ends only. */
  void pass(long lines) {
    long left = lines;
    while (!ended() && (left > 0 || !loaded)) {
      if (loaded) {
        next();
        left--;
      } else if (part().triples() <= left) {
        left -= part().triples();
        skip(part());
      } else {
        descend();
      }
    }
  }

  private void next(Place place) {
    loaded = false;
    place.at++;
    while (!places.isEmpty() && places.element().at == places.element().parts.size()) {
      places.pop();
      if (!places.isEmpty()) {
        places.element().at++;
      }
    }
  }

  /** Goes to the next line, or to before the next part. */
  void next() {
    at = lineEnd;
    if (at == blob.length()) {
      next(places.element());
    } else {
      findLineEnd();
    }
  }

  private void findLineEnd() {
    int length = blob.length();
    int newline = Bytes.indexOf(blob.bytes(), at, length, '\n');
    if (newline == length) {
      throw damaged("its last line has no end");
    }
    lineEnd = newline + 1;
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

  /** Order of the two lines; both must stand on one. */
  int compareLine(VersionCursor other) {
    return Arrays.compareUnsigned(bytes(), at, lineEnd, other.bytes(), other.at, other.lineEnd);
  }

  /** Order of this line's subject and another; this must stand on a line. */
  int compareSubject(byte[] subject) {
    return Arrays.compareUnsigned(
        bytes(), at, Math.min(lineEnd, at + subject.length), subject, 0, subject.length);
  }

  /** Goes over the lines that both have alike from here on, within the two chunks. */
  void skipEqual(VersionCursor other) {
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
    lineEnd = at + bytes;
    next();
  }
}
