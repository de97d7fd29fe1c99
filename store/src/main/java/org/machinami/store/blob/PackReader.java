package org.machinami.store.blob;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.machinami.store.ledger.Hash;

/**
 * Reads the packs of a directory that another process may be writing: a miss looks at what was
 * appended since.
 */
public final class PackReader implements Blobs {
  private final Path directory;
  private final Zstandard zstandard = new Zstandard();
  private volatile List<Pack> packs = List.of(); // newest first

  private PackReader(Path directory) {
    this.directory = directory;
  }

  /** Opens a directory of packs. */
  public static PackReader open(Path directory) {
    PackReader reader = new PackReader(directory);
    reader.look();
    return reader;
  }

  @Override
  public boolean find(Hash hash, BlobBuffer into) {
    if (findKnown(hash, into)) {
      return true;
    }
    look();
    return findKnown(hash, into);
  }

  private boolean findKnown(Hash hash, BlobBuffer into) {
    for (Pack pack : packs) {
      int offset = pack.offset(hash);
      if (offset >= 0) {
        pack.read(offset, hash, zstandard, into);
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean contains(Hash hash) {
    return length(hash) >= 0;
  }

  @Override
  public int length(Hash hash) {
    int length = knownLength(hash);
    if (length >= 0) {
      return length;
    }
    look();
    return knownLength(hash);
  }

  private int knownLength(Hash hash) {
    for (Pack pack : packs) {
      int offset = pack.offset(hash);
      if (offset >= 0) {
        return pack.length(offset, hash);
      }
    }
    return -1;
  }

  /** Takes in what was appended, and packs that are new. */
  private synchronized void look() {
    List<Pack> now = new ArrayList<>(packs);
    for (Pack pack : now) {
      if (pack instanceof OpenPack open) {
        open.extend();
      }
    }
    int next = now.size() + 1;
    while (Files.exists(PackNames.pack(directory, next))) {
      Path file = PackNames.pack(directory, next++);
      Pack sealed = SealedPack.open(file);
      if (sealed != null) {
        now.add(0, sealed);
      } else {
        OpenPack open = OpenPack.open(file);
        open.extend();
        now.add(0, open);
      }
    }
    packs = List.copyOf(now);
  }

  @Override
  public String place() {
    return directory.toString();
  }

  @Override
  public void close() {
    packs.forEach(Pack::close);
    packs = List.of();
    zstandard.close();
  }
}
