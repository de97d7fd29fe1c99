package org.machinami.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.machinami.loader.mapping.LogicalSource.Formulation;

/** The generated counters in each format that is read, made of their CSV. */
final class CounterFiles {
  private static final int LATITUDE = 7;
  private static final int LONGITUDE = 8;
  private static final String GML = "http://www.opengis.net/gml";
  private static final String CITY = "http://www.opengis.net/citygml/2.0";
  private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  private CounterFiles() {}

  /** Writes them beside the CSV and removes that; the name of the file that is read. */
  static String write(Path csv, Formulation formulation) throws IOException {
    Path folder = csv.resolveSibling("");
    String name =
        switch (formulation) {
          case CSV -> "counters.csv";
          case JSON -> lines(csv, "counters.json", "[", ",\n", "]", CounterFiles::object);
          case GEOJSON ->
              lines(
                  csv,
                  "counters.geojson",
                  "{\"type\":\"FeatureCollection\",\"features\":[",
                  ",\n",
                  "]}",
                  CounterFiles::feature);
          case GEOJSON_LINES ->
              lines(csv, "counters.ndgeojson", "", "\n", "\n", CounterFiles::feature);
          case CITYGML ->
              lines(
                  csv,
                  "counters.gml",
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><core:CityModel xmlns:core=\""
                      + CITY
                      + "\" xmlns:gml=\""
                      + GML
                      + "\" xmlns:x=\"http://bench.example/x\">",
                  "\n",
                  "</core:CityModel>",
                  CounterFiles::member);
          case EXCEL -> workbook(csv, folder.resolve("counters.xlsx"));
          case GTFS -> feed(csv, folder.resolve("counters.zip"));
          case SHAPEFILE -> shapefile(csv, folder);
          case PARQUET -> CounterParquet.write(csv, folder.resolve("counters.parquet"));
        };
    if (formulation != Formulation.CSV) {
      Files.delete(csv);
    }
    return name;
  }

  /** A row as one record of a format. */
  private interface Form {
    String of(String[] names, String[] cells);
  }

