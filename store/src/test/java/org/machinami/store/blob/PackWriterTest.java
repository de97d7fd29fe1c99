package org.machinami.store.blob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.ledger.Hash;

class PackWriterTest {
  private static final long LARGE = 1 << 20;

  @TempDir Path directory;

  private static byte[] content(int seed, int length) {
    byte[] bytes = new byte[length];
    Random random = new Random(seed);
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ('a' + random.nextInt(seed % 2 == 0 ? 4 : 120));
    }
    return bytes;
  }

  private static Hash put(BlobWriter blobs, byte[] bytes) {
    return blobs.put(bytes, 0, bytes.length);
  }

  private static byte[] read(Blobs blobs, Hash hash) {
    BlobBuffer buffer = new BlobBuffer();
    blobs.require(hash, buffer);
    return buffer.copy();
  }

  @Test
  void put_thenReopen_comesBackFromSealedAndOpenPacks() {
    List<byte[]> contents = new ArrayList<>();
    List<Hash> hashes = new ArrayList<>();
    try (BlobWriter blobs = PackWriter.open(directory, 5000)) {
      for (int i = 0; i < 200; i++) {
        contents.add(content(i, i * 7));
        hashes.add(put(blobs, contents.get(i)));
        assertEquals(Hash.of(contents.get(i)), hashes.get(i));
        assertArrayEquals(contents.get(i), read(blobs, hashes.get(i)));
      }
      blobs.force();
    }
    assertTrue(PackNames.packs(directory).size() > 5);
    try (BlobWriter blobs = PackWriter.open(directory, 5000);
        Blobs follower = PackReader.open(directory)) {
      for (int i = 0; i < 200; i++) {
        assertArrayEquals(contents.get(i), read(blobs, hashes.get(i)));
        assertArrayEquals(contents.get(i), read(follower, hashes.get(i)));
        assertEquals(contents.get(i).length, follower.length(hashes.get(i)));
      }
      assertEquals(-1, follower.length(Hash.of(new byte[] {7})));
    }
  }

  @Test
  void put_known_writesNothing() throws Exception {
    try (BlobWriter blobs = PackWriter.open(directory, LARGE)) {
      byte[] bytes = content(1, 1000);
      put(blobs, bytes);
      long length = Files.size(PackNames.pack(directory, 1));
      put(blobs, bytes);
      assertEquals(length, Files.size(PackNames.pack(directory, 1)));
    }
    try (BlobWriter blobs = PackWriter.open(directory, LARGE)) {
      long length = Files.size(PackNames.pack(directory, 1));
      put(blobs, content(1, 1000));
      assertEquals(length, Files.size(PackNames.pack(directory, 1)));
    }
  }

  @Test
  void put_manyThreads_allComeBack() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try (BlobWriter blobs = PackWriter.open(directory, 20_000)) {
      List<Callable<Hash>> work = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        int seed = i / 2; // each twice
        work.add(
            () -> {
              Hash hash = put(blobs, content(seed, 500));
              blobs.force();
              return hash;
            });
      }
      List<Future<Hash>> hashes = pool.invokeAll(work);
      for (int i = 0; i < 400; i++) {
        assertArrayEquals(content(i / 2, 500), read(blobs, hashes.get(i).get()));
      }
    } finally {
      pool.shutdownNow();
    }
    int[] sound = new int[1];
    for (Path pack : PackNames.packs(directory)) {
      PackScan.walk(pack, true, counting(sound));
    }
    assertEquals(200, sound[0]);
  }

  private static PackScan.Visitor counting(int[] sound) {
    return new PackScan.Visitor() {
      @Override
      public void sound(Hash hash, long offset, long size) {
        sound[0]++;
      }

      @Override
      public void damaged(long offset, long length, String why, Optional<Hash> claimed) {
        throw new AssertionError(why);
      }
    };
  }

  @Test
  void open_tornRecord_isCut() throws Exception {
    byte[] first = content(2, 3000);
    byte[] second = content(3, 3000);
    long whole;
    try (BlobWriter blobs = PackWriter.open(directory, LARGE)) {
      put(blobs, first);
      whole = Files.size(PackNames.pack(directory, 1));
      put(blobs, second);
    }
    Path pack = PackNames.pack(directory, 1);
    long length = Files.size(pack);
    for (long cut : new long[] {length - 1, whole + PackRecord.HEAD, whole + 5}) {
      try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "rw")) {
        file.setLength(cut);
      }
      try (BlobWriter blobs = PackWriter.open(directory, LARGE)) {
        assertEquals(whole, Files.size(pack));
        assertArrayEquals(first, read(blobs, Hash.of(first)));
        assertFalse(blobs.contains(Hash.of(second)));
        assertArrayEquals(second, read(blobs, put(blobs, second)));
      }
    }
  }

  @Test
  void open_garbageAtTheEnd_isCut() throws Exception {
    try (BlobWriter blobs = PackWriter.open(directory, LARGE)) {
      put(blobs, content(2, 3000));
    }
    Path pack = PackNames.pack(directory, 1);
    long whole = Files.size(pack);
    Files.write(pack, new byte[10_000], StandardOpenOption.APPEND);
    PackWriter.open(directory, LARGE).close();
    assertEquals(whole, Files.size(pack));
  }

  @Test
  void open_indexLost_isMadeAgain() throws Exception {
    List<Hash> hashes = new ArrayList<>();
    try (BlobWriter blobs = PackWriter.open(directory, 2000)) {
      for (int i = 0; i < 50; i++) {
        hashes.add(put(blobs, content(i, 300)));
      }
    }
    Files.delete(PackNames.index(PackNames.pack(directory, 1)));
    Files.write(PackNames.index(PackNames.pack(directory, 2)), new byte[100]);
    try (Blobs follower = PackReader.open(directory)) {
      assertArrayEquals(content(0, 300), read(follower, hashes.get(0)));
    }
    try (BlobWriter blobs = PackWriter.open(directory, 2000)) {
      for (int i = 0; i < 50; i++) {
        assertArrayEquals(content(i, 300), read(blobs, hashes.get(i)));
      }
    }
    assertTrue(Files.exists(PackNames.index(PackNames.pack(directory, 1))));
  }

  @Test
  void read_damagedRecord_saysWhereAndOthersStayReadable() throws Exception {
    byte[] first = content(2, 3000);
    byte[] second = content(4, 3000);
    try (BlobWriter blobs = PackWriter.open(directory, LARGE)) {
      put(blobs, first);
      put(blobs, second);
    }
    Path pack = PackNames.pack(directory, 1);
    flip(pack, PackRecord.HEAD + 20);
    try (Blobs follower = PackReader.open(directory)) {
      StoreException refusal =
          assertThrows(StoreException.class, () -> read(follower, Hash.of(first)));
      assertEquals(Code.DAMAGED, refusal.code());
      assertTrue(refusal.getMessage().contains(pack + ": blob " + Hash.of(first) + " at byte 0"));
      assertArrayEquals(second, read(follower, Hash.of(second)));
    }
    try (BlobWriter blobs = PackWriter.open(directory, LARGE)) {
      assertArrayEquals(second, read(blobs, Hash.of(second)));
      assertArrayEquals(first, read(blobs, put(blobs, first))); // written again, and sound
    }
  }

  private static void flip(Path file, long at) throws Exception {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int old = bytes.read();
      bytes.seek(at);
      bytes.write(old ^ 0x55);
    }
  }

  @Test
  void open_packMissing_isDamaged() throws Exception {
    try (BlobWriter blobs = PackWriter.open(directory, 1000)) {
      for (int i = 0; i < 20; i++) {
        put(blobs, content(i, 500));
      }
    }
    Files.delete(PackNames.pack(directory, 2));
    StoreException refusal =
        assertThrows(StoreException.class, () -> PackWriter.open(directory, 1000));
    assertEquals(Code.DAMAGED, refusal.code());
    assertTrue(refusal.getMessage().contains("000002.pack is missing"));
  }

  @Test
  void put_afterClose_isClosed() {
    BlobWriter blobs = PackWriter.open(directory, 1000);
    blobs.close();
    StoreException refusal = assertThrows(StoreException.class, () -> put(blobs, content(1, 10)));
    assertEquals(Code.CLOSED, refusal.code());
  }
}
