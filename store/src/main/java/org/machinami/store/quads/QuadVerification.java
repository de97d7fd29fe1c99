package org.machinami.store.quads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.ledger.LedgerReader;

/**
 * Are the quads those of the ledger? Each graph's quads are compared with the lines of its version
 * as sets, by count and by a sum of hashes that no order changes; each index with the first.
 * Streams; what is kept in memory is a few words a graph.
 */
public final class QuadVerification {
  private static final int EXAMPLES = 3;
  private static final int LONGEST_EXAMPLE = 1_000;

  /** What is wrong with a graph, or with an index. */
  public enum Fault {
    /** The ledger has the graph, the quads do not. */
    GRAPH_MISSING,
    /** The quads have a graph that the ledger does not. */
    GRAPH_UNKNOWN,
    /** The quads record another version than the ledger. */
    OTHER_VERSION,
    /** The version is the same, its quads are not. */
    QUADS_DIFFER,
    /** An index does not hold what the first does. */
    INDEX_DIFFERS
  }

  /**
   * One thing that is wrong.
   *
   * @param where IRI of the graph, or name of the index
   * @param missing lines that are not among the quads; -1 when not counted
   * @param examples some of those lines, the first 1000 characters of each
   */
  public record Finding(String where, Fault fault, long missing, List<String> examples) {
    public Finding {
      examples = List.copyOf(examples);
    }
  }

  /**
   * The outcome.
   *
   * @param applied sequence number the quads have reached
   * @param head sequence number of the ledger's last commit
   * @param graphs graphs compared
   * @param quads quads compared
   * @param findings what is wrong; empty when all is well
   */
  public record Report(long applied, long head, long graphs, long quads, List<Finding> findings) {
    public Report {
      findings = List.copyOf(findings);
    }

    /** Whether the quads are those of the ledger's head. */
    public boolean isClean() {
      return applied == head && findings.isEmpty();
    }
  }

  private final DatasetGraphTDB database;
  private final GraphVersions versions;
  private final TableIds ids;
  private final List<Finding> findings = new ArrayList<>();
  private final byte[] eight = new byte[8];

  private QuadVerification(DatasetGraphTDB database, GraphVersions versions) {
    this.database = database;
    this.versions = versions;
    this.ids = new TableIds(database.getQuadTable().getNodeTupleTable().getNodeTable(), false);
  }

  /** Compares the quads, as far as they have got, with the ledger. */
  public static Report verify(QuadStore quads, LedgerReader ledger, GraphVersions versions) {
    try (QuadReading reading = quads.read()) {
      long applied = reading.applied();
      Map<String, Hash> expected = expected(ledger, applied, quads.graphPrefix());
      QuadVerification verification = new QuadVerification(reading.database(), versions);
      long count = verification.compare(expected);
      return new Report(applied, ledger.head(), expected.size(), count, verification.findings);
    }
  }

  private static Map<String, Hash> expected(LedgerReader ledger, long upTo, String prefix) {
    Map<String, Hash> versions = new TreeMap<>();
    long after = 0;
    while (after < upTo) {
      List<Commit> commits = ledger.read(after, (int) Math.min(500, upTo - after));
      if (commits.isEmpty()) {
        break;
      }
      for (Commit commit : commits) {
        for (GraphChange change : commit.changes()) {
          if (Backlog.isServed(change.graph(), prefix)) {
            change
                .version()
                .ifPresentOrElse(
                    version -> versions.put(change.graph(), version),
                    () -> versions.remove(change.graph()));
          }
        }
        after = commit.sequence();
      }
    }
    return versions;
  }

  private long compare(Map<String, Hash> expected) {
    Map<Long, Sum> found = new HashMap<>();
    Sum first = new Sum();
    TupleIndex[] indexes = database.getQuadTable().getNodeTupleTable().getTupleTable().getIndexes();
    sum(indexes[0], first, found);
    for (int i = 1; i < indexes.length; i++) {
      Sum other = new Sum();
      sum(indexes[i], other, new HashMap<>());
      if (!other.equals(first)) {
        add(indexes[i].getName(), Fault.INDEX_DIFFERS);
      }
    }
    Map<String, Hash> held = AppliedState.versions(database);
    for (Map.Entry<String, Hash> each : expected.entrySet()) {
      compare(each.getKey(), each.getValue(), held.remove(each.getKey()), found);
    }
    held.keySet().forEach(graph -> add(graph, Fault.GRAPH_UNKNOWN));
    for (long graph : found.keySet()) {
      String name = name(graph);
      if (!expected.containsKey(name) && !held.containsKey(name)) {
        add(name, Fault.GRAPH_UNKNOWN);
      }
    }
    return first.count;
  }

