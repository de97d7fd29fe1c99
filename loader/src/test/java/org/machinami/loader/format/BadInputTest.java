package org.machinami.loader.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.machinami.loader.LoadException;
import org.machinami.loader.mapping.LogicalSource.Formulation;
import org.machinami.loader.source.ReadRows;
import org.machinami.loader.source.SourceReader;

/**
 * What every format makes of files that offices really send: an error that names the file, or a bad
 * row; never a row that is wrong without a word.
 */
class BadInputTest {

  private static final int MILLION = 1_000_000;
  private static final String NAME = "名称";

  @TempDir private Path folder;

  private static SourceReader reader(Formulation formulation, Optional<Charset> encoding) {
    return Formats.reader(MutationTest.source(formulation, 0), encoding);
  }

  /** The reference that samples of a format have values for. */
  private static String reference(Formulation formulation) {
    return switch (formulation) {
      case GTFS -> "stop_name";
      case CITYGML -> "measuredHeight";
      case SHAPEFILE -> "名前";
      default -> NAME;
    };
  }

  private ReadRows read(Formulation formulation, Optional<Charset> encoding, Path file)
      throws IOException {
    return ReadRows.of(reader(formulation, encoding), file, reference(formulation));
  }

  /** The sample on disk, its main file changed. */
  private Path sample(Formulation formulation, java.util.function.UnaryOperator<byte[]> change)
      throws IOException {
    Map<String, byte[]> files = Samples.of(formulation);
    String main = files.keySet().iterator().next();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      boolean isMain = file.getKey().equals(main);
      Files.write(
          folder.resolve(file.getKey()), isMain ? change.apply(file.getValue()) : file.getValue());
    }
    return folder.resolve(main);
  }

  private static void assertSaysFile(LoadException e, Path file) {
    String name = file.getFileName().toString();
    // Or what lies beside it: a shapefile is several files of one name.
    assertTrue(
        e.getMessage().contains(name.substring(0, name.lastIndexOf('.') + 1)), e::getMessage);
    assertFalse(e.getMessage().equals(e.key()), e::key);
  }

  @ParameterizedTest
  @EnumSource(Formulation.class)
  void read_emptyFile_isRefusedByName(Formulation formulation) throws IOException {
    Path file = sample(formulation, bytes -> new byte[0]);
    assertSaysFile(
        assertThrows(LoadException.class, () -> read(formulation, Optional.empty(), file)), file);
  }

  @ParameterizedTest
  @EnumSource(Formulation.class)
  void read_cutInTheMiddle_isRefusedOrABadRow(Formulation formulation) throws IOException {
    int whole =
        read(formulation, Optional.empty(), sample(formulation, bytes -> bytes)).rows().size();
    for (int part = 1; part < 8; part++) {
      int eighths = part;
      Path file = sample(formulation, bytes -> Arrays.copyOf(bytes, bytes.length * eighths / 8));
      try {
        List<String> rows = read(formulation, Optional.empty(), file).rows();
        boolean told = rows.stream().anyMatch(row -> row.startsWith("!"));
        // A table in text that is cut between two rows, or within its last cell, is a whole one.
        boolean text = formulation == Formulation.CSV || formulation == Formulation.GEOJSON_LINES;
        assertTrue(told || (text && rows.size() <= whole), formulation + " " + rows);
      } catch (LoadException e) {
        assertSaysFile(e, file);
      }
    }
  }

  static Stream<Arguments> others() {
    return Stream.of(Formulation.values())
        .flatMap(
            one ->
                Stream.of(Formulation.values())
                    .filter(other -> one != other)
                    .map(other -> Arguments.of(one, other)));
  }

  /** A file under a name that promises another format. */
  @ParameterizedTest
  @MethodSource("others")
  void read_wrongExtension_isRefusedOrHasNoSuchValues(Formulation asked, Formulation given)
      throws IOException {
    byte[] content = Samples.of(given).values().iterator().next();
    String name = Samples.of(asked).keySet().iterator().next();
    Path file = Files.write(folder.resolve(name), content);
    try {
      ReadRows read = read(asked, Optional.empty(), file);
      List<String> values =
          read.rows().stream().filter(row -> !row.isEmpty() && !row.startsWith("!")).toList();
      boolean related = asked == Formulation.GEOJSON_LINES || asked == Formulation.JSON;
      assertTrue(related || values.isEmpty(), () -> asked + " of " + given + ": " + values);
      boolean told =
          read.rows().stream().anyMatch(row -> row.startsWith("!"))
              || read.finding().other()
              || read.finding().unmatched().contains(reference(asked));
      assertTrue(told, () -> asked + " of " + given + ": " + read);
    } catch (LoadException e) {
      assertSaysFile(e, file);
    }
  }

  @ParameterizedTest
  @EnumSource(Formulation.class)
  void read_pageOfAnError_isRefused(Formulation formulation) throws IOException {
    byte[] page =
        Samples.bytes(
            "<!doctype html>\n<html><head><title>404</title></head><body><p>Not found</body></html>\n");
    Path file = sample(formulation, bytes -> page);
    try {
      List<String> rows = read(formulation, Optional.empty(), file).rows();
      assertTrue(rows.stream().allMatch(row -> row.startsWith("!")), rows::toString);
    } catch (LoadException e) {
      assertSaysFile(e, file);
    }
  }

  /** Of formats whose bytes are text. */
  @ParameterizedTest
  @EnumSource(
      value = Formulation.class,
      names = {"CSV", "JSON", "GEOJSON", "GEOJSON_LINES", "CITYGML"})
  void read_wrongCharset_isRefusedOrABadRow(Formulation formulation) throws IOException {
    Path file =
        sample(
            formulation,
            bytes ->
                new String(bytes, StandardCharsets.UTF_8)
                    .replace("<bldg:measuredHeight", "<!-- 高さ --><bldg:measuredHeight")
                    .getBytes(Charset.forName("windows-31j")));
    try {
      List<String> rows = read(formulation, Optional.of(StandardCharsets.UTF_8), file).rows();
      assertTrue(rows.stream().anyMatch(row -> row.startsWith("!")), rows::toString);
      assertTrue(rows.stream().noneMatch(row -> row.contains("\uFFFD")), rows::toString);
    } catch (LoadException e) {
      assertSaysFile(e, file);
    }
  }

  @Test
  void read_feedInAWrongCharset_isRefusedOrABadRow() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String table : List.of("agency", "routes", "trips", "stop_times")) {
        zip.putNextEntry(new ZipEntry(table + ".txt"));
        zip.write(Samples.bytes(table + "_id\n1\n"));
      }
      zip.putNextEntry(new ZipEntry("stops.txt"));
      zip.write("stop_id,stop_name\n1,駅前\n".getBytes(Charset.forName("windows-31j")));
    }
    Path file = Files.write(folder.resolve("feed.zip"), bytes.toByteArray());
    try {
      List<String> rows = read(Formulation.GTFS, Optional.of(StandardCharsets.UTF_8), file).rows();
      assertTrue(rows.stream().allMatch(row -> row.startsWith("!")), rows::toString);
    } catch (LoadException e) {
      assertSaysFile(e, file);
    }
  }

  /** A record of a million columns, by the format. */
  private static byte[] million(Formulation formulation) throws IOException {
    String members =
        IntStream.range(0, MILLION)
            .mapToObj(i -> "\"c" + i + "\":1")
            .collect(Collectors.joining(","));
    String feature = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{" + members + "}}";
    return switch (formulation) {
      case CSV -> Samples.bytes("c,".repeat(MILLION) + NAME + "\n");
      case JSON -> Samples.bytes("[{" + members + "}]");
      case GEOJSON ->
          Samples.bytes("{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}");
      case GEOJSON_LINES -> Samples.bytes(feature);
      case EXCEL -> workbook("<row>" + "<c><v>1</v></c>".repeat(MILLION) + "</row>");
      case SHAPEFILE -> ByteBuffer.allocate(100).putInt(0, 9994).putInt(24, 50).array();
      case CITYGML ->
          Samples.bytes(
              new String(Samples.of(formulation).get("a.gml"), StandardCharsets.UTF_8)
                  .replaceFirst(
                      "<bldg:measuredHeight",
                      IntStream.range(0, MILLION)
                              .mapToObj(i -> "<bldg:c" + i + ">x</bldg:c" + i + ">")
                              .collect(Collectors.joining())
                          + "<bldg:measuredHeight"));
      case GTFS -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
          for (String table : List.of("agency", "routes", "trips", "stop_times", "stops")) {
            zip.putNextEntry(new ZipEntry(table + ".txt"));
            // Numbers that pack badly: a bomb is another case.
            String wide =
                IntStream.range(0, MILLION).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
            zip.write(Samples.bytes(table.equals("stops") ? wide + "\n" : "a\n1\n"));
          }
        }
        yield bytes.toByteArray();
      }
      case PARQUET -> parquet();
    };
  }

  private static byte[] workbook(String rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      Map<String, String> parts =
          Map.of(
              "[Content_Types].xml",
              "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>",
              "_rels/.rels",
              "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
              "xl/workbook.xml",
              "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
              "xl/_rels/workbook.xml.rels",
              "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
              "xl/worksheets/sheet1.xml",
              "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                  + rows
                  + "</sheetData></worksheet>");
      for (Map.Entry<String, String> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        byte[] content = Samples.bytes(part.getValue());
        entry.setMethod(ZipEntry.STORED);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(content);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }

  /** A file of nothing but a footer. */
  private static byte[] parquet() throws IOException {
    List<SchemaElement> schema = new ArrayList<>();
    SchemaElement root = new SchemaElement("m");
    root.setNum_children(MILLION);
    schema.add(root);
    for (int i = 0; i < MILLION; i++) {
      SchemaElement column = new SchemaElement("c" + i);
      column.setType(Type.INT32);
      column.setRepetition_type(FieldRepetitionType.OPTIONAL);
      schema.add(column);
    }
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(new FileMetaData(1, schema, 0, List.of()), footer);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(Samples.bytes("PAR1"));
    file.writeBytes(footer.toByteArray());
    file.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.size()).array());
    file.writeBytes(Samples.bytes("PAR1"));
    return file.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(Formulation.class)
  void read_aMillionColumns_isRefusedOrReadInBounds(Formulation formulation) throws IOException {
    byte[] wide = million(formulation);
    Path file = sample(formulation, bytes -> wide);
    if (formulation == Formulation.SHAPEFILE) {
      // Lengths of two bytes allow 2,046 columns at most; a header that says more is a wrong one.
      ByteBuffer table = ByteBuffer.allocate(65_535 + 33).order(ByteOrder.LITTLE_ENDIAN);
      table.put(0, (byte) 3).putShort(8, (short) 65_535).putShort(10, (short) 65_535);
      Files.write(folder.resolve("a.dbf"), table.array());
    }
    try {
      List<String> rows = read(formulation, Optional.empty(), file).rows();
      boolean records =
          formulation == Formulation.JSON
              || formulation == Formulation.GEOJSON
              || formulation == Formulation.GEOJSON_LINES
              || formulation == Formulation.CITYGML;
      assertTrue(records, () -> formulation + ": " + rows.size() + " rows");
      assertEquals(formulation == Formulation.CITYGML ? 5 : 1, rows.size());
    } catch (LoadException e) {
      assertSaysFile(e, file);
    } catch (OutOfMemoryError e) {
      fail(formulation + " takes too much memory", e);
    }
  }

  @Test
  void read_memberTwice_isRefusedWithItsPlace() throws IOException {
    String twice = "{\"名称\":\"a\",\"数\":1,\"名称\":\"b\"}";
    Path json = Files.writeString(folder.resolve("a.json"), "[{\"名称\":\"x\"},\n" + twice + "]");
    LoadException e =
        assertThrows(LoadException.class, () -> read(Formulation.JSON, Optional.empty(), json));
    assertEquals("source.json-broken", e.key());
    assertTrue(e.getMessage().contains("line 2") && e.getMessage().contains(NAME), e::getMessage);
    Path lines =
        Files.writeString(
            folder.resolve("a.ndgeojson"),
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"名称\":\"x\"}}\n"
                + "{\"type\":\"Feature\",\"geometry\":null,\"properties\":"
                + twice
                + "}\n");
    List<String> rows = read(Formulation.GEOJSON_LINES, Optional.empty(), lines).rows();
    assertEquals("x", rows.get(0));
    assertTrue(rows.get(1).startsWith("!row.json"), rows::toString);
  }

  @Test
  void read_columnTwice_isRefusedInTablesOfAllKinds() throws IOException {
    Path csv = Files.writeString(folder.resolve("a.csv"), "名称,名称\na,b\n");
    Path excel =
        Files.write(
            folder.resolve("a.xlsx"),
            workbook(
                ("<row>" + "<c t=\"inlineStr\"><is><t>名称</t></is></c>".repeat(2) + "</row>")
                    .repeat(2)));
    for (Map.Entry<Formulation, Path> file :
        Map.of(Formulation.CSV, csv, Formulation.EXCEL, excel).entrySet()) {
      LoadException e =
          assertThrows(
              LoadException.class, () -> read(file.getKey(), Optional.empty(), file.getValue()));
      assertEquals("source.double-column", e.key());
    }
  }

  @Test
  void read_moreBehindTheEndOfADocument_isRefusedWithItsPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "[{\"名称\":\"a\"}]\n[{\"名称\":\"b\"}]\n");
    LoadException e =
        assertThrows(LoadException.class, () -> read(Formulation.JSON, Optional.empty(), file));
    assertEquals("source.json-more", e.key());
    assertTrue(e.getMessage().contains("line 2"), e::getMessage);
    Path lines =
        Files.writeString(
            folder.resolve("a.ndgeojson"),
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"名称\":\"x\"}} {}\n");
    assertTrue(
        read(Formulation.GEOJSON_LINES, Optional.empty(), lines)
            .rows()
            .get(0)
            .startsWith("!row.json"));
  }
}
