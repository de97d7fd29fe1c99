package org.machinami.store.quads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.jena.dboe.base.block.BlockMgr;
import org.apache.jena.dboe.base.block.BlockMgrFactory;
import org.apache.jena.dboe.base.file.BufferChannel;
import org.apache.jena.dboe.base.file.FileFactory;
import org.apache.jena.dboe.base.file.FileSet;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.dboe.trans.bplustree.BPlusTreeParams;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.tdb2.sys.SystemTDB;

/**
 * The three files of a B+Tree of TDB2, written from sorted records, block after block. The files
 * are not mapped: a mapped block stays in the process's memory after it was written, and the whole
 * index with it.
 *
 * @see BPlusTreeRewriter
 */
final class TreeFiles {
  /** Blocks kept in memory; the rewriter looks at no others than the last of each level. */
  private static final int CACHE = 100;

  private final Path directory;
  private final String name;
  private final RecordFactory records;

  /**
   * @param directory of the database, which nobody has open
   * @param name of the index, as its files are called
   */
  TreeFiles(Path directory, String name, RecordFactory records) {
    this.directory = directory;
    this.name = name;
    this.records = records;
  }

  RecordFactory records() {
    return records;
  }

  /**
   * Writes the tree in the place of an empty one, and forces it to disk.
   *
   * @return how many records there were
   */
  long write(Iterator<Record> all) throws IOException {
    Counted sorted = new Counted(all);
    if (!sorted.hasNext()) {
      return 0;
    }
    FileSet files = new FileSet(Location.create(directory), name);
    for (String extension :
        new String[] {Names.extBptState, Names.extBptTree, Names.extBptRecords}) {
      Files.deleteIfExists(Path.of(files.filename(extension)));
    }
    BufferChannel state = FileFactory.createBufferChannel(files, Names.extBptState);
    BlockMgr nodes = blocks(files, Names.extBptTree);
    BlockMgr leaves = blocks(files, Names.extBptRecords);
    int order = BPlusTreeParams.calcOrder(SystemTDB.BlockSize, records);
    BPlusTreeRewriter.packIntoBPlusTree(
        sorted, new BPlusTreeParams(order, records), records, state, nodes, leaves);
    nodes.syncForce();
    leaves.syncForce();
    nodes.close();
    leaves.close();
    state.close();
    return sorted.count;
  }

  private static BlockMgr blocks(FileSet files, String extension) {
    return BlockMgrFactory.createStdFile(
        files.filename(extension), SystemTDB.BlockSize, CACHE, CACHE);
  }

  private static final class Counted implements Iterator<Record> {
    private final Iterator<Record> records;
    private long count;

    Counted(Iterator<Record> records) {
      this.records = records;
    }

    @Override
    public boolean hasNext() {
      return records.hasNext();
    }

    @Override
    public Record next() {
      count++;
      return records.next();
    }
  }
}
