package org.machinami.loader.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;

/**
 * A row group, as it lies packed in the file, in memory.
 *
 * @param columns by their path
 */
record RowGroup(long rows, Map<List<String>, ColumnPages> columns) implements PageReadStore {

  /** The next row group. */
  static RowGroup read(FileChannel file, BlockMetaData block, MessageType schema)
      throws IOException {
    Map<List<String>, ColumnPages> columns = new HashMap<>();
    for (ColumnChunkMetaData column : block.getColumns()) {
      long from = column.getStartingPos();
      long size = column.getTotalSize();
      if (from < 0 || size < 0 || size > file.size() - from) {
        throw new IOException("a column of " + size + " bytes at " + from);
      }
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size));
      while (bytes.hasRemaining()) {
        if (file.read(bytes, from + bytes.position()) < 0) {
          throw new IOException("the file ends");
        }
      }
      columns.put(List.of(column.getPath().toArray()), new ColumnPages(column, bytes.array()));
    }
    for (ColumnDescriptor column : schema.getColumns()) {
      if (!columns.containsKey(List.of(column.getPath()))) {
        throw new IOException("a row group without column " + String.join(".", column.getPath()));
      }
    }
    return new RowGroup(block.getRowCount(), columns);
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor column) {
    return columns.get(List.of(column.getPath()));
  }

  @Override
  public long getRowCount() {
    return rows;
  }
}
