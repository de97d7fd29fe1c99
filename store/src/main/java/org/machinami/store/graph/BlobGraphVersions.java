package org.machinami.store.graph;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
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
  public GraphLines lines(Hash version, long first) {
    VersionCursor cursor = cursor(version);
    cursor.pass(first);
    return new CursorLines(cursor);
  }

  @Override
  public boolean anyLine(Hash version, List<byte[]> prefixes, LineTest test) {
    return new PrefixSearch(cursor(version), prefixes).any(test);
  }

  @Override
  public List<Triple> statements(Hash version) {
    List<Triple> statements = new ArrayList<>();
    NTriplesReader reader = new NTriplesReader();
    try (GraphLines lines = lines(version)) {
      while (lines.next()) {
        statements.add(reader.triple(lines));
      }
    }
    return statements;
  }

  @Override
  public Graph graph(Hash version) {
    Graph graph = GraphFactory.createDefaultGraph();
    statements(version).forEach(graph::add);
    return graph;
  }

  @Override
  public long triples(Hash version) {
    return cursor(version).triples();
  }

  @Override
  public GraphDifference difference(Optional<Hash> from, Optional<Hash> to) {
    if (from.equals(to)) {
      return new CursorDifference(VersionCursor.empty(blobs), VersionCursor.empty(blobs));
    }
    return new CursorDifference(cursor(from), cursor(to));
  }

  private VersionCursor cursor(Optional<Hash> version) {
    return version.map(this::cursor).orElseGet(() -> VersionCursor.empty(blobs));
  }

  private VersionCursor cursor(Hash version) {
    return VersionCursor.of(blobs, version);
  }

  @Override
  public void blobs(Hash version, Consumer<Hash> names) {
    names.accept(version);
    byte[] blob = blob(version);
    if (FileManifest.is(blob, blob.length)) {
      FileManifest.parse(version, blob, blob.length).forEach(block -> names.accept(block.hash()));
    } else if (PartList.is(blob, blob.length)) {
      for (Part part : PartList.parse(version, blob, blob.length)) {
        if (part.isChunk()) {
          names.accept(part.hash());
        } else {
          blobs(part.hash(), names); // as deep as the lists are, which is few levels
        }
      }
    }
  }

  @Override
  public byte[] blob(Hash name) {
    BlobBuffer blob = new BlobBuffer();
    blobs.require(name, blob);
    return blob.copy();
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
