package org.machinami.web.contents;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.machinami.store.graph.GraphDifference;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.graph.LineTest;
import org.machinami.store.ledger.Hash;

/**
 * The versions, for somebody else who reads the lines of data graphs to their ends: what the lines
 * hold is found on the way and waits to be taken, so that they need not be read a second time.
 * Thread-safe.
 */
final class SharedReading implements GraphVersions {
  private final GraphVersions versions;
  private final Supplier<DataReader> readers;
  private final Map<Hash, DataReader.Found> waiting = new ConcurrentHashMap<>();

  SharedReading(GraphVersions versions, Supplier<DataReader> readers) {
    this.versions = versions;
    this.readers = readers;
  }

  /** What the lines of the version hold: found already, or read now. */
  DataReader.Found found(Hash version) {
    DataReader.Found found = waiting.get(version);
    if (found != null) {
      return found;
    }
    DataReader reader = readers.get();
    try (GraphLines lines = versions.lines(version)) {
      while (lines.next()) {
        reader.see(lines);
      }
    }
    return reader.found();
  }

  /** Keeps nothing any longer. */
  void forget() {
    waiting.clear();
  }

  @Override
  public GraphLines lines(Hash version) {
    return new SeenLines(version, versions.lines(version));
  }

  @Override
  public void blobs(Hash version, Consumer<Hash> names) {
    versions.blobs(version, names);
  }

  @Override
  public byte[] blob(Hash name) {
    return versions.blob(name);
  }

  /** Not looked on: the first lines would be missing from what is found. */
  @Override
  public GraphLines lines(Hash version, long first) {
    return versions.lines(version, first);
  }

  @Override
  public boolean anyLine(Hash version, List<byte[]> prefixes, LineTest test) {
    return versions.anyLine(version, prefixes, test);
  }

  @Override
  public List<Triple> statements(Hash version) {
    return versions.statements(version);
  }

  @Override
  public Graph graph(Hash version) {
    return versions.graph(version);
  }

  @Override
  public long triples(Hash version) {
    return versions.triples(version);
  }

  @Override
  public GraphDifference difference(Optional<Hash> from, Optional<Hash> to) {
    return versions.difference(from, to);
  }

  @Override
  public InputStream file(Hash version) {
    return versions.file(version);
  }

  @Override
  public long fileLength(Hash version) {
    return versions.fileLength(version);
  }

  private final class SeenLines implements GraphLines {
    private final Hash version;
    private final GraphLines lines;
    private final DataReader reader = readers.get();

    private SeenLines(Hash version, GraphLines lines) {
      this.version = version;
      this.lines = lines;
    }

    @Override
    public boolean next() {
      if (lines.next()) {
        reader.see(lines);
        return true;
      }
      waiting.put(version, reader.found());
      return false;
    }

    @Override
    public byte[] buffer() {
      return lines.buffer();
    }

    @Override
    public int offset() {
      return lines.offset();
    }

    @Override
    public int length() {
      return lines.length();
    }

    @Override
    public void close() {
      lines.close();
    }
  }
}
