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
 * The list of a version's chunks: a line {@code machinami-graph 1}, then for each chunk its hash,
 * its triples, its bytes and its first subject, with single spaces. A chunk begins with {@code <},
 * so that the two cannot be taken for each other.
 */
final class GraphManifest {
  private static final byte[] MAGIC = "machinami-graph 1\n".getBytes(StandardCharsets.US_ASCII);

  private GraphManifest() {}

  static boolean is(byte[] blob, int length) {
    return length >= MAGIC.length && Arrays.equals(blob, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  static byte[] write(List<Chunk> chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    for (Chunk chunk : chunks) {
      String numbers = chunk.hash().hex() + ' ' + chunk.triples() + ' ' + chunk.bytes() + ' ';
      out.writeBytes(numbers.getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(chunk.firstSubject());
      out.write('\n');
    }
    return out.toByteArray();
  }

  static List<Chunk> parse(Hash version, byte[] blob, int length) {
    List<Chunk> chunks = new ArrayList<>();
    int at = MAGIC.length;
    try {
      while (at < length) {
        int end = Bytes.indexOf(blob, at, length, '\n');
        int triplesAt = at + 65;
        int bytesAt = Bytes.indexOf(blob, triplesAt, end, ' ') + 1;
        int subjectAt = Bytes.indexOf(blob, bytesAt, end, ' ') + 1;
        chunks.add(
            new Chunk(
                Hash.parse(ascii(blob, at, triplesAt - 1)),
                Long.parseLong(ascii(blob, triplesAt, bytesAt - 1)),
                Integer.parseInt(ascii(blob, bytesAt, subjectAt - 1)),
                Arrays.copyOfRange(blob, subjectAt, end)));
        at = end + 1;
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new StoreException(
          Code.DAMAGED,
          "version " + version + ": its list of chunks cannot be read at byte " + at + ".",
          e);
    }
    return chunks;
  }

  private static String ascii(byte[] blob, int from, int to) {
    return new String(blob, from, to - from, StandardCharsets.US_ASCII);
  }
}