  private void compare(String graph, Hash wanted, Hash heldOrNone, Map<Long, Sum> found) {
    if (heldOrNone == null) {
      add(graph, Fault.GRAPH_MISSING);
      return;
    }
    if (!heldOrNone.equals(wanted)) {
      add(graph, Fault.OTHER_VERSION);
      return;
    }
    long graphId = ids.id(NodeFactory.createURI(graph));
    Sum lines = lines(graph, wanted);
    if (!lines.equals(found.getOrDefault(graphId, new Sum()))) {
      findings.add(details(graph, graphId, wanted));
    }
  }

  private Sum lines(String graph, Hash version) {
    boolean folded = AppliedState.isFolded(database, NodeFactory.createURI(graph));
    Sum sum = new Sum();
    LongRows rows = new LongRows(3, 16);
    forEachLine(
        version,
        (text, subject, predicate, object) -> {
          if (folded) {
            rows.add(subject, predicate, object);
          } else {
            sum.add(subject, predicate, object);
          }
        });
    int previous = -1;
    for (int row : rows.order(0, 1, 2)) {
      if (previous < 0 || !same(rows, previous, row)) {
        sum.add(rows.value(0, row), rows.value(1, row), rows.value(2, row));
      }
      previous = row;
    }
    return sum;
  }

  private static boolean same(LongRows rows, int a, int b) {
    return rows.value(0, a) == rows.value(0, b)
        && rows.value(1, a) == rows.value(1, b)
        && rows.value(2, a) == rows.value(2, b);
  }

  private Finding details(String graph, long graphId, Hash version) {
    List<String> examples = new ArrayList<>();
    long[] missing = {0};
    var table = database.getQuadTable().getNodeTupleTable();
    forEachLine(
        version,
        (text, subject, predicate, object) -> {
          boolean absent =
              subject == TermIds.ABSENT
                  || predicate == TermIds.ABSENT
                  || object == TermIds.ABSENT
                  || !table.find(id(graphId), id(subject), id(predicate), id(object)).hasNext();
          if (absent) {
            missing[0]++;
            if (examples.size() < EXAMPLES) {
              examples.add(clipped(text.text()));
            }
          }
        });
    return new Finding(graph, Fault.QUADS_DIFFER, missing[0], examples);
  }

  private static String clipped(String line) {
    return line.length() <= LONGEST_EXAMPLE ? line : line.substring(0, LONGEST_EXAMPLE) + "...";
  }

  private interface LineVisitor {
    void visit(GraphLines text, long subject, long predicate, long object);
  }

  private void forEachLine(Hash version, LineVisitor visitor) {
    NTriplesLine line = new NTriplesLine();
    try (GraphLines lines = versions.lines(version)) {
      while (lines.next()) {
        line.read(lines.buffer(), lines.offset(), lines.length());
        visitor.visit(
            lines,
            ids.id(line.bytes, line.subjectStart, line.subjectEnd),
            ids.id(line.bytes, line.predicateStart, line.predicateEnd),
            ids.id(line.bytes, line.objectStart, line.objectEnd));
      }
    }
  }

  private void sum(TupleIndex index, Sum all, Map<Long, Sum> byGraph) {
    Iterator<Tuple<NodeId>> tuples = index.all();
    while (tuples.hasNext()) {
      Tuple<NodeId> each = tuples.next();
      long graph = bits(each.get(0));
      long subject = bits(each.get(1));
      long predicate = bits(each.get(2));
      long object = bits(each.get(3));
      all.add(graph ^ Long.rotateLeft(subject, 21), predicate, object);
      if (index.getName().equals(QuadIndexes.PRIMARY)) {
        byGraph.computeIfAbsent(graph, id -> new Sum()).add(subject, predicate, object);
      }
    }
  }

  private String name(long graph) {
    return database
        .getQuadTable()
        .getNodeTupleTable()
        .getNodeTable()
        .getNodeForNodeId(id(graph))
        .toString();
  }

  private long bits(NodeId id) {
    NodeIdFactory.set(id, eight);
    return Bytes.getLong(eight);
  }

  private NodeId id(long bits) {
    Bytes.setLong(bits, eight);
    return NodeIdFactory.get(eight);
  }

  private void add(String where, Fault fault) {
    findings.add(new Finding(where, fault, -1, List.of()));
  }

  /** A set of rows as their number and a sum of hashes. */
  private static final class Sum {
    private long count;
    private long hash;

    void add(long a, long b, long c) {
      count++;
      hash += mix(mix(mix(a) + b) + c);
    }

    private static long mix(long value) {
      long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
      return mixed ^ (mixed >>> 31);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Sum sum && sum.count == count && sum.hash == hash;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(hash);
    }
  }
}
