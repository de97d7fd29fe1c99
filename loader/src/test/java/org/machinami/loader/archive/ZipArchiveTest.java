package org.machinami.loader.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.LoadException;

class ZipArchiveTest {

  private static final ArchiveLimits SMALL = new ArchiveLimits(20, 8 << 20, 100, 100_000);

  @TempDir Path temp;

  /** What a program writes into a zip. */
  private interface Content {
    void write(ZipOutputStream zip) throws IOException;
  }

  @Test
  void read_files_giveTheirNamesAndBytes() throws IOException {
    Path file =
        zip(
            StandardCharsets.UTF_8,
            zip -> {
              zip.putNextEntry(new ZipEntry("区/"));
              put(zip, "区/一覧.csv", "名称\n千代田区\n");
            });
    assertEquals(List.of("区/一覧.csv=名称\n千代田区\n"), read(file, SMALL));
  }

  @Test
  void names_inCp932_areRead() throws IOException {
    Path file = zip(Charset.forName("windows-31j"), zip -> put(zip, "表示/ソート.csv", "a"));
    assertEquals(List.of("表示/ソート.csv=a"), read(file, SMALL));
  }

  @Test
  void names_inNoKnownEncoding_areRefused() throws IOException {
    Path file = zip(StandardCharsets.ISO_8859_1, zip -> put(zip, "\u00FF\u00A0.csv", "a"));
    assertRefused("archive.name-encoding", file, SMALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.csv",
        "a/../../evil.csv",
        "/etc/passwd",
        "C:/evil.csv",
        "..\\evil.csv",
        "a/./b.csv",
        "a\nb.csv"
      })
  void names_thatLeadOut_areRefused(String name) throws IOException {
    Path file = zip(StandardCharsets.UTF_8, zip -> put(zip, name, "a"));
    assertRefused("archive.name", file, SMALL);
  }

  @Test
  void link_isRefused() throws IOException {
    Path file = temp.resolve("link.zip");
    try (var out = new org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream(file)) {
      var entry = new org.apache.commons.compress.archivers.zip.ZipArchiveEntry("link");
      entry.setUnixMode(0120777);
      out.putArchiveEntry(entry);
      out.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
      out.closeArchiveEntry();
    }
    assertRefused("archive.name", file, SMALL);
  }

  @Test
  void bomb_ofOneFile_isStoppedByTheRatio() throws IOException {
    Path file = zip(StandardCharsets.UTF_8, zip -> putZeros(zip, "bomb.csv", 4 << 20));
    assertTrue(Files.size(file) < 10_000, Files.size(file) + " bytes");
    assertRefused("archive.ratio", file, SMALL);
  }

  @Test
  void bomb_ofManyFiles_isStoppedByTheTotal() throws IOException {
    Path file =
        zip(
            StandardCharsets.UTF_8,
            zip -> {
              zip.setLevel(Deflater.NO_COMPRESSION);
              for (int i = 0; i < 10; i++) {
                putZeros(zip, i + ".csv", 1 << 20);
              }
            });
    assertRefused("archive.unpacked", file, SMALL);
  }

  /** Entries that share the same packed bytes: no single one is out of proportion, all are. */
  @Test
  void bomb_ofOverlappingFiles_isStoppedByTheRatioOfAll() throws IOException {
    Path file = temp.resolve("overlap.zip");
    Files.write(file, overlapping(19, 1_000_000));
    ArchiveLimits limits = new ArchiveLimits(20, 1 << 30, 1_500, 100_000);
    assertRefused("archive.ratio", file, limits);
  }

  @Test
  void files_tooMany_areRefusedBeforeAnyIsRead() throws IOException {
    Path file =
        zip(
            StandardCharsets.UTF_8,
            zip -> {
              for (int i = 0; i < 21; i++) {
                put(zip, i + ".csv", "a");
              }
            });
    assertRefused("archive.entries", file, SMALL);
  }

  @Test
  void directory_tooLarge_isRefusedThoughItsCountLies() throws IOException {
    Path file =
        zip(
            StandardCharsets.UTF_8,
            zip -> {
              for (int i = 0; i < 5_000; i++) {
                put(zip, i + ".csv", "");
              }
            });
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(bytes.length - 14, (short) 3)
        .putShort(bytes.length - 12, (short) 3);
    Files.write(file, bytes);
    assertRefused("archive.entries", file, SMALL);
  }

  @Test
  void archive_inTheArchive_isRefused_whateverItIsCalled() throws IOException {
    byte[] inner = Files.readAllBytes(zip(StandardCharsets.UTF_8, zip -> put(zip, "a.csv", "a")));
    Path file =
        zip(
            StandardCharsets.UTF_8,
            zip -> {
              zip.putNextEntry(new ZipEntry("a.csv"));
              zip.write(inner);
            });
    assertRefused("archive.nested", file, SMALL);
  }

