package org.machinami.store.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machinami.store.ledger.Hash;

final class KnownTest {
  private static final int MOST = 2;

  private Directory directory;
  private IndexWriter writer;

  @BeforeEach
  void open() throws IOException {
    directory = new ByteBuffersDirectory();
    writer = new IndexWriter(directory, new IndexWriterConfig());
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
    directory.close();
  }

  private static Versions versions(int number) {
    Hash hash = Hash.of(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    return new Versions(Optional.of(hash), Optional.empty(), Optional.empty());
  }

  private void write(Known known, int dataset, int version) throws IOException {
    Document document = new Document();
    document.add(new StringField(Fields.ID, "d" + dataset, Field.Store.YES));
    Versions versions = versions(version);
    document.add(new StoredField(Fields.METADATA_VERSION, versions.metadata().get().hex()));
    writer.updateDocument(new Term(Fields.ID, "d" + dataset), document);
    known.put("d" + dataset, versions);
  }

  @Test
  void whatWasWritten_isKnown_alsoWhenItHasBeenForgotten() throws IOException {
    try (Known known = new Known(writer, MOST)) {
      for (int i = 0; i < 100; i++) {
        assertEquals(Versions.NONE, known.of("d" + i));
        write(known, i, i);
        known.settle();
      }
      write(known, 7, 1007);
      known.settle();
      assertEquals(versions(1007), known.of("d7"));
      write(known, 1000, 1000);
      write(known, 1001, 1001);
      write(known, 1002, 1002);
      known.settle();
      assertEquals(versions(1007), known.of("d7"));
      assertEquals(versions(8), known.of("d8"));
      assertEquals(Versions.NONE, known.of("d2000"));
    }
  }

  @Test
  void whatWasThereBefore_isKnown() throws IOException {
    try (Known known = new Known(writer, MOST)) {
      write(known, 1, 1);
    }
    try (Known known = new Known(writer, MOST)) {
      assertEquals(versions(1), known.of("d1"));
      assertEquals(Versions.NONE, known.of("d2"));
    }
  }
}
