package org.machinami.store.quads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.block.BlockMgr;
import org.apache.jena.dboe.base.file.BufferChannel;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.BPlusTreeParams;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.dboe.transaction.txn.Transaction;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.dboe.transaction.txn.TransactionalComponent;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.SystemTDB;

/**
 * Fills an empty TDB2 database bottom up: terms are numbered as they come, quads are sorted once
 * for each index, and each B+Tree is written from its sorted records, block after block. Nothing is
 * read while it runs, and nothing counts until {@link #finish} has returned. Not thread-safe.
 *
 * <p>Heap: 32 bytes a quad up to a share of the heap, then sorted runs on disk; the table of terms
 * likewise goes to a mapped file.
 *
 * @see BPlusTreeRewriter
 */
final class BulkBuild {
  private final DatasetGraphTDB database;
  private final NodeTable nodeTable;
  private final BulkDictionary dictionary;
  private final HashToLong hashes;
  private final SortedRuns quads;
  private final SortedRuns state;
  private final Transaction nodeFileTransaction;
  private final Path directory;
  private final Set<Long> folded = new HashSet<>();
  private final NTriplesLine line = new NTriplesLine();

  /**
   * @param database empty, used by nobody else
   * @param directory for sorted runs, which the caller deletes
   */
  BulkBuild(DatasetGraphTDB database, Path directory) {
    this.database = database;
    this.directory = directory;
    nodeTable = database.getQuadTable().getNodeTupleTable().getNodeTable();
    NodeTableTRDF base = baseOf(nodeTable);
    TransactionCoordinator coordinator = CoLib.newCoordinator();
    coordinator.add(LoaderOps.ntDataFile(nodeTable));
    coordinator.start();
    nodeFileTransaction = coordinator.begin(TxnType.WRITE);
    hashes = new HashToLong(directory);
    dictionary = new BulkDictionary(base.getData(), hashes);
    long bound = Math.min(Runtime.getRuntime().maxMemory() / 4 / 32, 1 << 25);
    quads =
        new SortedRuns(
            directory,
            "quads",
            4,
            orders(QuadIndexes.PRIMARY, database.getQuadTable().getNodeTupleTable()),
            (int) bound);
    state =
        new SortedRuns(
            directory,
            "state",
            3,
            orders("SPO", database.getTripleTable().getNodeTupleTable()),
            (int) (bound / 16) + 1);
  }

  /** The id of the graph, for {@link #line}. */
  long graph(Node graph) {
    return dictionary.id(graph);
  }

  /** Adds one canonical N-Triples line to a graph. */
  void line(long graph, byte[] buffer, int offset, int length) {
    line.read(buffer, offset, length);
    quads
        .rows()
        .add(
            graph,
            dictionary.id(buffer, line.subjectStart, line.subjectEnd),
            dictionary.id(buffer, line.predicateStart, line.predicateEnd),
            dictionary.id(buffer, line.objectStart, line.objectEnd));
    quads.spillWhenFull();
  }

  /** Adds a triple to the hidden default graph. */
  void state(Node subject, Node predicate, Node object) {
    state.rows().add(dictionary.id(subject), dictionary.id(predicate), dictionary.id(object));
    state.spillWhenFull();
  }

  /**
   * Writes all indexes and forces them to disk.
   *
   * @param applied the sequence number that is reached, recorded with the number of quads
   * @return how many quads there are; as many as lines, but for lines that are one quad to TDB2
   */
  long finish(long applied) throws IOException {
    long self = dictionary.id(AppliedState.QUADS);
    long appliedId = dictionary.id(AppliedState.APPLIED);
    long countId = dictionary.id(AppliedState.COUNT);
    long foldedId = dictionary.id(AppliedState.FOLDED);
    nodeFileTransaction.commit();
    nodeFileTransaction.end();
    List<Callable<Long>> tasks = new ArrayList<>();
    TupleIndex[] quadIndexes = indexes(database.getQuadTable().getNodeTupleTable());
    for (int i = 0; i < quadIndexes.length; i++) {
      int order = i;
      SortedRuns.RowVisitor onDuplicate = i == 0 ? row -> folded.add(row[0]) : row -> {};
      tasks.add(() -> writeTupleIndex(quadIndexes[order], quads.read(order, onDuplicate)));
    }
    tasks.add(this::writeNodeIndex);
    long count = runAll(tasks);
    // Numbers are kept inside their ids, so nothing is added to the node file here.
    state.rows().add(self, appliedId, dictionary.id(AppliedState.integer(applied)));
    state.rows().add(self, countId, dictionary.id(AppliedState.integer(count)));
    for (long graph : folded) {
      state.rows().add(graph, foldedId, dictionary.id(AppliedState.TRUE));
    }
    tasks.clear();
    TupleIndex[] tripleIndexes = indexes(database.getTripleTable().getNodeTupleTable());
    for (int i = 0; i < tripleIndexes.length; i++) {
      int order = i;
      tasks.add(() -> writeTupleIndex(tripleIndexes[order], state.read(order, row -> {})));
    }
    runAll(tasks);
    return count;
  }

