package org.machinami.store.quads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.index.RangeIndex;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.transaction.txn.Transaction;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;

/**
 * Fills an empty TDB2 database bottom up: terms are numbered as they come, quads are sorted once
 * for each index, and each B+Tree is written from its sorted records, block after block. Nothing is
 * read while it runs, and nothing counts until {@link #writeIndexes} has returned. Not thread-safe.
 *
 * <p>Heap: 32 bytes a quad up to a share of the heap, then sorted runs on disk; the table of terms
 * likewise goes to a mapped file.
 *
 * @see TreeFiles
 */
final class BulkBuild {
  private final List<TreeFiles> quadIndexes;
  private final List<TreeFiles> tripleIndexes;
  private final TreeFiles nodeIndex;
  private final BulkDictionary dictionary;
  private final HashToLong hashes;
  private final SortedRuns quads;
  private final SortedRuns state;
  private final Transaction nodeFileTransaction;
  private final Path directory;
  private long self;
  private long appliedId;
  private long countId;
  private long foldedId;
  private final Set<Long> folded = new HashSet<>();
  private final NTriplesLine line = new NTriplesLine();

  /**
   * @param database empty, used by nobody else
   * @param directory for sorted runs, which the caller deletes
   */
  BulkBuild(DatasetGraphTDB database, Path directory) {
    this.directory = directory;
    Path files = Path.of(database.getLocation().getDirectoryPath());
    NodeTupleTable quadTable = database.getQuadTable().getNodeTupleTable();
    NodeTupleTable tripleTable = database.getTripleTable().getNodeTupleTable();
    quadIndexes = files(files, quadTable);
    tripleIndexes = files(files, tripleTable);
    NodeTable nodeTable = quadTable.getNodeTable();
    NodeTableTRDF base = (NodeTableTRDF) nodeTable.baseNodeTable();
    RecordFactory nodeRecords = ((BPlusTree) base.getIndex()).getRecordFactory();
    nodeIndex =
        new TreeFiles(files, StoreParams.getDftStoreParams().getNodeTableBaseName(), nodeRecords);
    TransactionCoordinator coordinator = CoLib.newCoordinator();
    coordinator.add(LoaderOps.ntDataFile(nodeTable));
    coordinator.start();
    nodeFileTransaction = coordinator.begin(TxnType.WRITE);
    hashes = new HashToLong(directory);
    dictionary = new BulkDictionary(base.getData(), hashes);
    long bound = Math.min(Runtime.getRuntime().maxMemory() / 4 / 32, 1 << 25);
    quads =
        new SortedRuns(directory, "quads", 4, orders(QuadIndexes.PRIMARY, quadTable), (int) bound);
    state =
        new SortedRuns(directory, "state", 3, orders("SPO", tripleTable), (int) (bound / 16) + 1);
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

  /** Ends the taking of lines and terms; the database is to be closed then. */
  void endTerms() {
    self = dictionary.id(AppliedState.QUADS);
    appliedId = dictionary.id(AppliedState.APPLIED);
    countId = dictionary.id(AppliedState.COUNT);
    foldedId = dictionary.id(AppliedState.FOLDED);
    nodeFileTransaction.commit();
    nodeFileTransaction.end();
  }

  /**
   * Writes all indexes of the closed database and forces them to disk.
   *
   * @param applied the sequence number that is reached, recorded with the number of quads
   * @return how many quads there are; as many as lines, but for lines that are one quad to TDB2
   */
  long writeIndexes(long applied) throws IOException {
    List<Callable<Long>> tasks = new ArrayList<>();
    for (int i = 0; i < quadIndexes.size(); i++) {
      int order = i;
      SortedRuns.RowVisitor onDuplicate = i == 0 ? row -> folded.add(row[0]) : row -> {};
      tasks.add(() -> writeRows(quadIndexes.get(order), quads.read(order, onDuplicate)));
    }
    tasks.add(this::writeNodeIndex);
    long count = runAll(tasks);
    // Numbers and booleans are kept inside their ids: no term is added here.
    state.rows().add(self, appliedId, dictionary.id(AppliedState.integer(applied)));
    state.rows().add(self, countId, dictionary.id(AppliedState.integer(count)));
    for (long graph : folded) {
      state.rows().add(graph, foldedId, dictionary.id(AppliedState.TRUE));
    }
    tasks.clear();
    for (int i = 0; i < tripleIndexes.size(); i++) {
      int order = i;
      tasks.add(() -> writeRows(tripleIndexes.get(order), state.read(order, row -> {})));
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
    RecordFactory records = nodeIndex.records();
    return nodeIndex.write(
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

  private static long writeRows(TreeFiles index, SortedRuns.RowIterator rows) throws IOException {
    RecordFactory records = index.records();
    return index.write(
        rows.map(
            row -> {
              byte[] key = new byte[row.length * 8];
              for (int i = 0; i < row.length; i++) {
                Bytes.setLong(row[i], key, i * 8);
              }
              return records.create(key);
            }));
  }

  private static TupleIndex[] indexes(NodeTupleTable table) {
    return table.getTupleTable().getIndexes();
  }

  private static List<TreeFiles> files(Path database, NodeTupleTable table) {
    List<TreeFiles> files = new ArrayList<>();
    for (TupleIndex index : indexes(table)) {
      RangeIndex tree = ((TupleIndexRecord) index).getRangeIndex();
      files.add(new TreeFiles(database, index.getName(), tree.getRecordFactory()));
    }
    return files;
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
}
