package org.machinami.loader.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Splits the bytes of a table into records where {@link CsvReading} does, without decoding them: in
 * the encodings that it is used for, no byte of a longer character looks like a quote, a delimiter
 * or the end of a line. Not thread-safe.
 */
final class RecordReader {

  private static final int BLOCK = 1 << 18;
  private static final int LONGEST = 16 << 20;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final byte delimiter;
  private byte[] bytes = new byte[2 * BLOCK];
  private int at; // where the next record begins
  private int limit;
  private boolean ended;
  private long number;
  private final Deque<RawRecord> unread = new ArrayDeque<>();

  private int end; // of the record that scan found
  private byte[] header = new byte[0];
  private byte[] lineEnd = new byte[0];
  private boolean inQuotes; // when scan found no end

  /** Reads a stream, which the caller closes; the delimiter must be ASCII. */
  RecordReader(InputStream in, char delimiter) {
    this.in = in;
    this.delimiter = (byte) delimiter;
  }

  /**
   * What stands above the first row: some lines, whatever is in them, and the header. To be called
   * first.
   *
   * @throws IOException also when it is longer than what is sensible
   */
  byte[] head(int skippedLines) throws IOException {
    grow();
    int from = Arrays.mismatch(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3) < 0 ? 3 : 0;
    for (int i = 0; i < skippedLines; i++) {
      while (!scanLine(from) && grow()) {
        // reads on
      }
      from = behind(end);
    }
    while (!scan(from) && grow()) {
      // reads on
    }
    header = Arrays.copyOfRange(bytes, from, end);
    at = behind(end);
    return Arrays.copyOf(bytes, at);
  }

  /** The header without the end of its line, when the {@link #head} was read. */
  byte[] header() {
    return header;
  }

  /** What ends the record that {@link #read} gave last: one or two bytes, or none. */
  byte[] lineEnd() {
    return lineEnd;
  }

  private boolean scanLine(int from) {
    end = behindPlain(from, limit, (byte) '\n');
    return end < limit && !mayBeHalf();
  }

  /** The next record; null at the end. */
  RawRecord read() throws IOException {
    if (!unread.isEmpty()) {
      return unread.pop();
    }
    while (!scan(at)) {
      if (!grow()) {
        if (at == limit) {
          return null;
        }
        if (inQuotes) {
          throw new IOException("the last record has an open quote");
        }
        break;
      }
    }
    RawRecord record = new RawRecord(++number, Arrays.copyOfRange(bytes, at, end));
    lineEnd = Arrays.copyOfRange(bytes, end, behind(end));
    at = behind(end);
    return record;
  }

  /** Gives records back, to be read again. */
  void unread(List<RawRecord> records) {
    for (int i = records.size() - 1; i >= 0; i--) {
      unread.push(records.get(i));
    }
  }

  /** The number of the record that {@link #read} gives next. */
  long nextNumber() {
    return unread.isEmpty() ? number + 1 : unread.peek().number();
  }

  /** How many records were read in all. */
  long records() {
    return number;
  }

  /**
   * Goes over records that two readers have alike from here on, so many at most. It may leave some,
   * which are then read one by one.
   */
  static void skipEqual(RecordReader a, RecordReader b, long most) throws IOException {
    long left = a.unread.isEmpty() && b.unread.isEmpty() ? most : 0;
    while (left > 0) {
      int length = Math.min(a.limit - a.at, b.limit - b.at);
      int mismatch = Arrays.mismatch(a.bytes, a.at, a.at + length, b.bytes, b.at, b.at + length);
      int from = a.at;
      // Of the last byte that is alike it is not known whether the same byte follows.
      int bound = from + (mismatch < 0 ? length : mismatch) - 1;
      while (left > 0 && a.scan(a.at, bound)) {
        a.at = a.behind(a.end);
        a.number++;
        b.number++;
        left--;
      }
      b.at += a.at - from;
      if (a.at == from) {
        boolean grown = mismatch < 0 && a.limit - a.at == length && a.grow();
        grown |= mismatch < 0 && b.limit - b.at == length && b.grow();
        if (!grown) {
          break;
        }
      }
    }
  }

  /** Finds the end of a record; false when it is not in memory. */
  private boolean scan(int from) {
    return scan(from, limit) && !mayBeHalf();
  }

  /** Whether what ends the line may have a second byte that is not in memory. */
  private boolean mayBeHalf() {
    return bytes[end] == '\r' && end + 1 == limit && !ended;
  }

  private boolean scan(int from, int bound) {
    int place = from;
    while (place < bound) {
      place =
          bytes[place] == '"'
              ? behindQuotes(place + 1, bound)
              : behindPlain(place, bound, delimiter);
      if (place < bound && bytes[place] != delimiter) {
        end = place;
        return true;
      }
      place++;
    }
    end = bound;
    return false;
  }

  private int behindPlain(int from, int bound, byte stop) {
    inQuotes = false;
    int place = from;
    while (place < bound && bytes[place] != stop && !isLineEnd(bytes[place])) {
      place++;
    }
    return place;
  }

  /** Behind a field whose quote was opened before {@code from}. */
  private int behindQuotes(int from, int bound) {
    inQuotes = true;
    for (int place = from; place < bound; place++) {
      byte b = bytes[place];
      if (b == '"') {
        inQuotes = !inQuotes;
      } else if (!inQuotes && (b == delimiter || isLineEnd(b))) {
        return place;
      }
    }
    return bound;
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  private int behind(int lineEnd) {
    boolean two = lineEnd + 1 < limit && bytes[lineEnd] == '\r' && bytes[lineEnd + 1] == '\n';
    return Math.min(limit, lineEnd + (two ? 2 : 1));
  }

  /** Reads more; false when it is known that there is none. */
  private boolean grow() throws IOException {
    if (ended) {
      return false;
    }
    System.arraycopy(bytes, at, bytes, 0, limit - at);
    limit -= at;
    end -= at;
    at = 0;
    if (limit > LONGEST) {
      throw new IOException("a record is longer than " + LONGEST + " bytes");
    }
    if (bytes.length - limit < BLOCK) {
      bytes = Arrays.copyOf(bytes, limit + Math.max(limit, BLOCK));
    }
    int read = in.readNBytes(bytes, limit, BLOCK);
    limit += read;
    ended = read < BLOCK;
    return true;
  }
}