  /** The rows of a CSV without quotes, the header first. */
  static Stream<String[]> rows(Path csv) throws IOException {
    BufferedReader reader = Files.newBufferedReader(csv);
    return reader
        .lines()
        .map(line -> line.split(",", -1))
        .onClose(
            () -> {
              try {
                reader.close();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static String lines(
      Path csv, String name, String head, String between, String tail, Form form)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(csv.resolveSibling(name));
        Stream<String[]> rows = rows(csv)) {
      out.write(head);
      String[] names = null;
      boolean first = true;
      for (String[] cells : (Iterable<String[]>) rows::iterator) {
        if (names == null) {
          names = cells;
          continue;
        }
        out.write(first ? "" : between);
        out.write(form.of(names, cells));
        first = false;
      }
      out.write(tail);
    }
    return name;
  }

  private static String object(String[] names, String[] cells) {
    StringBuilder object = new StringBuilder("{");
    for (int i = 0; i < names.length; i++) {
      object.append(i == 0 ? "\"" : ",\"").append(names[i]).append("\":\"");
      object.append(cells[i]).append('"');
    }
    return object.append('}').toString();
  }

  private static String feature(String[] names, String[] cells) {
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":["
        + cells[LONGITUDE]
        + ","
        + cells[LATITUDE]
        + "]},\"properties\":"
        + object(names, cells)
        + "}";
  }

  private static String member(String[] names, String[] cells) {
    StringBuilder member = new StringBuilder("<core:cityObjectMember><x:Counter>");
    for (int i = 0; i < names.length; i++) {
      member.append("<x:").append(names[i]).append('>').append(cells[i]);
      member.append("</x:").append(names[i]).append('>');
    }
    return member.append("</x:Counter></core:cityObjectMember>").toString();
  }

  private static String workbook(Path csv, Path file) throws IOException {
    Map<String, String> parts =
        Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\""
                + PACKAGE
                + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/"
                + "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>",
            "_rels/.rels",
            relation("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml",
            "<workbook xmlns=\""
                + SHEET
                + "\" xmlns:r=\""
                + OFFICE
                + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            relation("worksheet", "worksheets/sheet1.xml"));
    try (ZipOutputStream zip =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        Stream<String[]> rows = rows(csv)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(bytes(part.getValue()));
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
      out.write("<worksheet xmlns=\"" + SHEET + "\"><sheetData>");
      for (String[] cells : (Iterable<String[]>) rows::iterator) {
        out.write("<row>");
        for (String cell : cells) {
          out.write("<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
        }
        out.write("</row>");
      }
      out.write("</sheetData></worksheet>");
      out.flush();
    }
    return file.getFileName().toString();
  }

  private static String relation(String type, String target) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\"><Relationship Id=\"r1\" Type=\""
        + OFFICE
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private static String feed(Path csv, Path file) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (String table : List.of("agency", "routes", "trips", "stop_times")) {
        zip.putNextEntry(new ZipEntry(table + ".txt"));
        zip.write(bytes(table + "_id\n1\n"));
      }
      zip.putNextEntry(new ZipEntry("calendar.txt"));
      zip.write(
          bytes(
              "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
                  + "start_date,end_date\n1,1,1,1,1,1,1,1,20260401,20270331\n"));
      zip.putNextEntry(new ZipEntry("stops.txt"));
      Files.copy(csv, zip);
    }
    return file.getFileName().toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final int CELL = 40;
  private static final int POINT_RECORD = 28;
  private static final int SHP_HEAD = 100;

  private static String shapefile(Path csv, Path folder) throws IOException {
    List<String[]> rows;
    try (Stream<String[]> all = rows(csv)) {
      rows = new ArrayList<>(all.toList());
    }
    String[] names = rows.remove(0);
    ByteBuffer head = ByteBuffer.allocate(SHP_HEAD);
    head.putInt(0, 9994).putInt(24, (SHP_HEAD + rows.size() * POINT_RECORD) / 2);
    head.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 1);
    head.putDouble(36, 139).putDouble(44, 35).putDouble(52, 140).putDouble(60, 36);
    try (OutputStream shp = out(folder.resolve("counters.shp"));
        OutputStream dbf = out(folder.resolve("counters.dbf"))) {
      shp.write(head.array());
      dbf.write(table(names, rows.size()));
      int number = 0;
      for (String[] cells : rows) {
        ByteBuffer record = ByteBuffer.allocate(POINT_RECORD).putInt(++number).putInt(10);
        record.order(ByteOrder.LITTLE_ENDIAN).putInt(1);
        record.putDouble(Double.parseDouble(cells[LONGITUDE]));
        record.putDouble(Double.parseDouble(cells[LATITUDE]));
        shp.write(record.array());
        dbf.write(' ');
        for (String cell : cells) {
          byte[] padded = new byte[CELL];
          Arrays.fill(padded, (byte) ' ');
          byte[] text = bytes(cell);
          System.arraycopy(text, 0, padded, 0, Math.min(CELL, text.length));
          dbf.write(padded);
        }
      }
      dbf.write(0x1A);
    }
    Files.writeString(folder.resolve("counters.cpg"), "UTF-8");
    return "counters.shp";
  }

  private static byte[] table(String[] names, int rows) {
    int length = 32 + 32 * names.length + 1;
    ByteBuffer head = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    head.put(0, (byte) 3).putInt(4, rows).putShort(8, (short) length);
    head.putShort(10, (short) (1 + CELL * names.length));
    for (int i = 0; i < names.length; i++) {
      int at = 32 + 32 * i;
      byte[] name = bytes(names[i]);
      for (int j = 0; j < name.length; j++) {
        head.put(at + j, name[j]);
      }
      head.put(at + 11, (byte) 'C').put(at + 16, (byte) CELL);
    }
    head.put(length - 1, (byte) 0x0D);
    return head.array();
  }

  private static OutputStream out(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }
}
