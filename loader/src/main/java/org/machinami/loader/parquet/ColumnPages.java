package org.machinami.loader.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * The pages of a column in a row group, unpacked one by one. Parquet's own reader of row groups
 * needs Hadoop; what follows after the pages does not. Not thread-safe.
 */
final class ColumnPages implements PageReader {

  private static final ParquetMetadataConverter CONVERTER = new ParquetMetadataConverter();

  private final CompressionCodecName codec;
  private final long values;
  private final byte[] chunk;
  private final ByteArrayInputStream in;
  private PageHeader next;
  private long seen;

  /**
   * @param chunk the bytes of the column in the file
   */
  ColumnPages(ColumnChunkMetaData column, byte[] chunk) {
    this.codec = column.getCodec();
    this.values = column.getValueCount();
    this.chunk = chunk;
    this.in = new ByteArrayInputStream(chunk);
  }

  @Override
  public long getTotalValueCount() {
    return values;
  }

  @Override
  public DictionaryPage readDictionaryPage() {
    try {
      if (header().getType() != PageType.DICTIONARY_PAGE) {
        return null;
      }
      PageHeader page = take();
      byte[] bytes = unpacked(page);
      return new DictionaryPage(
          BytesInput.from(bytes),
          page.getDictionary_page_header().getNum_values(),
          CONVERTER.getEncoding(page.getDictionary_page_header().getEncoding()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DataPage readPage() {
    try {
      while (seen < values) {
        PageHeader page = header();
        if (page.isSetData_page_header()) {
          return first(take());
        }
        if (page.isSetData_page_header_v2()) {
          return second(take());
        }
        in.skipNBytes(take().getCompressed_page_size()); // an index, or a kind of the future
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PageHeader header() throws IOException {
    if (next == null) {
      next = Util.readPageHeader(in);
      if (next.getCompressed_page_size() < 0 || next.getCompressed_page_size() > in.available()) {
        throw new IOException("a page of " + next.getCompressed_page_size() + " bytes");
      }
    }
    return next;
  }

  private PageHeader take() throws IOException {
    PageHeader taken = header();
    next = null;
    return taken;
  }

  private byte[] packed(PageHeader page) throws IOException {
    int from = chunk.length - in.available();
    byte[] bytes = Arrays.copyOfRange(chunk, from, from + page.getCompressed_page_size());
    in.skipNBytes(bytes.length);
    if (page.isSetCrc()) {
      CRC32 sum = new CRC32();
      sum.update(bytes);
      if ((int) sum.getValue() != page.getCrc()) {
        throw new IOException("the checksum of a page is wrong");
      }
    }
    return bytes;
  }

  private byte[] unpacked(PageHeader page) throws IOException {
    return Codecs.unpack(codec, packed(page), page.getUncompressed_page_size());
  }

  private DataPage first(PageHeader page) throws IOException {
    DataPageHeader header = page.getData_page_header();
    byte[] bytes = unpacked(page);
    seen += count(header.getNum_values());
    return new DataPageV1(
        BytesInput.from(bytes),
        header.getNum_values(),
        bytes.length,
        null,
        CONVERTER.getEncoding(header.getRepetition_level_encoding()),
        CONVERTER.getEncoding(header.getDefinition_level_encoding()),
        CONVERTER.getEncoding(header.getEncoding()));
  }

  /** Levels stand before the values and are not packed. */
  private DataPage second(PageHeader page) throws IOException {
    DataPageHeaderV2 header = page.getData_page_header_v2();
    byte[] bytes = packed(page);
    int repetition = header.getRepetition_levels_byte_length();
    int definition = header.getDefinition_levels_byte_length();
    if (repetition < 0 || definition < 0 || repetition > bytes.length - definition) {
      throw new IOException("levels that are longer than their page");
    }
    seen += count(header.getNum_values());
    byte[] data = Arrays.copyOfRange(bytes, repetition + definition, bytes.length);
    if (header.isIs_compressed() && data.length > 0) {
      int size = page.getUncompressed_page_size() - repetition - definition;
      data = Codecs.unpack(codec, data, size);
    }
    return DataPageV2.uncompressed(
        header.getNum_rows(),
        header.getNum_nulls(),
        header.getNum_values(),
        BytesInput.from(Arrays.copyOf(bytes, repetition)),
        BytesInput.from(Arrays.copyOfRange(bytes, repetition, repetition + definition)),
        CONVERTER.getEncoding(header.getEncoding()),
        BytesInput.from(data),
        null);
  }

  private static int count(int values) throws IOException {
    if (values < 1) {
      throw new IOException("a page of " + values + " values");
    }
    return values;
  }
}