  @Test
  void encrypted_isRefused() throws IOException {
    Path file = zip(StandardCharsets.UTF_8, zip -> put(zip, "a.csv", "a"));
    byte[] bytes = Files.readAllBytes(file);
    bytes[6] |= 1;
    bytes[directory(bytes) + 8] |= 1;
    Files.write(file, bytes);
    assertRefused("archive.encrypted", file, SMALL);
  }

  @Test
  void file_twice_isRefused() throws IOException {
    Path file =
        zip(
            StandardCharsets.UTF_8,
            zip -> {
              put(zip, "a.csv", "a");
              put(zip, "b.csv", "b");
            });
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length - 5; at++) {
      if (new String(bytes, at, 5, StandardCharsets.ISO_8859_1).equals("b.csv")) {
        bytes[at] = 'a';
      }
    }
    Files.write(file, bytes);
    assertRefused("archive.double", file, SMALL);
  }

  @Test
  void bytes_thatWereChanged_areFound() throws IOException {
    Path file =
        zip(
            StandardCharsets.UTF_8,
            zip -> {
              zip.setLevel(Deflater.NO_COMPRESSION);
              put(zip, "a.csv", "value");
            });
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("value");
    bytes[at] = 'V';
    Files.write(file, bytes);
    assertRefused("archive.damaged", file, SMALL);
  }

  @Test
  void archive_cutShort_isBroken() throws IOException {
    Path file = zip(StandardCharsets.UTF_8, zip -> put(zip, "a.csv", "a".repeat(1_000)));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 30));
    assertRefused("archive.broken", file, SMALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no zip at all, but long enough to be one", "PK"})
  void otherFile_isNoZip(String content) throws IOException {
    Path file = temp.resolve("other.zip");
    Files.writeString(file, content);
    assertRefused("archive.no-zip", file, SMALL);
  }

  private void assertRefused(String key, Path file, ArchiveLimits limits) {
    LoadException e = assertThrows(LoadException.class, () -> read(file, limits));
    assertEquals(key, e.key());
    assertEquals(LoadException.Fault.DATA, e.fault());
    assertTrue(e.getMessage().contains("up.zip"), e.getMessage());
    assertTrue(e.text(Locale.JAPANESE).contains("up.zip"), e.text(Locale.JAPANESE));
  }

  private static List<String> read(Path file, ArchiveLimits limits) throws IOException {
    List<String> read = new java.util.ArrayList<>();
    try (ZipArchive archive = ZipArchive.open(file, "up.zip", limits)) {
      for (ArchiveEntry entry : archive.entries()) {
        try (InputStream bytes = archive.open(entry)) {
          long size = 0;
          StringBuilder text = new StringBuilder();
          byte[] buffer = new byte[4_096];
          for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
            size += n;
            if (size < 10_000) {
              text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
          }
          read.add(entry.name() + "=" + text);
        }
      }
    }
    return read;
  }

  private Path zip(Charset names, Content content) throws IOException {
    Path file = Files.createTempFile(temp, "a", ".zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, names)) {
      content.write(zip);
    }
    return file;
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static void putZeros(ZipOutputStream zip, String name, int size) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    byte[] zeros = new byte[1 << 16];
    for (int left = size; left > 0; left -= zeros.length) {
      zip.write(zeros, 0, Math.min(left, zeros.length));
    }
    zip.closeEntry();
  }

  private static int directory(byte[] zip) {
    return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
  }

  /** One deflated run of zeros, and so many directory records that all point to it. */
  private static byte[] overlapping(int records, int size) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    byte[] zeros = new byte[size];
    deflater.setInput(zeros);
    deflater.finish();
    byte[] packed = new byte[size];
    int length = deflater.deflate(packed);
    CRC32 crc = new CRC32();
    crc.update(zeros);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer local = ByteBuffer.allocate(30 + 1).order(ByteOrder.LITTLE_ENDIAN);
    local.putInt(0x04034B50).putShort((short) 20).putShort((short) 0).putShort((short) 8).putInt(0);
    local.putInt((int) crc.getValue()).putInt(length).putInt(size).putShort((short) 1);
    local.putShort((short) 0).put((byte) 'a');
    out.writeBytes(local.array());
    out.write(packed, 0, length);
    int directory = out.size();
    for (int i = 0; i < records; i++) {
      ByteBuffer record = ByteBuffer.allocate(46 + 1).order(ByteOrder.LITTLE_ENDIAN);
      record.putInt(0x02014B50).putShort((short) 20).putShort((short) 20).putShort((short) 0);
      record.putShort((short) 8).putInt(0).putInt((int) crc.getValue()).putInt(length).putInt(size);
      record.putShort((short) 1).putShort((short) 0).putShort((short) 0).putShort((short) 0);
      record.putShort((short) 0).putInt(0).putInt(0).put((byte) ('a' + i));
      out.writeBytes(record.array());
    }
    ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0x06054B50).putInt(0).putShort((short) records).putShort((short) records);
    end.putInt(out.size() - directory).putInt(directory).putShort((short) 0);
    out.writeBytes(end.array());
    return out.toByteArray();
  }
}
