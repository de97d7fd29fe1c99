package org.machinami.store.graph;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.machinami.store.blob.BlobBuffer;
import org.machinami.store.blob.Blobs;

/** The bytes of a file, block by block. */
final class BlockStream extends InputStream {
  private final Blobs blobs;
  private final Iterator<FileManifest.Block> blocks;
  private final BlobBuffer block = new BlobBuffer();
  private int at;

  BlockStream(Blobs blobs, List<FileManifest.Block> blocks) {
    this.blobs = blobs;
    this.blocks = blocks.iterator();
  }

  @Override
  public int read() {
    return ready() ? block.bytes()[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!ready()) {
      return -1;
    }
    int count = Math.min(length, block.length() - at);
    System.arraycopy(block.bytes(), at, target, offset, count);
    at += count;
    return count;
  }

  private boolean ready() {
    while (at == block.length()) {
      if (!blocks.hasNext()) {
        return false;
      }
      blobs.require(blocks.next().hash(), block);
      at = 0;
    }
    return true;
  }
}
