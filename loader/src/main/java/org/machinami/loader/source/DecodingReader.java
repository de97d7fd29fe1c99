package org.machinami.loader.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * Characters of a byte stream whose encoding is declared, marked (BOM) or found. While only ASCII
 * was seen nothing is decided; at the first other byte up to a megabyte from there is looked at.
 * Bytes that are no text become {@link #UNDECODABLE}, so that the row they stand in can be refused.
 * Not thread-safe.
 */
final class DecodingReader extends Reader {

  /** Stands for bytes that are no text; a code point that no text has. */
  static final char UNDECODABLE = '\uFFFF';

  private static final int SAMPLE = 1 << 20;

  private final String file;
  private final InputStream in;
  private final Optional<Charset> declared;
  private byte[] bytes = new byte[1 << 16];
  private int position;
  private int limit;
  private boolean end;
  private boolean started;
  private boolean known;
  private long passed;
  private long lines;
  private CharsetDecoder decoder;
  private Charset charset = StandardCharsets.US_ASCII;
  private SourceFinding.How how = SourceFinding.How.FOUND;

  DecodingReader(String file, InputStream in, Optional<Charset> declared) {
    this.file = file;
    this.in = in;
    this.declared = declared;
  }

  /** Reads bytes whose encoding is known; a byte order mark is passed over. */
  static DecodingReader in(Charset known, String file, InputStream in) {
    DecodingReader reader = new DecodingReader(file, in, Optional.of(known));
    reader.known = true;
    return reader;
  }

  /** Reads until it is known which encoding this is; what was read is lost. */
  void decideEncoding() throws IOException {
    char[] passed = new char[1 << 13];
    while (decoder == null && read(passed, 0, passed.length) >= 0) {
      // reads on: so far all was ASCII
    }
  }

  /** The encoding, once read: US-ASCII when nothing else was there. */
  String encoding() {
    return charset.equals(StandardCharsets.US_ASCII) ? "US-ASCII" : charset.name();
  }

  SourceFinding.How how() {
    return how;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!started) {
      start();
    }
    if (position == limit && !fill(1)) {
      return -1;
    }
    if (decoder == null) {
      int ascii = ascii(target, offset, length);
      if (ascii > 0) {
        return ascii;
      }
      decide();
    }
    return decode(target, offset, length);
  }

  private int ascii(char[] target, int offset, int length) {
    int most = Math.min(length, limit - position);
    int n = 0;
    while (n < most && bytes[position + n] >= 0) {
      byte b = bytes[position + n];
      if (b == '\n') {
        lines++;
      }
      target[offset + n++] = (char) b;
    }
    position += n;
    return n;
  }

  private void start() throws IOException {
    started = true;
    fill(4);
    Optional<Charset> mark = byteOrderMark();
    if (mark.isPresent()) {
      position += mark.get().equals(StandardCharsets.UTF_8) ? 3 : 2;
      how = SourceFinding.How.BYTE_ORDER_MARK;
      use(mark.get());
    } else if (declared.isPresent() && !asciiBased(declared.get())) {
      how = SourceFinding.How.DECLARED;
      use(declared.get());
    }
  }

  private Optional<Charset> byteOrderMark() {
    int b0 = limit > 0 ? bytes[0] & 0xff : -1;
    int b1 = limit > 1 ? bytes[1] & 0xff : -1;
    int b2 = limit > 2 ? bytes[2] & 0xff : -1;
    if (b0 == 0xef && b1 == 0xbb && b2 == 0xbf) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (b0 == 0xff && b1 == 0xfe) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return b0 == 0xfe && b1 == 0xff ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  private static boolean asciiBased(Charset charset) {
    return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32");
  }

  private void decide() throws IOException {
    fill(SAMPLE);
    int available = limit - position;
    if (known) {
      use(declared.orElseThrow());
      return;
    }
    byte[] sample = new byte[available];
    System.arraycopy(bytes, position, sample, 0, available);
    if (declared.isEmpty()) {
      use(EncodingFinder.find(sample, available));
      return;
    }
    Charset wanted = declared.get();
    int error = EncodingFinder.firstError(sample, available, wanted);
    if (error >= 0) {
      Charset found = EncodingFinder.find(sample, available);
      int wrong = EncodingFinder.errors(sample, available, wanted);
      if (EncodingFinder.errors(sample, available, found) < wrong) {
        long line = lines + 1;
        for (int i = 0; i < error; i++) {
          if (sample[i] == '\n') {
            line++;
          }
        }
        throw new LoadException(
            Fault.FOLDER,
            "source.wrong-encoding",
            file,
            wanted.name(),
            line,
            passed + position + error + 1,
            found.name());
      }
    }
    how = SourceFinding.How.DECLARED;
    use(wanted);
  }

  private void use(Charset chosen) {
    charset = chosen;
    decoder =
        chosen
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private int decode(char[] target, int offset, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(target, offset, length);
    while (true) {
      ByteBuffer in = ByteBuffer.wrap(bytes, position, limit - position);
      CoderResult result = decoder.decode(in, out, end);
      position = in.position();
      if (result.isError()) {
        if (!out.hasRemaining()) {
          return out.position() - offset;
        }
        out.put(UNDECODABLE);
        position += result.length();
      }
      if (out.position() > offset && (result.isOverflow() || !result.isError())) {
        return out.position() - offset;
      }
      if (result.isOverflow()) {
        // Less room than a pair of surrogates needs; our callers read in blocks.
        throw new IOException("buffer too small");
      }
      if (result.isUnderflow() && !fill(limit - position + 1)) {
        if (position < limit) {
          continue;
        }
        return out.position() > offset ? out.position() - offset : -1;
      }
    }
  }

  /** Sees to it that {@code wanted} bytes are there, if the stream has them; true if any are. */
  private boolean fill(int wanted) throws IOException {
    if (limit - position < wanted && !end) {
      if (wanted > bytes.length) {
        byte[] larger = new byte[wanted];
        System.arraycopy(bytes, position, larger, 0, limit - position);
        bytes = larger;
      } else {
        System.arraycopy(bytes, position, bytes, 0, limit - position);
      }
      passed += position;
      limit -= position;
      position = 0;
      while (limit < wanted && !end) {
        int n = in.read(bytes, limit, bytes.length - limit);
        if (n < 0) {
          end = true;
        } else {
          limit += n;
        }
      }
    }
    return position < limit;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
