package org.machinami.loader.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Which encoding are these bytes in? UTF-8 if they are valid UTF-8; else the encoding that Japanese
 * offices use (CP932, EUC-JP) in which the fewest bytes are wrong, the statistical detector's
 * choice first among equals.
 */
public final class EncodingFinder {

  static final Charset CP932 = Charset.forName("windows-31j");
  static final Charset EUC_JP = Charset.forName("EUC-JP");
  private static final List<Charset> CANDIDATES = List.of(StandardCharsets.UTF_8, CP932, EUC_JP);

  /**
   * So many well-formed characters beyond ASCII for each error speak for damaged UTF-8: text in
   * other encodings is hardly ever well-formed UTF-8, whereas CP932 takes almost any bytes.
   */
  private static final int WELL_FORMED = 2;

  private EncodingFinder() {}

  /** The encoding that the bytes are most likely in. */
  public static Charset find(byte[] bytes, int length) {
    int[] utf8 = scan(bytes, length, StandardCharsets.UTF_8, Integer.MAX_VALUE);
    if (utf8[0] * WELL_FORMED <= utf8[2]) {
      return StandardCharsets.UTF_8;
    }
    Optional<Charset> guess = guess(bytes, length);
    Charset best = StandardCharsets.UTF_8;
    int fewest = Integer.MAX_VALUE;
    for (Charset candidate : CANDIDATES) {
      int errors = errors(bytes, length, candidate);
      if (errors < fewest || (errors == fewest && guess.filter(candidate::equals).isPresent())) {
        fewest = errors;
        best = candidate;
      }
    }
    return best;
  }

  private static Optional<Charset> guess(byte[] bytes, int length) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, length);
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    if (name == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (name.toUpperCase(Locale.ROOT)) {
          case "SHIFT_JIS", "WINDOWS-31J", "CP932" -> CP932;
          case "EUC-JP" -> EUC_JP;
          default -> StandardCharsets.UTF_8;
        });
  }

  /** Number of places that are no text in an encoding; a character cut at the end is none. */
  static int errors(byte[] bytes, int length, Charset charset) {
    return scan(bytes, length, charset, Integer.MAX_VALUE)[0];
  }

  /** Offset of the first byte that is no text in an encoding, or -1. */
  static int firstError(byte[] bytes, int length, Charset charset) {
    int[] found = scan(bytes, length, charset, 1);
    return found[0] == 0 ? -1 : found[1];
  }

  /** Number of errors, offset of the first, number of characters beyond ASCII. */
  private static int[] scan(byte[] bytes, int length, Charset charset, int most) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    CharBuffer out = CharBuffer.allocate(1 << 14);
    int errors = 0;
    int first = -1;
    int others = 0;
    while (errors < most) {
      CoderResult result = decoder.decode(in, out, false);
      out.flip();
      while (out.hasRemaining()) {
        if (out.get() >= 0x80) {
          others++;
        }
      }
      out.clear();
      if (result.isUnderflow()) {
        break;
      }
      if (result.isError()) {
        if (errors++ == 0) {
          first = in.position();
        }
        in.position(in.position() + result.length());
      }
    }
    return new int[] {errors, first, others};
  }
}
