package org.machinami.loader.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads so many bytes, or says that they end. */
final class LittleEndian {

  private LittleEndian() {}

  /** The next bytes, the lowest first; null when the stream ends before the first of them. */
  static ByteBuffer readOrEnd(InputStream in, int length) throws IOException, CutException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length == 0 && length > 0) {
      return null;
    }
    if (bytes.length < length) {
      throw new CutException();
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The next bytes, the lowest first. */
  static ByteBuffer read(InputStream in, int length) throws IOException, CutException {
    ByteBuffer bytes = readOrEnd(in, length);
    if (bytes == null) {
      throw new CutException();
    }
    return bytes;
  }

  /** The file ends where more has to come; whoever knows which file says so. */
  static final class CutException extends Exception {
    private static final long serialVersionUID = 1L;

    CutException() {
      super("cut", null, false, false);
    }
  }
}
