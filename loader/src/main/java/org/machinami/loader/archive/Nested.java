package org.machinami.loader.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** Tells archives by their first bytes, whatever they are called. */
final class Nested {

  private static final List<int[]> MAGIC =
      List.of(
          new int[] {'P', 'K', 3, 4},
          new int[] {'P', 'K', 5, 6},
          new int[] {0x1F, 0x8B},
          new int[] {'B', 'Z', 'h'},
          new int[] {0xFD, '7', 'z', 'X', 'Z', 0},
          new int[] {'7', 'z', 0xBC, 0xAF},
          new int[] {'R', 'a', 'r', '!'},
          new int[] {0x28, 0xB5, 0x2F, 0xFD});

  private static final int LONGEST = 6;

  private Nested() {}

  /** A stream that can be set back to its beginning is left there. */
  static boolean isArchive(InputStream bytes) throws IOException {
    bytes.mark(LONGEST);
    byte[] head = bytes.readNBytes(LONGEST);
    bytes.reset();
    return MAGIC.stream().anyMatch(magic -> begins(head, magic));
  }

  /** A workbook of Excel is a zip archive, too. */
  static boolean isWorkbook(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  private static boolean begins(byte[] head, int[] magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
