package org.machinami.store.blob;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.disk.Disk;
import org.machinami.store.ledger.Hash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to the packs of a directory; there must be one only. Hashing and compressing run in the
 * callers' threads, side by side.
 */
public final class PackWriter implements BlobWriter {
  private static final Logger log = LoggerFactory.getLogger(PackWriter.class);

  private final Path directory;
  private final long packBytes;
  private final Zstandard zstandard = new Zstandard();
  private final List<SealedPack> sealed = new CopyOnWriteArrayList<>(); // newest first
  private final Object appending = new Object();
  private final Object forcing = new Object();

  private volatile OpenPack open;
  private RandomAccessFile handle;
  private long length; // of the open pack, up to the last whole record
  private long written; // bytes appended by this writer
  private long forced; // of those, the durable ones
  private volatile StoreException broken;

  private PackWriter(Path directory, long packBytes) {
    this.directory = directory;
    this.packBytes = packBytes;
  }

  /**
   * Opens a directory of packs, cuts a torn record off the newest one, and makes indexes that are
   * missing.
   *
   * @param packBytes size at which a pack is sealed
   */
  public static PackWriter open(Path directory, long packBytes) {
    PackWriter writer = new PackWriter(directory, packBytes);
    List<Path> packs = PackNames.packs(directory);
    for (int i = 0; i < packs.size(); i++) {
      if (PackNames.number(packs.get(i)) != i + 1) {
        throw new StoreException(
            Code.DAMAGED,
            PackNames.pack(directory, i + 1)
                + " is missing, and later packs are there. Restore it from a backup.");
      }
      boolean last = i == packs.size() - 1;
      if (last && !Files.exists(PackNames.index(packs.get(i)))) {
        writer.resume(packs.get(i));
      } else {
        writer.sealed.add(0, sealedOrMended(packs.get(i)));
      }
    }
    if (writer.open == null) {
      writer.begin(packs.size() + 1);
    }
    return writer;
  }

  private static SealedPack sealedOrMended(Path pack) {
    SealedPack found = SealedPack.open(pack);
    if (found != null) {
      return found;
    }
    log.warn("{} has no index that fits; making it", pack);
    List<PackIndex.Entry> entries = new ArrayList<>();
    PackScan.walk(
        pack,
        false,
        new Damage(pack) {
          @Override
          public void sound(Hash hash, long offset, long size) {
            entries.add(new PackIndex.Entry(hash, (int) offset));
          }
        });
    try {
      PackIndex.write(PackNames.index(pack), Files.size(pack), entries);
    } catch (IOException e) {
      throw Disk.reading(pack, e);
    }
    return SealedPack.open(pack);
  }

  /** Logs what is damaged; verify lists it. */
  private abstract static class Damage implements PackScan.Visitor {
    private final Path pack;

    Damage(Path pack) {
      this.pack = pack;
    }

    @Override
    public void damaged(long offset, long length, String why, Optional<Hash> claimed) {
      log.error("{}: {} bytes from byte {} are damaged: {}", pack, length, offset, why);
    }
  }

  private void resume(Path pack) {
    OpenPack resumed = OpenPack.open(pack);
    PackScan.Visitor visitor =
        new Damage(pack) {
          @Override
          public void sound(Hash hash, long offset, long size) {
            resumed.add(hash, offset, size);
          }
        };
    try {
      long end = PackScan.walk(pack, false, visitor);
      handle = new RandomAccessFile(pack.toFile(), "rw");
      if (handle.length() > end) {
        log.warn("{}: a torn record of {} bytes was cut off", pack, handle.length() - end);
        handle.setLength(end);
      }
      length = end;
      written = end;
      open = resumed;
    } catch (IOException e) {
      throw Disk.writing(pack, e);
    }
  }

  private void begin(int number) {
    Path pack = PackNames.pack(directory, number);
    try {
      handle = new RandomAccessFile(pack.toFile(), "rw");
    } catch (IOException e) {
      throw Disk.writing(pack, e);
    }
    Disk.syncDirectory(directory);
    length = 0;
    open = OpenPack.open(pack);
  }

