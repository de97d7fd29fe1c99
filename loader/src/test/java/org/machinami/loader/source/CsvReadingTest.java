package org.machinami.loader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.LoadException;

class CsvReadingTest {

  private static final String TABLE = "code,名称\n13101,千代田区\n13102,\"中央区, 東京\"\n";
  private static final SourceLimits SMALL = new SourceLimits(500, 200, 5, 10, 1000);

  private final List<String> rows = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-31j", "EUC-JP"})
  void read_undeclaredEncoding_isFound(String encoding) throws IOException {
    SourceFinding finding = read(TABLE.getBytes(Charset.forName(encoding)), Optional.empty());
    assertEquals(List.of("13101|千代田区", "13102|中央区, 東京"), rows);
    assertEquals(encoding, finding.encoding());
    assertEquals(SourceFinding.How.FOUND, finding.how());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void read_byteOrderMark_isDropped(String encoding) throws IOException {
    SourceFinding finding =
        read(("\uFEFF" + TABLE).getBytes(Charset.forName(encoding)), Optional.empty());
    assertEquals("13101|千代田区", rows.get(0));
    assertEquals(encoding, finding.encoding());
    assertEquals(SourceFinding.How.BYTE_ORDER_MARK, finding.how());
  }

  @Test
  void read_asciiThenCp932_isFoundAtTheFirstOtherByte() throws IOException {
    String table = "code,名称\n".replace("名称", "name") + "1,a\n".repeat(300_000) + "2,渋谷区\n";
    SourceFinding finding =
        read(
            table.getBytes(EncodingFinder.CP932),
            List.of("name"),
            Optional.empty(),
            SourceLimits.DEFAULT);
    assertEquals("渋谷区", rows.get(300_000));
    assertEquals("windows-31j", finding.encoding());
  }

  @Test
  void read_wrongDeclaredEncoding_saysFileLineByte() {
    byte[] bytes = TABLE.getBytes(EncodingFinder.CP932);
    LoadException e =
        assertThrows(LoadException.class, () -> read(bytes, Optional.of(StandardCharsets.UTF_8)));
    assertEquals("source.wrong-encoding", e.key());
    assertTrue(
        e.getMessage().contains("t.csv: declared as UTF-8, but line 1, byte 6"), e::getMessage);
    assertTrue(e.getMessage().contains("reads as windows-31j"), e::getMessage);
  }

  @Test
  void read_bytesThatAreNoText_standInTheirRowOnly() throws IOException {
    byte[] bytes = (TABLE + "13103,港区\n").getBytes(StandardCharsets.UTF_8);
    bytes[TABLE.getBytes(StandardCharsets.UTF_8).length + 7] = (byte) 0xff;
    read(bytes, Optional.empty());
    assertEquals("13102|中央区, 東京", rows.get(1));
    assertTrue(rows.get(2).indexOf(DecodingReader.UNDECODABLE) > 0, rows.get(2));
  }

  @Test
  void read_missingColumn_namesNearestAndAll() {
    LoadException e =
        assertThrows(
            LoadException.class,
            () ->
                read(
                    TABLE.getBytes(StandardCharsets.UTF_8),
                    List.of("名前"),
                    Optional.empty(),
                    SourceLimits.DEFAULT));
    assertEquals(
        "t.csv: there is no column \"名前\" that the mapping uses. Nearest: 名称, code."
            + " Columns of the file: code, 名称",
        e.getMessage());
  }

  @Test
  void read_columnTwice_isRefused() {
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> read("code,名称,名称\n1,a,b\n".getBytes(StandardCharsets.UTF_8), Optional.empty()));
    assertEquals("source.double-column", e.key());
  }

  @Test
  void read_raggedRows_areFaultyAndBlankOnesAreBlank() throws IOException {
    String table = "code,名称\n1\n2,b,c\n3,d,,\n,\n\n4,e\n";
    read(table.getBytes(StandardCharsets.UTF_8), Optional.empty());
    assertEquals(List.of("3|d", "4|e"), rows);
    assertEquals(List.of("1 row.ragged 1/2", "2 row.ragged 3/2", "4 blank", "5 blank"), faults);
  }

  @Test
  void read_tooManyColumns_stops() {
    assertStops("source.columns", "code,名称\n1,2,3,4,5,6,7\n");
  }

  @Test
  void read_rowTooLong_stops() {
    assertStops(
        "source.row-length", "code,名称\n" + "x".repeat(99) + "," + "y".repeat(99) + ",zzz\n");
  }

  @Test
  void read_quoteNeverClosed_stopsWithRow() {
    LoadException e = assertStops("source.csv-broken", "code,名称\n1,a\n2,\"" + "b\n".repeat(9000));
    assertTrue(e.getMessage().contains("quote is never closed"), e::getMessage);
  }

  @Test
  void read_returnWithinTheLastCell_keepsTheRow() throws IOException {
    byte[] table = "code,名称\n1,\"a\rb\"\n2,c\n".getBytes(StandardCharsets.UTF_8);
    SourceFinding finding = read(table, Optional.empty());
    assertEquals(List.of("1|a\rb", "2|c"), rows);
    assertEquals(2, finding.rows());
  }

  @Test
  void read_emptyFile_isRefused() {
    assertStops("source.no-header", "");
  }

  private LoadException assertStops(String key, String table) {
    LoadException e =
        assertThrows(
            LoadException.class,
            () ->
                read(
                    table.getBytes(StandardCharsets.UTF_8),
                    List.of("code", "名称"),
                    Optional.empty(),
                    SMALL));
    assertEquals(key, e.key());
    assertTrue(e.getMessage().contains("t.csv"), e::getMessage);
    return e;
  }

  private SourceFinding read(byte[] bytes, Optional<Charset> declared) throws IOException {
    return read(bytes, List.of("code", "名称"), declared, SourceLimits.DEFAULT);
  }

  private SourceFinding read(
      byte[] bytes, List<String> references, Optional<Charset> declared, SourceLimits limits)
      throws IOException {
    return new CsvReading(',', 0, declared, limits)
        .read(
            "t.csv", new ByteArrayInputStream(bytes), references, 0, row -> take(row, references));
  }

  private void take(Row row, List<String> references) {
    if (!row.fault().isEmpty()) {
      faults.add(row.number() + " " + row.fault() + " " + row.faultDetail());
    } else if (row.blank()) {
      faults.add(row.number() + " blank");
    } else {
      List<String> values = new ArrayList<>();
      for (int slot = 0; slot < references.size(); slot++) {
        values.add(row.count(slot) == 0 ? "" : row.value(slot, 0));
      }
      rows.add(String.join("|", values));
    }
  }
}
