package org.machinami.loader.shapefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes shapefiles as programs of the trade do: outlines with the clock, holes against it. */
public final class ShapefileWriter {

  /** A column of the table. */
  public record Column(String name, char type, int length, int decimals) {}

  private final Charset charset;
  private final int mark;
  private final List<Column> columns;
  private final ByteArrayOutputStream shapes = new ByteArrayOutputStream();
  private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
  private final double[] box = {1e300, 1e300, -1e300, -1e300};
  private int type = 5;
  private int records;

  /**
   * @param mark of the language driver in the table
   */
  public ShapefileWriter(Charset charset, int mark, Column... columns) {
    this.charset = charset;
    this.mark = mark;
    this.columns = List.of(columns);
  }

  private void grow(double x, double y) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }

  /** All that a buffer holds. */
  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.clear().get(bytes);
    return bytes;
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  public ShapefileWriter point(double x, double y, Map<String, String> values) {
    type = 1;
    grow(x, y);
    return record(buffer(20).putInt(1).putDouble(x).putDouble(y), values);
  }

  /** Rings or lines, each with x and y by turns. */
  public ShapefileWriter parts(int kind, List<double[]> parts, Map<String, String> values) {
    type = kind;
    int points = parts.stream().mapToInt(part -> part.length / 2).sum();
    ByteBuffer content = buffer(44 + 4 * parts.size() + 16 * points);
    content.putInt(kind).putDouble(0).putDouble(0).putDouble(0).putDouble(0);
    content.putInt(parts.size()).putInt(points);
    int start = 0;
    for (double[] part : parts) {
      content.putInt(start);
      start += part.length / 2;
    }
    for (double[] part : parts) {
      for (int i = 0; i < part.length; i += 2) {
        content.putDouble(part[i]).putDouble(part[i + 1]);
        grow(part[i], part[i + 1]);
      }
    }
    return record(content, values);
  }

  ShapefileWriter empty(Map<String, String> values) {
    return record(buffer(4).putInt(0), values);
  }

  /** A record of whatever bytes. */
  ShapefileWriter record(ByteBuffer content, Map<String, String> values) {
    records++;
    shapes.writeBytes(
        ByteBuffer.allocate(8).putInt(records).putInt(content.capacity() / 2).array());
    shapes.writeBytes(bytes(content));
    rows.write(' ');
    for (Column column : columns) {
      byte[] text = values.getOrDefault(column.name, "").getBytes(charset);
      byte[] cell = new byte[column.length];
      java.util.Arrays.fill(cell, (byte) ' ');
      int at = column.type == 'N' ? cell.length - text.length : 0;
      System.arraycopy(text, 0, cell, at, Math.min(text.length, cell.length));
      rows.writeBytes(cell);
    }
    return this;
  }

  public byte[] shp() {
    ByteBuffer header = ByteBuffer.allocate(100);
    header.putInt(0, 9994).putInt(24, (100 + shapes.size()) / 2);
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
    for (int i = 0; i < 4; i++) {
      header.putDouble(36 + 8 * i, box[i]);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(header.array());
    all.writeBytes(shapes.toByteArray());
    return all.toByteArray();
  }

  public byte[] dbf() {
    int headerLength = 32 + 32 * columns.size() + 1;
    int recordLength = 1 + columns.stream().mapToInt(Column::length).sum();
    ByteBuffer header = buffer(headerLength);
    header.put(0, (byte) 3).putInt(4, records).putShort(8, (short) headerLength);
    header.putShort(10, (short) recordLength).put(29, (byte) mark);
    int at = 32;
    for (Column column : columns) {
      byte[] name = column.name.getBytes(charset);
      for (int i = 0; i < Math.min(10, name.length); i++) {
        header.put(at + i, name[i]);
      }
      header.put(at + 11, (byte) column.type).put(at + 16, (byte) column.length);
      header.put(at + 17, (byte) column.decimals);
      at += 32;
    }
    header.put(at, (byte) 0x0D);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes(header));
    all.writeBytes(rows.toByteArray());
    all.write(0x1A);
    return all.toByteArray();
  }

  /** Writes the files; those of no text are left out. */
  public Path write(Path folder, String name, String prj, String cpg) throws IOException {
    Path shp = folder.resolve(name + ".shp");
    Files.write(shp, shp());
    Files.write(folder.resolve(name + ".dbf"), dbf());
    for (Map.Entry<String, String> text : Map.of(".prj", prj, ".cpg", cpg).entrySet()) {
      if (!text.getValue().isEmpty()) {
        Files.write(
            folder.resolve(name + text.getKey()),
            text.getValue().getBytes(StandardCharsets.US_ASCII));
      }
    }
    return shp;
  }

  /** The ring turned round. */
  static double[] reversed(double[] ring) {
    double[] other = new double[ring.length];
    for (int i = 0; i < ring.length; i += 2) {
      other[ring.length - 2 - i] = ring[i];
      other[ring.length - 1 - i] = ring[i + 1];
    }
    return other;
  }

  static List<double[]> rings(double[]... rings) {
    return new ArrayList<>(List.of(rings));
  }
}