  @Override
  public Hash put(byte[] buffer, int offset, int blobLength) {
    if (blobLength > LONGEST) {
      throw new IllegalArgumentException("a blob of " + blobLength + " bytes is too long");
    }
    Hash hash = Hash.of(buffer, offset, blobLength);
    if (contains(hash)) {
      return hash;
    }
    try (Zstandard.Lease lease = zstandard.lease()) {
      byte[] bytes = lease.scratch(PackRecord.HEAD + Zstandard.Lease.bound(blobLength));
      int storedLength = lease.compress(buffer, offset, blobLength, bytes, PackRecord.HEAD);
      if (storedLength >= blobLength) {
        System.arraycopy(buffer, offset, bytes, PackRecord.HEAD, blobLength);
        storedLength = blobLength;
      }
      PackRecord described =
          PackRecord.describe(hash, blobLength, bytes, PackRecord.HEAD, storedLength);
      described.write(ByteBuffer.wrap(bytes));
      append(described, bytes);
    }
    return hash;
  }

  private void append(PackRecord described, byte[] bytes) {
    while (true) {
      synchronized (appending) {
        requireSound();
        if (open.offset(described.hash()) >= 0) {
          return; // another thread was faster
        }
        if (length < packBytes) {
          write(described, bytes);
          return;
        }
      }
      seal();
    }
  }

  private void write(PackRecord described, byte[] bytes) {
    try {
      handle.seek(length);
      handle.write(bytes, 0, described.size());
    } catch (IOException e) {
      cutTo(length);
      throw Disk.writing(open.file(), e);
    }
    open.add(described.hash(), length, described.size());
    length += described.size();
    written += described.size();
  }

  private void cutTo(long end) {
    try {
      handle.setLength(end);
    } catch (IOException e) {
      log.warn("{}: what was written past byte {} stays until the next start", open.file(), end, e);
    }
  }

  private void seal() {
    synchronized (forcing) {
      synchronized (appending) {
        requireSound();
        if (length < packBytes) {
          return; // another thread was faster
        }
        Path pack = open.file();
        sync(handle, written);
        PackIndex.write(PackNames.index(pack), length, open.entries());
        SealedPack now = SealedPack.open(pack);
        if (now == null) {
          throw new StoreException(Code.DAMAGED, pack + ": its length is not " + length + " bytes");
        }
        RandomAccessFile old = handle;
        sealed.add(0, now);
        begin(
            PackNames.number(pack) + 1); // the old OpenPack is closed when its last reader drops it
        closeQuietly(old);
      }
    }
  }

  @Override
  public void force() {
    synchronized (forcing) {
      requireSound();
      RandomAccessFile current;
      long target;
      synchronized (appending) {
        current = handle;
        target = written;
      }
      sync(current, target);
    }
  }

  private void sync(RandomAccessFile file, long target) {
    if (target == forced) {
      return;
    }
    try {
      file.getFD().sync();
      forced = target;
    } catch (IOException e) {
      // What the system could not write it may have dropped: a second sync would tell a lie.
      broken = Disk.writing(open.file(), e);
      throw broken;
    }
  }

  private void requireSound() {
    if (broken != null) {
      throw new StoreException(
          broken.code(),
          directory
              + " takes nothing more since an earlier failure; open the store again. "
              + broken.getMessage(),
          broken);
    }
  }

  @Override
  public boolean find(Hash hash, BlobBuffer into) {
    OpenPack newest = open; // first: a pack is among the sealed before another one is open
    int offset = newest.offset(hash);
    if (offset >= 0) {
      newest.read(offset, hash, zstandard, into);
      return true;
    }
    for (SealedPack pack : sealed) {
      int place = pack.offset(hash);
      if (place >= 0) {
        pack.read(place, hash, zstandard, into);
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean contains(Hash hash) {
    if (open.offset(hash) >= 0) {
      return true;
    }
    for (SealedPack pack : sealed) {
      if (pack.offset(hash) >= 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int length(Hash hash) {
    OpenPack newest = open;
    int offset = newest.offset(hash);
    if (offset >= 0) {
      return newest.length(offset, hash);
    }
    for (SealedPack pack : sealed) {
      int place = pack.offset(hash);
      if (place >= 0) {
        return pack.length(place, hash);
      }
    }
    return -1;
  }

  @Override
  public String place() {
    return directory.toString();
  }

  @Override
  public void close() {
    synchronized (forcing) {
      synchronized (appending) {
        closeQuietly(handle);
        open.close();
        sealed.forEach(SealedPack::close);
        if (broken == null) {
          broken = new StoreException(Code.CLOSED, directory + " was closed.");
        }
      }
    }
    zstandard.close();
  }

  private static void closeQuietly(RandomAccessFile file) {
    try {
      file.close();
    } catch (IOException e) {
      log.warn("a pack could not be closed", e);
    }
  }
}
