package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records in a file, by their digests. */
class SourceRecordsTest {
  private static final int COUNT = 3_000;

  @TempDir private Path directory;
  private final Random random = new Random(7);
  private final Map<String, String> texts = new TreeMap<>();

  private Path file() {
    return directory.resolve("source/records");
  }

  private String digest() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void fill() {
    try (SourceRecords records = SourceRecords.open(file())) {
      for (int k = 0; k < COUNT; k++) {
        String text = "{\"title\":\"公園\",\"noise\":\"" + random.nextLong() + "\"}";
        String digest = digest();
        texts.put(digest, text);
        records.keep(digest, text);
      }
      records.flush();
    }
  }

  @Test
  void find_afterMany_givesEachAsItWas() {
    fill();
    assertEquals(texts, new TreeMap<>(SourceRecords.find(file(), texts.keySet())));
    assertEquals(Map.of(), SourceRecords.find(file(), Set.of(digest())));
    assertEquals(Map.of(), SourceRecords.find(directory.resolve("none"), texts.keySet()));
  }

  @Test
  void open_tornEnd_loosesNoMoreThanTheLast() throws IOException {
    fill();
    try (RandomAccessFile torn = new RandomAccessFile(file().toFile(), "rw")) {
      torn.setLength(torn.length() - 3);
    }
    String digest = digest();
    try (SourceRecords records = SourceRecords.open(file())) {
      records.keep(digest, "{}");
      records.flush();
    }
    assertEquals(COUNT - 1, SourceRecords.find(file(), texts.keySet()).size());
    assertEquals(Map.of(digest, "{}"), SourceRecords.find(file(), Set.of(digest)));
  }

  @Test
  void settle_leavesWhatIsNeeded_onceTheRestIsHalf() throws IOException {
    fill();
    long all = Files.size(file());
    Set<String> most = texts.keySet().stream().limit(COUNT - 100).collect(Collectors.toSet());
    Set<String> few = texts.keySet().stream().limit(100).collect(Collectors.toSet());
    try (SourceRecords records = SourceRecords.open(file())) {
      records.settle(most);
    }
    assertEquals(all, Files.size(file()));
    try (SourceRecords records = SourceRecords.open(file())) {
      records.settle(few);
    }
    assertTrue(Files.size(file()) < all / 20);
    assertEquals(few, SourceRecords.find(file(), texts.keySet()).keySet());
  }

  @Test
  void keep_tooLarge_isNotAskedForAgain() {
    String digest = digest();
    try (SourceRecords records = SourceRecords.open(file())) {
      assertFalse(records.has(digest));
      records.keep(digest, "x".repeat(SourceRecords.MOST_CHARACTERS + 1));
      assertTrue(records.has(digest));
      records.flush();
    }
    assertEquals(Map.of(), SourceRecords.find(file(), Set.of(digest)));
    try (SourceRecords records = SourceRecords.open(file())) {
      assertTrue(records.has(digest));
    }
  }
}
