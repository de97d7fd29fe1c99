package org.machinami.store.quads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.machinami.store.StoreException;
import org.machinami.store.disk.Disk;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.ledger.LedgerReader;

/**
 * Builds the whole of the quads from the ledger into a fresh directory, which counts from the
 * moment it gets its name: a kill before that means starting again. The ledger is read twice, first
 * for the last change of each graph, so that memory does not grow with the number of graphs.
 */
final class Rebuild {
  private static final int COMMITS = 500;

  private final LedgerReader ledger;
  private final GraphVersions versions;
  private final String graphPrefix;

  Rebuild(LedgerReader ledger, GraphVersions versions, String graphPrefix) {
    this.ledger = ledger;
    this.versions = versions;
    this.graphPrefix = graphPrefix;
  }

  /** What was built: the directory, the sequence number it has reached, the quads it holds. */
  record Built(Path directory, long applied, long quads) {}

  /** Builds the next generation of a container; what it leaves behind on failure is deleted. */
  Built run(Path container) {
    Path unfinished = Generation.unfinished(container);
    Generation.delete(unfinished);
    try {
      Built built = build(unfinished);
      return new Built(Generation.finish(unfinished), built.applied(), built.quads());
    } catch (IOException | RuntimeException | Error e) {
      StoreException failure = QuadFailure.of(unfinished, e);
      deleteQuietly(unfinished);
      throw failure;
    }
  }

  private static void deleteQuietly(Path unfinished) {
    try {
      Generation.delete(unfinished);
    } catch (StoreException e) {
      org.slf4j.LoggerFactory.getLogger(Rebuild.class).warn(e.getMessage());
    }
  }

  private Built build(Path directory) throws IOException {
    long upTo = ledger.head();
    DatasetGraphTDB database = Generation.open(directory);
    try {
      Path runs = directory.resolve("runs");
      Disk.createDirectories(runs);
      HashToLong lastChanges = lastChanges(runs, upTo);
      BulkBuild build = new BulkBuild(database, runs);
      forEachChange(
          upTo,
          (sequence, change) -> {
            if (change.version().isPresent() && find(lastChanges, change.graph()) == sequence) {
              addGraph(build, change.graph(), change.version().get());
            }
          });
      build.endTerms();
      Generation.close(database);
      long quads = build.writeIndexes(upTo);
      Generation.delete(runs);
      return new Built(directory, upTo, quads);
    } finally {
      Generation.close(database);
    }
  }

  private void addGraph(BulkBuild build, String graphIri, Hash version) {
    Node graph = NodeFactory.createURI(graphIri);
    long id = build.graph(graph);
    try (GraphLines lines = versions.lines(version)) {
      while (lines.next()) {
        build.line(id, lines.buffer(), lines.offset(), lines.length());
      }
    }
    build.state(graph, AppliedState.VERSION, AppliedState.literal(version));
  }

  private HashToLong lastChanges(Path runs, long upTo) {
    HashToLong last = new HashToLong(runs);
    forEachChange(
        upTo,
        (sequence, change) -> {
          byte[] hash = Hash.of(bytes(change.graph())).bytes();
          last.put(Bytes.getLong(hash, 0), Bytes.getLong(hash, 8), sequence);
        });
    return last;
  }

  private static long find(HashToLong table, String graph) {
    byte[] hash = Hash.of(bytes(graph)).bytes();
    return table.find(Bytes.getLong(hash, 0), Bytes.getLong(hash, 8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private interface ChangeVisitor {
    void visit(long sequence, GraphChange change);
  }

  private void forEachChange(long upTo, ChangeVisitor visitor) {
    long after = 0;
    while (after < upTo) {
      List<Commit> commits = ledger.read(after, (int) Math.min(COMMITS, upTo - after));
      if (commits.isEmpty()) {
        throw new StoreException(
            StoreException.Code.DAMAGED,
            "The ledger ends at commit " + after + " but said it had " + upTo + ". Run verify.");
      }
      for (Commit commit : commits) {
        for (GraphChange change : commit.changes()) {
          if (change.graph().startsWith(graphPrefix)) {
            visitor.visit(commit.sequence(), change);
          }
        }
        after = commit.sequence();
      }
    }
  }
}
