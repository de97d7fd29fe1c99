package org.machinami.store.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import org.machinami.store.blob.BlobWriter;
import org.machinami.store.ledger.Hash;

/**
 * Makes a version from another by lines taken out and lines put in; gives the very version that
 * {@link GraphWriter} makes of all the lines. Parts in which nothing changes are neither read nor
 * written. The changes are held in memory. Not for use by several threads.
 */
public final class GraphPatch implements AutoCloseable {
  private final VersionCursor base;
  private final ChunkSealer sealer;
  private final ChunkCutter cutter;
  private final LineHashes repeated;
  private final List<byte[]> removed = new ArrayList<>();
  private final List<byte[]> added = new ArrayList<>();
  private boolean atStart = true; // nothing was written, and no line of the base passed

  GraphPatch(
      BlobWriter blobs,
      Executor executor,
      Chunking lines,
      Chunking parts,
      Hash base,
      LineHashes repeated) {
    this.base = VersionCursor.of(blobs, base);
    this.sealer = new ChunkSealer(blobs, executor, parts);
    this.cutter = new ChunkCutter(lines, sealer, repeated);
    this.repeated = repeated;
  }

  /** Takes a canonical line out; one that is not there is passed over. */
  public void remove(byte[] buffer, int offset, int length) {
    removed.add(Arrays.copyOfRange(buffer, offset, offset + length));
  }

  /**
   * Puts a canonical line in, also when it is taken out as well; one that is already there is told
   * to the set of repeated lines.
   */
  public void add(byte[] buffer, int offset, int length) {
    added.add(Arrays.copyOfRange(buffer, offset, offset + length));
  }

  /**
   * Makes the version; its blobs become durable with the commit that names it. To be called once.
   *
   * @throws org.machinami.store.StoreException BLOB_MISSING, DAMAGED, UNREADABLE of the base;
   *     DISK_FULL, UNWRITABLE
   */
  public GraphVersion finish() {
    removed.sort(Arrays::compareUnsigned);
    added.sort(Arrays::compareUnsigned);
    Head out = new Head(removed);
    Head in = new Head(added);
    while (!base.ended() || in.line != null) {
      if (!base.ended() && !base.loaded()) {
        if (!appended(base.part(), out, in)) {
          base.descend();
        }
      } else if (base.ended() || order(in.line) < 0) {
        out.passBefore(in.line);
        write(in.line, 0, in.line.length);
        in.next();
      } else {
        stepBase(out, in);
      }
    }
    return cutter.finish();
  }

  /** Goes over a line of the base, which is not behind the lines to come. */
  private void stepBase(Head out, Head in) {
    atStart = false;
    while (out.line != null && order(out.line) < 0) {
      out.next();
    }
    boolean again = in.line != null && order(in.line) == 0;
    if (again || out.line == null || order(out.line) != 0) {
      write(base.bytes(), base.offset(), base.length());
    }
    if (again) {
      repeated.add(in.line, 0, in.line.length);
      in.next();
    }
    base.next();
  }

  /** Order of a changed line and the line of the base; a line that is absent comes last. */
  private int order(byte[] line) {
    return line == null
        ? 1
        : Arrays.compareUnsigned(
            line, 0, line.length, base.bytes(), base.offset(), base.offset() + base.length());
  }

  /**
   * Appends a part as it is, where no line changes in it or right behind it, and the chunks of the
   * new version end before it as those of the old did.
   */
  private boolean appended(Part part, Head out, Head in) {
    byte[] after = base.subjectAfterPart();
    if (out.mayTouch(after) || in.mayTouch(after)) {
      return false;
    }
    if (!(atStart || cutter.cutsBefore(part.firstSubject())) || !sealer.takes(part.level())) {
      return false;
    }
    sealer.append(part);
    cutter.begun();
    atStart = false;
    base.skip(part);
    return true;
  }

  private void write(byte[] bytes, int offset, int length) {
    int subject = Bytes.indexOf(bytes, offset, offset + length, '>') + 1 - offset;
    cutter.subject(bytes, offset, subject);
    cutter.rest(bytes, offset + subject, length - subject);
    atStart = false;
  }

  @Override
  public void close() {
    sealer.abandon();
  }

  /** The first of the sorted lines that are still to come; null when there is none. */
  private static final class Head {
    private final Iterator<byte[]> lines;
    private byte[] line;

    Head(List<byte[]> sorted) {
      lines = sorted.iterator();
      next();
    }

    void next() {
      line = lines.hasNext() ? lines.next() : null;
    }

    void passBefore(byte[] other) {
      while (line != null && Arrays.compareUnsigned(line, other) <= 0) {
        next();
      }
    }

    /** Whether a line comes before or at a subject; null stands for the end of everything. */
    boolean mayTouch(byte[] subject) {
      return line != null
          && (subject == null
              || Arrays.compareUnsigned(
                      line, 0, Math.min(line.length, subject.length), subject, 0, subject.length)
                  <= 0);
    }
  }
}
