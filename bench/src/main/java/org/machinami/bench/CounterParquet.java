package org.machinami.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * The counters as Parquet, written plainly: texts that are always there, a page for each column of
 * a group of rows, no compression.
 */
final class CounterParquet {
  private static final int GROUP = 20_000;
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final List<String> names;
  private final BufferedOutputStream out;
  private final List<RowGroup> groups = new ArrayList<>();
  private long written;
  private long rows;

  private CounterParquet(List<String> names, BufferedOutputStream out) {
    this.names = names;
    this.out = out;
  }

  static String write(Path csv, Path file) throws IOException {
    try (BufferedOutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Stream<String[]> all = CounterFiles.rows(csv)) {
      CounterParquet parquet = null;
      List<String[]> group = new ArrayList<>();
      for (String[] cells : (Iterable<String[]>) all::iterator) {
        if (parquet == null) {
          parquet = new CounterParquet(List.of(cells), out);
          parquet.add(MAGIC);
          continue;
        }
        group.add(cells);
        if (group.size() == GROUP) {
          parquet.group(group);
          group.clear();
        }
      }
      if (!group.isEmpty()) {
        parquet.group(group);
      }
      parquet.end();
    }
    return file.getFileName().toString();
  }

  private void add(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }

  private void group(List<String[]> cells) throws IOException {
    List<ColumnChunk> chunks = new ArrayList<>();
    long bytes = 0;
    for (int column = 0; column < names.size(); column++) {
      ByteArrayOutputStream values = new ByteArrayOutputStream();
      for (String[] row : cells) {
        byte[] text = row[column].getBytes(StandardCharsets.UTF_8);
        values.writeBytes(integer(text.length));
        values.writeBytes(text);
      }
      PageHeader page = new PageHeader(PageType.DATA_PAGE, values.size(), values.size());
      page.setData_page_header(
          new DataPageHeader(cells.size(), Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      Util.writePageHeader(page, head);
      long start = written;
      add(head.toByteArray());
      add(values.toByteArray());
      long size = written - start;
      ColumnChunk chunk = new ColumnChunk(start);
      chunk.setMeta_data(
          new ColumnMetaData(
              Type.BYTE_ARRAY,
              List.of(Encoding.PLAIN),
              List.of(names.get(column)),
              CompressionCodec.UNCOMPRESSED,
              cells.size(),
              size,
              size,
              start));
      chunks.add(chunk);
      bytes += size;
    }
    groups.add(new RowGroup(chunks, bytes, cells.size()));
    rows += cells.size();
  }

  private void end() throws IOException {
    List<SchemaElement> schema = new ArrayList<>();
    SchemaElement root = new SchemaElement("counters");
    root.setNum_children(names.size());
    schema.add(root);
    for (String name : names) {
      SchemaElement column = new SchemaElement(name);
      column.setType(Type.BYTE_ARRAY);
      column.setConverted_type(ConvertedType.UTF8);
      column.setRepetition_type(FieldRepetitionType.REQUIRED);
      schema.add(column);
    }
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(new FileMetaData(1, schema, rows, groups), footer);
    add(footer.toByteArray());
    add(integer(footer.size()));
    add(MAGIC);
  }

  private static byte[] integer(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
