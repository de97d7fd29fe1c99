package org.machinami.loader.parquet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.OnDisk;
import org.machinami.loader.source.RecordRows;
import org.machinami.loader.source.RowHandler;
import org.machinami.loader.source.SourceContent;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.SourceReader;

/** A Parquet file: its columns are references, {@code geometry.wkt} that of GeoParquet. */
public final class ParquetReading implements SourceReader {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL = 8;
  private static final int MOST_FOOTER = 32 << 20;

  /** Bytes of a row group, unpacked: it is held in memory. */
  private static final long MOST_ROW_GROUP = 512L << 20;

  private static final int GROUPS_OF_A_COLUMN = 4;

  private final SourceLimits limits;

  public ParquetReading(SourceLimits limits) {
    this.limits = limits;
  }

  @Override
  public boolean givesFeatures() {
    return true;
  }

  @Override
  public SourceFinding read(
      SourceContent content,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    String name = content.name();
    RecordRows rows = RecordRows.features(name, references, extraSlots, handler, inspector);
    try (OnDisk file = OnDisk.of(content)) {
      requireParquet(name, file.path());
      read(name, file.path(), rows);
    }
    return rows.finding("UTF-8", SourceFinding.How.DECLARED);
  }

  /** Its beginning, its end, and a footer that fits in it. */
  private static void requireParquet(String name, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      ByteBuffer head = ByteBuffer.allocate(MAGIC.length);
      channel.read(head, 0);
      if (size < MAGIC.length + TAIL || !java.util.Arrays.equals(head.array(), MAGIC)) {
        throw new LoadException(Fault.DATA, "parquet.no-parquet", name);
      }
      ByteBuffer tail = ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN);
      channel.read(tail, size - TAIL);
      int footer = tail.getInt(0);
      if (!java.util.Arrays.equals(tail.array(), 4, TAIL, MAGIC, 0, MAGIC.length)
          || footer < 1
          || footer > size - MAGIC.length - TAIL) {
        throw new LoadException(Fault.DATA, "parquet.broken", name, 0, "footer");
      }
      if (footer > MOST_FOOTER) {
        throw new LoadException(Fault.DATA, "parquet.broken", name, 0, "footer > " + MOST_FOOTER);
      }
    }
  }

  private void read(String name, Path file, RecordRows rows) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      FileMetaData written = guarded(() -> footer(channel));
      // Before the library makes objects of them; a nested column has some groups around it.
      if (written.getSchemaSize() > GROUPS_OF_A_COLUMN * limits.columns()) {
        throw new LoadException(Fault.DATA, "source.columns", name, 0, limits.columns());
      }
      ParquetMetadata footer =
          guarded(() -> new ParquetMetadataConverter().fromParquetMetadata(written));
      MessageType schema = footer.getFileMetaData().getSchema();
      if (schema.getColumns().size() > limits.columns()) {
        throw new LoadException(Fault.DATA, "source.columns", name, 0, limits.columns());
      }
      Places places = Places.of(name, footer.getFileMetaData().getKeyValueMetaData().get("geo"));
      requireBounded(name, footer.getBlocks());
      MessageColumnIO columns =
          new ColumnIOFactory(footer.getFileMetaData().getCreatedBy()).getColumnIO(schema);
      for (BlockMetaData block : footer.getBlocks()) {
        RowGroup group = guarded(() -> RowGroup.read(channel, block, schema));
        RecordReader<Group> records =
            guarded(() -> columns.getRecordReader(group, new GroupRecordConverter(schema)));
        for (long i = 0; i < group.rows(); i++) {
          Group record = guarded(records::read);
          ObjectNode feature = guarded(() -> feature(record, places));
          if (guarded(() -> places.put(record, feature))) {
            rows.add(feature);
          } else {
            rows.addFaulty("row.parquet-geometry", places.column());
          }
        }
      }
    } catch (IOException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      if (cause instanceof Codecs.UnknownCodecException) {
        throw new LoadException(Fault.DATA, e, "parquet.codec", name, cause.getMessage());
      }
      throw new LoadException(
          Fault.DATA, e, "parquet.broken", name, rows.number(), String.valueOf(e.getMessage()));
    }
  }

  /** A step that only the library takes. */
  private interface Step<T> {
    T run() throws IOException;
  }

  /** The library has an exception of its own for each way in which bytes can be wrong. */
  private static <T> T guarded(Step<T> step) throws IOException {
    try {
      return step.run();
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static FileMetaData footer(FileChannel channel) throws IOException {
    ByteBuffer tail = ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN);
    channel.read(tail, channel.size() - TAIL);
    byte[] footer = new byte[tail.getInt(0)];
    channel.read(ByteBuffer.wrap(footer), channel.size() - TAIL - footer.length);
    return Util.readFileMetaData(new ByteArrayInputStream(footer));
  }

  private static void requireBounded(String name, List<BlockMetaData> groups) {
    for (BlockMetaData group : groups) {
      if (group.getTotalByteSize() < 0 || group.getTotalByteSize() > MOST_ROW_GROUP) {
        throw new LoadException(
            Fault.DATA, "parquet.row-group", name, group.getTotalByteSize(), MOST_ROW_GROUP);
      }
    }
  }

  private static ObjectNode feature(Group record, Places places) {
    ObjectNode feature = JsonNodeFactory.instance.objectNode();
    feature.put("type", "Feature");
    ObjectNode properties = Values.object(record, 0);
    properties.remove(places.column());
    feature.set("properties", properties);
    return feature;
  }
}
