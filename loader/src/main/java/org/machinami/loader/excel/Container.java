package org.machinami.loader.excel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/** Tells from the first bytes what somebody gave as a workbook. */
final class Container {

  /** Compound files: workbooks of Excel 97 to 2003, and encrypted ones of today. */
  private static final byte[] COMPOUND = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  /** The name of the stream that holds an encrypted workbook, as a compound file writes it. */
  private static final String ENCRYPTED =
      new String(
          "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

  private static final int LOOKED_AT = 8 << 20;

  private Container() {}

  static void requireWorkbook(Path file, String name) throws IOException {
    byte[] head;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      head = in.readNBytes(LOOKED_AT);
    }
    if (begins(head, COMPOUND)) {
      String text = new String(head, StandardCharsets.ISO_8859_1);
      String key = text.contains(ENCRYPTED) ? "excel.encrypted" : "excel.old";
      throw new LoadException(Fault.DATA, key, name);
    }
    if (head.length == 0 || head[0] != 'P' || head.length < 2 || head[1] != 'K') {
      throw new LoadException(Fault.DATA, "excel.no-workbook", name);
    }
  }

  private static boolean begins(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && java.util.Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }
}