  /** Runs them side by side; the answer of the first. */
  private static long runAll(List<Callable<Long>> tasks) throws IOException {
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.min(4, Runtime.getRuntime().availableProcessors()));
    try {
      List<Future<Long>> done = pool.invokeAll(tasks);
      for (Future<Long> each : done) {
        each.get();
      }
      return done.get(0).get();
    } catch (ExecutionException e) {
      throw new IOException("Could not write an index of the quads", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the indexes of the quads were written", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private long writeNodeIndex() throws IOException {
    SortedRuns sorted =
        new SortedRuns(directory, "nodes", 3, new int[][] {{0, 1, 2}}, quadsBound());
    hashes.forEach(
        (high, low, id) -> {
          sorted.rows().add(high, low, id);
          sorted.spillWhenFull();
        });
    BPlusTree tree = (BPlusTree) baseOf(nodeTable).getIndex();
    RecordFactory records = tree.getRecordFactory();
    return pack(
        tree,
        sorted
            .read(0, row -> {})
            .map(
                row -> {
                  byte[] key = new byte[16];
                  byte[] value = new byte[8];
                  Bytes.setLong(row[0], key, 0);
                  Bytes.setLong(row[1], key, 8);
                  Bytes.setLong(row[2], value, 0);
                  return records.create(key, value);
                }));
  }

  private int quadsBound() {
    return (int) Math.min(Runtime.getRuntime().maxMemory() / 8 / 24, 1 << 24);
  }

  private static long writeTupleIndex(TupleIndex index, SortedRuns.RowIterator rows) {
    BPlusTree tree = (BPlusTree) ((TupleIndexRecord) index).getRangeIndex();
    RecordFactory records = tree.getRecordFactory();
    return pack(
        tree,
        rows.map(
            row -> {
              byte[] key = new byte[row.length * 8];
              for (int i = 0; i < row.length; i++) {
                Bytes.setLong(row[i], key, i * 8);
              }
              return records.create(key);
            }));
  }

  /** Writes a B+Tree from its sorted records; how many they were. */
  private static long pack(BPlusTree tree, Iterator<Record> all) {
    Counted sorted = new Counted(all);
    if (!sorted.hasNext()) {
      return 0;
    }
    RecordFactory records = tree.getRecordFactory();
    int order = BPlusTreeParams.calcOrder(SystemTDB.BlockSize, records);
    BlockMgr nodes = tree.getNodeManager().getBlockMgr();
    BlockMgr leaves = tree.getRecordsMgr().getBlockMgr();
    BufferChannel stateFile = tree.getStateManager().getBufferChannel();
    TransactionCoordinator coordinator = CoLib.newCoordinator();
    coordinator.add((TransactionalComponent) tree);
    coordinator.start();
    Transaction transaction = coordinator.begin(TxnType.WRITE);
    BPlusTreeRewriter.packIntoBPlusTree(
        sorted, new BPlusTreeParams(order, records), records, stateFile, nodes, leaves);
    transaction.commit();
    transaction.end();
    return sorted.count;
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

  private static TupleIndex[] indexes(NodeTupleTable table) {
    return table.getTupleTable().getIndexes();
  }

  /** The columns of each index of the table, as the container was made with them. */
  private static int[][] orders(String primary, NodeTupleTable table) {
    TupleIndex[] indexes = indexes(table);
    int[][] orders = new int[indexes.length][];
    for (int i = 0; i < orders.length; i++) {
      orders[i] = QuadIndexes.columns(primary, indexes[i].getName());
    }
    return orders;
  }

  private static NodeTableTRDF baseOf(NodeTable table) {
    return (NodeTableTRDF) table.baseNodeTable();
  }
}
