package org.machinami.store.graph;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.machinami.store.StoreException;
import org.machinami.store.ledger.Hash;

/**
 * Reads versions; safe for use by many threads. Every method, and what it returns, throws {@link
 * StoreException} BLOB_MISSING, DAMAGED or UNREADABLE when the version cannot be read, WRONG_KIND
 * when a graph is asked of a file.
 */
public interface GraphVersions {
  /** The sorted lines, streaming; to be closed. */
  GraphLines lines(Hash version);

  /**
   * The sorted lines but for the first ones; the parts that hold only these are not read. To be
   * closed.
   *
   * @param first number of the line that comes first, from 0
   */
  GraphLines lines(Hash version, long first);

  /**
   * Whether a line that begins with one of some texts passes a test. Parts that can hold none are
   * not read.
   *
   * @param prefixes each a whole subject and more, in order of their bytes, none the beginning of
   *     another
   */
  boolean anyLine(Hash version, List<byte[]> prefixes, LineTest test);

  /** The triples in order of their lines, in memory; for small graphs. */
  List<Triple> statements(Hash version);

  /** The graph in memory; for small ones. */
  Graph graph(Hash version);

  /** How many triples. */
  long triples(Hash version);

  /**
   * What changed between two versions; an absent one counts as empty. Chunks that both share are
   * not read. To be closed.
   */
  GraphDifference difference(Optional<Hash> from, Optional<Hash> to);

  /**
   * The names of all blobs that a version of a graph or a file is made of, its own first. They are
   * handed over one by one, so that a version of any size can be walked.
   */
  void blobs(Hash version, Consumer<Hash> names);

  /** The bytes of one blob. */
  byte[] blob(Hash name);

  /** The bytes of an original file; to be closed. */
  InputStream file(Hash version);

  /** The length of an original file in bytes. */
  long fileLength(Hash version);
}
