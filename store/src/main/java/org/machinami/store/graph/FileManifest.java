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
 * The list of a file's blocks: a line {@code machinami-file 1}, then for each block its hash and
 * its bytes.
 */
final class FileManifest {
  private static final byte[] MAGIC = "machinami-file 1\n".getBytes(StandardCharsets.US_ASCII);

  /** A block: hash and bytes. */
  record Block(Hash hash, int bytes) {}

  private FileManifest() {}

  static boolean is(byte[] blob, int length) {
    return length >= MAGIC.length && Arrays.equals(blob, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  static byte[] write(List<Block> blocks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    for (Block block : blocks) {
      String line = block.hash().hex() + ' ' + block.bytes() + '\n';
      out.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }

  static List<Block> parse(Hash version, byte[] blob, int length) {
    if (!is(blob, length)) {
      throw new StoreException(
          Code.WRONG_KIND, "version " + version + " is not one of a file; is it one of a graph?");
    }
    List<Block> blocks = new ArrayList<>();
    try {
      String text =
          new String(blob, MAGIC.length, length - MAGIC.length, StandardCharsets.US_ASCII);
      text.lines()
          .forEach(
              line ->
                  blocks.add(
                      new Block(
                          Hash.parse(line.substring(0, 64)),
                          Integer.parseInt(line, 65, line.length(), 10))));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new StoreException(
          Code.DAMAGED, "version " + version + ": its list of blocks cannot be read.", e);
    }
    return blocks;
  }
}
