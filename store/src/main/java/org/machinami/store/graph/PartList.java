package org.machinami.store.graph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.ledger.Hash;

/**
 * The blob of a list of parts: a line {@code machinami-graph 2 LEVEL}, the level being that of the
 * parts, then for each its hash, its triples, its bytes and its first subject, with single spaces.
 * A chunk begins with {@code <}, so that the two cannot be taken for each other.
 */
final class PartList {
  private static final byte[] MAGIC = "machinami-graph 2 ".getBytes(StandardCharsets.US_ASCII);
  private static final int HEX = 2 * Hash.BYTES;

  private PartList() {}

  static boolean is(byte[] blob, int length) {
    return length >= MAGIC.length && Arrays.equals(blob, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** Parts of one level; at least one. */
  static byte[] write(List<Part> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(160 * parts.size());
    out.writeBytes(MAGIC);
    out.writeBytes(ascii(parts.get(0).level() + "\n"));
    for (Part part : parts) {
      out.writeBytes(ascii(part.hash().hex() + ' ' + part.triples() + ' ' + part.bytes() + ' '));
      out.writeBytes(part.firstSubject());
      out.write('\n');
    }
    return out.toByteArray();
  }

  /**
   * Reads a list.
   *
   * @param hash the list's own, for the message
   * @throws StoreException DAMAGED
   */
  static List<Part> parse(Hash hash, byte[] blob, int length) {
    List<Part> parts = new ArrayList<>();
    int at = MAGIC.length;
    try {
      int lineEnd = Bytes.indexOf(blob, at, length, '\n');
      int level = (int) number(blob, at, lineEnd);
      at = lineEnd + 1;
      while (at < length) {
        int end = Bytes.indexOf(blob, at, length, '\n');
        int triplesAt = at + HEX + 1;
        int bytesAt = Bytes.indexOf(blob, triplesAt, end, ' ') + 1;
        int subjectAt = Bytes.indexOf(blob, bytesAt, end, ' ') + 1;
        parts.add(
            new Part(
                Hash.parse(ascii(blob, at, triplesAt - 1)),
                level,
                number(blob, triplesAt, bytesAt - 1),
                Math.toIntExact(number(blob, bytesAt, subjectAt - 1)),
                Arrays.copyOfRange(blob, subjectAt, end)));
        at = end + 1;
      }
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new StoreException(
          Code.DAMAGED, "list of parts " + hash + " cannot be read at byte " + at + ".", e);
    }
    return parts;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String ascii(byte[] blob, int from, int to) {
    return new String(blob, from, to - from, StandardCharsets.US_ASCII);
  }

  private static long number(byte[] blob, int from, int to) {
    return Long.parseLong(ascii(blob, from, to));
  }
}
