package org.machinami.web.cli;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.DataDirectory;
import org.machinami.store.StoreFollower;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.quads.QuadStore;
import org.machinami.store.quads.QuadVerification;
import org.machinami.store.search.LuceneSearchIndex;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchReading;
import org.machinami.store.verify.Check;
import org.machinami.store.verify.Finding;
import org.machinami.web.quads.QueryProcessUnavailable;
import org.machinami.web.server.Catalogue;

/**
 * Whether quads and search index hold what the ledger says, as far as they have got. Those of a
 * running server are looked at where they are open: the index in it, the quads in its query
 * process. What is not there is no finding: it is made at the next start.
 */
final class DerivedCheck implements Check {
  private static final int LISTED_COMMITS = 1_000;

  private final DataDirectory directory;
  private final Optional<Catalogue> running;

  /**
   * @param running the server that holds the directory; empty when this process does
   */
  DerivedCheck(DataDirectory directory, Optional<Catalogue> running) {
    this.directory = directory;
    this.running = running;
  }

  @Override
  public void run(StoreFollower store, Consumer<Finding> findings) {
    if (running.isPresent()) {
      search(running.get().search(), store, findings);
      askedQuads(running.get(), findings);
      return;
    }
    if (Files.exists(directory.search())) {
      try (SearchIndex search = LuceneSearchIndex.open(directory.search(), store.base())) {
        search(search, store, findings);
      }
    }
    if (Files.exists(directory.quads())) {
      try (QuadStore quads = QuadStore.open(directory.path())) {
        quads(QuadVerification.verify(quads, store.ledger(), store.versions()), findings);
      }
    }
  }

  private void askedQuads(Catalogue catalogue, Consumer<Finding> findings) {
    try {
      quads(catalogue.verifyQuads(), findings);
    } catch (QueryProcessUnavailable e) {
      findings.accept(
          new Finding(
              Finding.Kind.UNCHECKED,
              directory.quads().toString(),
              "the quads were not checked: " + e.getMessage()));
    }
  }

  private void quads(QuadVerification.Report report, Consumer<Finding> findings) {
    for (QuadVerification.Finding wrong : report.findings()) {
      findings.accept(
          new Finding(
              Finding.Kind.DERIVED,
              directory.quads() + " " + wrong.where(),
              wrong.fault() + " " + String.join(" ", wrong.examples())));
    }
  }

  private void search(SearchIndex search, StoreFollower store, Consumer<Finding> findings) {
    try (SearchReading reading = search.read()) {
      Set<String> expected = descriptions(store, reading.applied());
      for (String id : expected) {
        if (!reading.contains(id)) {
          findings.accept(wrong("dataset " + id + " is missing"));
        }
      }
      if (reading.documents() != expected.size()) {
        findings.accept(wrong(reading.documents() + " datasets instead of " + expected.size()));
      }
    }
  }

  /** The datasets that have a description right after a commit. */
  private static Set<String> descriptions(StoreFollower store, long sequence) {
    NamedGraphs names = new NamedGraphs(store.base());
    Set<String> ids = new HashSet<>();
    long at = 0;
    while (at < sequence) {
      List<Commit> commits = store.ledger().read(at, LISTED_COMMITS);
      for (Commit commit : commits) {
        if (commit.sequence() > sequence) {
          return ids;
        }
        for (GraphChange change : commit.changes()) {
          names
              .parse(change.graph())
              .filter(name -> name.kind() == GraphName.Kind.METADATA)
              .ifPresent(
                  name -> {
                    if (change.version().isPresent()) {
                      ids.add(name.key());
                    } else {
                      ids.remove(name.key());
                    }
                  });
        }
        at = commit.sequence();
      }
    }
    return ids;
  }

  private Finding wrong(String message) {
    return new Finding(Finding.Kind.DERIVED, directory.search().toString(), message);
  }
}
