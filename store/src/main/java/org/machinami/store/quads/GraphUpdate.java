package org.machinami.store.quads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.index.RangeIndex;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.machinami.store.graph.GraphDifference;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Hash;

/**
 * Brings graphs from the version that TDB2 holds to the wanted one, within one write transaction of
 * the caller. Rows are gathered and put into each index in that index's order, so that a block of
 * the B+Tree is touched once. Not thread-safe.
 */
final class GraphUpdate {
  private static final int ROWS = 1 << 16;

  private final DatasetGraphTDB dataset;
  private final GraphVersions versions;
  private final TableIds adding;
  private final TableIds looking;
  private final NTriplesLine line = new NTriplesLine();
  private final LongRows added = new LongRows(4, 1 << 10);
  private final LongRows removed = new LongRows(4, 1 << 10);
  private final List<Index> indexes = new ArrayList<>();
  private boolean addedTwice;
  private long countChange;
  private long rowsTouched;

  /** A B+Tree and the columns of a quad in its order. */
  private static final class Index {
    final RangeIndex tree;
    final RecordFactory records;
    final int[] columns;

    Index(TupleIndex index) {
      tree = ((TupleIndexRecord) index).getRangeIndex();
      records = tree.getRecordFactory();
      columns = QuadIndexes.columns(QuadIndexes.PRIMARY, index.getName());
    }
  }

  GraphUpdate(DatasetGraphTDB dataset, GraphVersions versions) {
    this.dataset = dataset;
    this.versions = versions;
    var quads = dataset.getQuadTable().getNodeTupleTable();
    adding = new TableIds(quads.getNodeTable(), true);
    looking = new TableIds(quads.getNodeTable(), false);
    for (TupleIndex index : quads.getTupleTable().getIndexes()) {
      indexes.add(new Index(index));
    }
  }

  /** Quads added less quads removed, so far. */
  long countChange() {
    return countChange;
  }

  /** Rows added and removed so far: what a transaction is measured by. */
  long rowsTouched() {
    return rowsTouched;
  }

  /** Applies the difference between what is held and what is wanted; empty: nothing is wanted. */
  void apply(String graphIri, Optional<Hash> wanted) {
    Node graph = NodeFactory.createURI(graphIri);
    Optional<Hash> held = AppliedState.version(dataset, graph);
    if (held.equals(wanted)) {
      return;
    }
    boolean foldedBefore = AppliedState.isFolded(dataset, graph);
    long graphId = adding.id(graph);
    addedTwice = false;
    boolean removedLiterals = applyLines(graphId, held, wanted);
    boolean foldedNow = addedTwice;
    if ((foldedBefore || foldedNow) && removedLiterals && wanted.isPresent()) {
      addAgain(graphId, wanted.get());
    }
    if (wanted.isPresent()) {
      AppliedState.version(dataset, graph, wanted.get());
      if (foldedNow && !foldedBefore) {
        AppliedState.fold(dataset, graph);
      }
    } else {
      AppliedState.remove(dataset, graph);
    }
  }

  /** Whether a row was removed whose object is a literal, which another line may still say. */
  private boolean applyLines(long graph, Optional<Hash> held, Optional<Hash> wanted) {
    boolean removedLiterals = false;
    try (GraphDifference difference = versions.difference(held, wanted)) {
      while (difference.next()) {
        if (difference.added()) {
          add(graph, difference);
        } else {
          remove(graph, difference);
          removedLiterals |= line.bytes[line.objectStart] == '"';
        }
      }
    }
    flushRemoved();
    flushAdded();
    return removedLiterals;
  }

  private void remove(long graph, GraphLines at) {
    line.read(at.buffer(), at.offset(), at.length());
    long subject = looking.id(line.bytes, line.subjectStart, line.subjectEnd);
    long predicate = looking.id(line.bytes, line.predicateStart, line.predicateEnd);
    long object = looking.id(line.bytes, line.objectStart, line.objectEnd);
    if (subject != TermIds.ABSENT && predicate != TermIds.ABSENT && object != TermIds.ABSENT) {
      removed.add(graph, subject, predicate, object);
      if (removed.size() >= ROWS) {
        flushRemoved();
      }
    }
  }

  /**
   * Adds all lines once more: where two lines are one quad to TDB2, the removal of one of them took
   * the quad away.
   */
  private void addAgain(long graph, Hash wanted) {
    try (GraphLines lines = versions.lines(wanted)) {
      while (lines.next()) {
        add(graph, lines);
      }
    }
    flushAdded();
  }

  private void add(long graph, GraphLines at) {
    line.read(at.buffer(), at.offset(), at.length());
    added.add(
        graph,
        adding.id(line.bytes, line.subjectStart, line.subjectEnd),
        adding.id(line.bytes, line.predicateStart, line.predicateEnd),
        adding.id(line.bytes, line.objectStart, line.objectEnd));
    if (added.size() >= ROWS) {
      flushAdded();
    }
  }

  private void flushAdded() {
    int rows = added.size();
    long effective = write(added, true);
    addedTwice |= effective < rows;
    countChange += effective;
  }

  private void flushRemoved() {
    countChange -= write(removed, false);
  }

  /** Writes the rows into every index; how many of them made a difference to the first. */
  private long write(LongRows rows, boolean insert) {
    long effective = 0;
    for (int i = 0; i < indexes.size() && rows.size() > 0; i++) {
      Index index = indexes.get(i);
      long changed = 0;
      for (int row : rows.order(index.columns)) {
        byte[] key = new byte[32];
        for (int c = 0; c < 4; c++) {
          Bytes.setLong(rows.value(index.columns[c], row), key, c * 8);
        }
        var record = index.records.create(key);
        boolean change = insert ? index.tree.insert(record) : index.tree.delete(record);
        changed += change ? 1 : 0;
      }
      effective = i == 0 ? changed : effective;
    }
    rowsTouched += rows.size();
    rows.clear();
    return effective;
  }
}
