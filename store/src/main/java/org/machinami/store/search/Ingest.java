package org.machinami.store.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.search.text.Analysis;

/**
 * From commits to documents in a writer. Documents of several datasets are made side by side. The
 * data of a dataset are read when their version changes, and once more when only the description
 * does.
 */
final class Ingest {
  private final IndexWriter writer;
  private final Documents documents;
  private final DescriptionReader descriptions;
  private final ContentsReader contents;
  private final String metadataPrefix;
  private final String dataPrefix;

  Ingest(IndexWriter writer, Analysis analysis, Graph vocabulary, String base) {
    this.writer = writer;
    this.documents = new Documents(analysis, new VocabularyWords(vocabulary));
    this.descriptions = new DescriptionReader(base);
    this.contents = new ContentsReader(base);
    NamedGraphs graphs = new NamedGraphs(base);
    this.metadataPrefix = graphs.prefix(GraphName.Kind.METADATA);
    this.dataPrefix = graphs.prefix(GraphName.Kind.DATA);
  }

  void apply(List<Commit> commits, GraphVersions versions, Known known) throws IOException {
    try {
      // No two are of one dataset, so that their order does not matter.
      changes(commits).entrySet().parallelStream()
          .forEach(entry -> apply(entry.getKey(), entry.getValue(), versions, known));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    known.settle();
  }

  /** The last change of each graph, by dataset. */
  private Map<String, Versions.Change> changes(List<Commit> commits) {
    Map<String, Versions.Change> changes = new LinkedHashMap<>();
    for (Commit commit : commits) {
      for (GraphChange change : commit.changes()) {
        String graph = change.graph();
        if (graph.startsWith(metadataPrefix)) {
          String id = graph.substring(metadataPrefix.length());
          changes.merge(
              id, Versions.Change.ofMetadata(change, commit.time()), Versions.Change::then);
        } else if (graph.startsWith(dataPrefix)) {
          String id = graph.substring(dataPrefix.length());
          changes.merge(id, Versions.Change.ofData(change, commit.time()), Versions.Change::then);
        }
      }
    }
    return changes;
  }

  private void apply(String id, Versions.Change change, GraphVersions versions, Known known) {
    try {
      Versions before = known.of(id);
      Versions now = change.on(before);
      if (!now.equals(before)) {
        write(id, before, now, change.time(), versions);
        known.put(id, now);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String id, Versions before, Versions now, Instant time, GraphVersions versions)
      throws IOException {
    Term dataset = new Term(Fields.ID, id);
    boolean described = now.metadata().isPresent();
    Contents read =
        described && now.data().isPresent() ? read(now.data().get(), versions) : Contents.NONE;
    boolean sameThings =
        now.data().equals(before.data()) && before.metadata().isPresent() == described;
    if (!sameThings) {
      things(id, before, read);
    }
    // The dataset comes last: its versions say that all of it has been written.
    if (described) {
      Description description = descriptions.read(id, versions.statements(now.metadata().get()));
      put(dataset, before, documents.dataset(now, time, description, read));
    } else if (now.data().isPresent()) {
      put(dataset, before, documents.bare(id, now.data().get()));
    } else {
      writer.deleteDocuments(dataset);
    }
  }

  /** Looks for nothing to replace where nothing was. */
  private void put(Term dataset, Versions before, Document document) throws IOException {
    if (before.equals(Versions.NONE)) {
      writer.addDocument(document);
    } else {
      writer.updateDocument(dataset, document);
    }
  }

  private void things(String id, Versions before, Contents read) throws IOException {
    if (before.data().isPresent() || !read.things().isEmpty()) {
      writer.deleteDocuments(new Term(Fields.THING_OF, id));
    }
    if (!read.things().isEmpty()) {
      writer.addDocuments(documents.things(id, read));
    }
  }

  private Contents read(Hash data, GraphVersions versions) {
    try (GraphLines lines = versions.lines(data)) {
      return contents.read(lines);
    }
  }
}
