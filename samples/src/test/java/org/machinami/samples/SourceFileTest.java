package org.machinami.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The source files: encoded and laid out as offices publish them. */
class SourceFileTest {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  @Test
  void offices_areCp932WithCrlf() throws IOException {
    byte[] bytes =
        Files.readAllBytes(SampleFolders.file("municipal-offices/130001_municipal_offices.csv"));
    assertThrows(
        CharacterCodingException.class,
        () -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
    String text =
        Charset.forName("windows-31j").newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    assertTrue(text.startsWith("都道府県コード又は市区町村コード,NO,"));
    assertEquals(63, text.split("\r\n").length);
    assertFalse(text.replace("\r\n", "").contains("\n"));
    assertTrue(text.contains("東京都渋谷区宇田川町１番１号"), "full-width digits");
  }

  @Test
  void libraries_beginWithByteOrderMark() throws IOException {
    byte[] bytes = Files.readAllBytes(SampleFolders.file("libraries/130001_libraries.csv"));
    assertArrayEquals(BYTE_ORDER_MARK, Arrays.copyOf(bytes, 3));
    assertTrue(new String(bytes, StandardCharsets.UTF_8).contains("\r\n"));
  }

  @Test
  void traffic_hasTwelveUnusableCounts() throws IOException {
    List<String> counts =
        Files.readAllLines(SampleFolders.file("road-traffic/traffic_counts_202610.csv"));
    assertEquals(6720, counts.size() - 1);
    assertEquals(
        12, counts.stream().skip(1).filter(row -> !row.matches(".*,[0-9]+,[0-9.]+")).count());
  }

  @Test
  void codes_haveTheRightCheckDigit() throws IOException {
    List<String> rows = Files.readAllLines(SampleFolders.file("municipalities/municipalities.csv"));
    assertEquals(62, rows.size() - 1);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      assertEquals(cells[1], cells[0].substring(0, 5));
      assertEquals(checkDigit(cells[1]), cells[0].charAt(5), row);
    }
  }

  @Test
  void generator_writesTheCommittedFilesByteForByte(@org.junit.jupiter.api.io.TempDir Path target)
      throws IOException {
    Generator.generate(SampleFolders.datasets(), target);
    int compared = 0;
    try (var files = Files.walk(target)) {
      for (Path made : files.filter(Files::isRegularFile).toList()) {
        Path committed = SampleFolders.datasets().resolve(target.relativize(made).toString());
        assertEquals(-1, Files.mismatch(made, committed), committed.toString());
        compared++;
      }
    }
    assertEquals(16, compared);
  }

  /** 11 minus the sum of the digits weighted 6 to 2, modulo 11; its last digit. */
  private static char checkDigit(String code) {
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += (code.charAt(i) - '0') * (6 - i);
    }
    return Character.forDigit((11 - sum % 11) % 10, 10);
  }
}
