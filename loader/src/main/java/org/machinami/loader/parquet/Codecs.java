package org.machinami.loader.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Unpacks pages. Parquet's own codecs are Hadoop's, and would bring it along. */
final class Codecs {

  /** What a page may unpack to: writers keep them near one megabyte. */
  private static final int LARGEST = 128 << 20;

  private Codecs() {}

  /** Pages packed in a way that is not unpacked here. */
  static final class UnknownCodecException extends IOException {
    private static final long serialVersionUID = 1L;

    UnknownCodecException(String codec) {
      super(codec);
    }
  }

  /** Unpacks a page of so many bytes, no more and no fewer. */
  static byte[] unpack(CompressionCodecName codec, byte[] bytes, int size) throws IOException {
    if (size < 0 || size > LARGEST) {
      throw new IOException("a page of " + size + " bytes is too large");
    }
    return switch (codec) {
      case UNCOMPRESSED -> bytes;
      case SNAPPY -> all(new SnappyCompressorInputStream(new ByteArrayInputStream(bytes)), size);
      case GZIP -> all(new GZIPInputStream(new ByteArrayInputStream(bytes)), size);
      case ZSTD -> zstandard(bytes, size);
      default -> throw new UnknownCodecException(codec.name());
    };
  }

  private static byte[] all(InputStream in, int size) throws IOException {
    try (in) {
      byte[] bytes = in.readNBytes(size);
      if (bytes.length < size || in.read() >= 0) {
        throw new IOException("a page is not as large as it says");
      }
      return bytes;
    }
  }

  private static byte[] zstandard(byte[] bytes, int size) throws IOException {
    try {
      byte[] page = Zstd.decompress(bytes, size);
      if (page.length == size) {
        return page;
      }
    } catch (ZstdException e) {
      throw new IOException(e.getMessage(), e);
    }
    throw new IOException("a page is not as large as it says");
  }
}
