package org.machinami.store.graph;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.blob.BlobBuffer;
import org.machinami.store.blob.Blobs;
import org.machinami.store.ledger.Hash;

/** Reads versions from blobs. */
public final class BlobGraphVersions implements GraphVersions {
  private final Blobs blobs;

  /** Over these blobs, which the caller closes. */
  public BlobGraphVersions(Blobs blobs) {
    this.blobs = blobs;
  }

  @Override
  public GraphLines lines(Hash version) {
    return new CursorLines(cursor(version));
  }

  @Override
  public Graph graph(Hash version) {
    Graph graph = GraphFactory.createDefaultGraph();
    NTriplesReader reader = new NTriplesReader();
    try (GraphLines lines = lines(version)) {
      while (lines.next()) {
        graph.add(reader.triple(lines));
      }
    }
    return graph;
  }

  @Override
  public long triples(Hash version) {
    BlobBuffer blob = new BlobBuffer();
    blobs.require(version, blob);
    if (GraphManifest.is(blob.bytes(), blob.length())) {
      return GraphManifest.parse(version, blob.bytes(), blob.length()).stream()
          .mapToLong(Chunk::triples)
          .sum();
    }
    requireGraph(version, blob);
    return lineCount(blob);
  }

  @Override
  public GraphDifference difference(Optional<Hash> from, Optional<Hash> to) {
    if (from.equals(to)) {
      return new CursorDifference(empty(), empty());
    }
    return new CursorDifference(
        from.map(this::cursor).orElseGet(this::empty), to.map(this::cursor).orElseGet(this::empty));
  }

  private ChunkCursor empty() {
    return new ChunkCursor(blobs, Hash.of(), List.of(), new BlobBuffer(), false);
  }

  private ChunkCursor cursor(Hash version) {
    BlobBuffer blob = new BlobBuffer();
    blobs.require(version, blob);
    if (GraphManifest.is(blob.bytes(), blob.length())) {
      List<Chunk> chunks = GraphManifest.parse(version, blob.bytes(), blob.length());
      return new ChunkCursor(blobs, version, chunks, new BlobBuffer(), false);
    }
    requireGraph(version, blob);
    Chunk only = new Chunk(version, 0, blob.length(), new byte[0]);
    return new ChunkCursor(blobs, version, List.of(only), blob, true);
  }

  private static void requireGraph(Hash version, BlobBuffer blob) {
    if (blob.length() > 0 && blob.bytes()[0] != '<') {
      throw new StoreException(
          Code.WRONG_KIND, "version " + version + " is not one of a graph; is it one of a file?");
    }
  }

  static long lineCount(BlobBuffer blob) {
    long lines = 0;
    int at = 0;
    while (at < blob.length()) {
      at = Bytes.indexOf(blob.bytes(), at, blob.length(), '\n') + 1;
      lines++;
    }
    return lines;
  }

  @Override
  public InputStream file(Hash version) {
    return new BlockStream(blobs, blocks(version));
  }

  @Override
  public long fileLength(Hash version) {
    return blocks(version).stream().mapToLong(FileManifest.Block::bytes).sum();
  }

  private List<FileManifest.Block> blocks(Hash version) {
    BlobBuffer blob = new BlobBuffer();
    blobs.require(version, blob);
    return FileManifest.parse(version, blob.bytes(), blob.length());
  }
}
