package org.machinami.store.quads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashToLongTest {
  @TempDir Path directory;

  @Test
  void find_threeMillionHashes_onTheHeapAndInMappedFiles() {
    HashToLong table = new HashToLong(directory);
    int count = 3_000_000;
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      table.put(random.nextLong(), i, i);
      if (i % 1000 == 0) {
        assertEquals(HashToLong.ABSENT, table.find(random.nextLong(), i));
      }
    }
    assertEquals(count, table.size());
    random.setSeed(1);
    for (int i = 0; i < count; i++) {
      assertEquals(i, table.find(random.nextLong(), i));
      if (i % 1000 == 0) {
        random.nextLong();
      }
    }
    boolean[] seen = new boolean[count];
    table.forEach((high, low, value) -> seen[(int) value] = low == value);
    for (boolean each : seen) {
      assertTrue(each);
    }
  }

  @Test
  void put_again_replacesTheNumber() {
    HashToLong table = new HashToLong(directory);
    table.put(7, 8, 1);
    table.put(7, 8, 2);
    assertEquals(1, table.size());
    assertEquals(2, table.find(7, 8));
  }

  @Test
  void put_manyHashesWithTheSameFirstBits_growsUntilThereIsRoom() {
    for (long same : new long[] {0, -1L << 50, 0x7FFF_C000_0000_0000L}) {
      HashToLong table = new HashToLong(directory);
      Random random = new Random(same);
      int count = 20_000;
      for (int i = 0; i < count; i++) {
        table.put(i % 2 == 0 ? same | random.nextLong() >>> 14 : random.nextLong(), i, i);
      }
      Set<Long> values = new HashSet<>();
      table.forEach((high, low, value) -> values.add(value));
      assertEquals(count, table.size());
      assertEquals(count, values.size());
      random.setSeed(same);
      for (int i = 0; i < count; i++) {
        assertEquals(
            i, table.find(i % 2 == 0 ? same | random.nextLong() >>> 14 : random.nextLong(), i));
      }
    }
  }

  @Test
  void mappedTable_leavesNoFile() throws IOException {
    HashToLong table = new HashToLong(directory);
    for (int i = 0; i < 1 << 20; i++) {
      table.put(i * 0x9E37_79B9_7F4A_7C15L, i, i);
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(0, files.count());
    }
  }
}
