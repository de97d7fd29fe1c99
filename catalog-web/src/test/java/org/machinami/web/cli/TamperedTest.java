package org.machinami.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quads and search index that were changed behind the ledger's back. */
final class TamperedTest {
  private static final String BASE = "https://data.example.org/";

  @TempDir private Path directory;

  @Test
  void verify_throughAServer_findsWhatItFindsWithoutOne_andRebuildMendsIt() throws Exception {
    CapturedSession session = new CapturedSession(directory);
    for (String id : List.of("parks", "libraries")) {
      CapturedSession.Ended loaded =
          session.run("load", CapturedSession.sample(id), "--data", "d", "--base", BASE);
      assertEquals(0, loaded.exit(), loaded.out() + loaded.err());
    }
    assertEquals(0, session.run("verify", "--data", "d").exit());
    Quad removed = removeQuad(BASE + "graph/data/parks");
    removeFromSearch("libraries");
    CapturedSession.Ended alone = session.run("verify", "--data", "d");
    assertEquals(1, alone.exit(), alone.out());
    assertTrue(alone.out().contains("graph/data/parks: QUADS_DIFFER"), alone.out());
    assertTrue(alone.out().contains(removed.getSubject().toString()), alone.out());
    assertTrue(alone.out().contains("dataset libraries is missing"), alone.out());

    try (ServerProcess server = ServerProcess.start(directory.resolve("d"), List.of())) {
      ServerAsking asking = new ServerAsking(server.address());
      asking.awaitReady();
      CapturedSession.Ended held = session.run("verify", "--data", "d");
      assertEquals(1, held.exit(), held.out() + held.err());
      assertEquals(alone.out(), held.out());

      assertEquals(false, holds(asking, removed));
      assertFalse(libraries(asking).contains("datasets/libraries"));
      CapturedSession.Ended rebuilt = session.run("rebuild", "--data", "d");
      assertEquals(0, rebuilt.exit(), rebuilt.out() + rebuilt.err());
      assertEquals(true, holds(asking, removed));
      assertTrue(libraries(asking).contains("datasets/libraries"));
      CapturedSession.Ended mended = session.run("verify", "--data", "d");
      assertEquals(0, mended.exit(), mended.out() + mended.err());
    }
    assertEquals(0, session.run("verify", "--data", "d").exit(), "what the server has left");
  }

  private static String libraries(ServerAsking asking) throws Exception {
    HttpResponse<String> list = asking.get("datasets?q=libraries", "application/ld+json");
    assertEquals(200, list.statusCode(), list.body());
    return list.body();
  }

  private static boolean holds(ServerAsking asking, Quad quad) throws Exception {
    String query =
        "ASK { GRAPH <%s> { <%s> <%s> <%s> } }"
            .formatted(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    HttpResponse<String> answer = asking.sparql(query);
    assertEquals(200, answer.statusCode(), query + " " + answer.body());
    return new ObjectMapper().readTree(answer.body()).path("boolean").booleanValue();
  }

  /** Takes a quad with an IRI as its object out of a graph. */
  private Quad removeQuad(String graph) {
    Location location = Location.create(directory.resolve("d/quads"));
    DatasetGraph quads = DatabaseMgr.connectDatasetGraph(location);
    try {
      return Txn.calculateWrite(
          quads,
          () -> {
            Node name = NodeFactory.createURI(graph);
            Quad quad =
                quads.stream(name, Node.ANY, Node.ANY, Node.ANY)
                    .filter(each -> each.getObject().isURI())
                    .findFirst()
                    .orElseThrow();
            quads.delete(quad);
            return quad;
          });
    } finally {
      TDBInternal.expel(quads);
    }
  }

  private void removeFromSearch(String id) throws IOException {
    try (Directory search = FSDirectory.open(directory.resolve("d/search"));
        IndexWriter writer =
            new IndexWriter(search, new IndexWriterConfig(new KeywordAnalyzer()))) {
      Map<String, String> recorded = new LinkedHashMap<>();
      writer.getLiveCommitData().forEach(each -> recorded.put(each.getKey(), each.getValue()));
      writer.deleteDocuments(new Term("id", id));
      writer.setLiveCommitData(recorded.entrySet());
      writer.commit();
    }
  }
}
