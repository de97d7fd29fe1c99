package org.machinami.web.download;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.jena.graph.Node;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.machinami.web.rows.RowStream;

/**
 * Rows as a Parquet file, compressed with Zstandard. Held in memory is one row group at a time and
 * some bytes for each that was written. Not thread-safe.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">File format</a>
 */
final class ParquetTable implements RowStream.Sink, AutoCloseable {
  /** Bytes of a row group before they are compressed. */
  private static final long ROW_GROUP = 8 << 20;

  private static final int PAGE = 256 << 10;
  private static final int DICTIONARY = 128 << 10;

  /** How many rows may come between two looks at how much is held: geometries are long. */
  private static final int UNSEEN_ROWS = 16;

  private final ParquetWriter<ParquetRows.Row> writer;

  /**
   * Begins the file.
   *
   * @param notes what it says of itself, by key
   * @param out is not closed
   */
  ParquetTable(List<ParquetField> fields, Map<String, String> notes, OutputStream out)
      throws IOException {
    Map<String, String> all = new HashMap<>(notes);
    ParquetGeometry.metadata(fields).ifPresent(geo -> all.put(ParquetGeometry.KEY, geo));
    Builder builder =
        new Builder(new ParquetOutput(out), new ParquetRows(fields, all))
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ParquetZstandard())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP)
            .withPageSize(PAGE)
            .withDictionaryPageSize(DICTIONARY)
            .withMinRowCountForPageSizeCheck(1)
            .withMaxRowCountForPageSizeCheck(UNSEEN_ROWS);
    for (ParquetField field : fields) {
      if (field.type() == ParquetType.GEOMETRY) {
        builder.withStatisticsEnabled(field.name(), false); // bytes of places have no order
      }
    }
    writer = builder.build();
  }

  @Override
  public void row(String thing, List<List<Node>> values, List<String> places) throws IOException {
    writer.write(new ParquetRows.Row(thing, values, places));
  }

  /** Writes what is held, and the end of the file. */
  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<ParquetRows.Row, Builder> {
    private final ParquetRows rows;

    Builder(ParquetOutput out, ParquetRows rows) {
      super(out);
      this.rows = rows;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @Deprecated
    protected WriteSupport<ParquetRows.Row> getWriteSupport(Configuration configuration) {
      return rows;
    }

    @Override
    protected WriteSupport<ParquetRows.Row> getWriteSupport(ParquetConfiguration configuration) {
      return rows;
    }
  }
}
