package org.machinami.web.cli;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
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
import org.machinami.store.verify.Check;
import org.machinami.store.verify.Finding;

/**
 * Whether quads and search index hold what the ledger says, as far as they have got. What is not
 * there is no finding: it is made at the next start.
 */
final class DerivedCheck implements Check {
  private static final int LISTED_COMMITS = 1_000;

  private final DataDirectory directory;

  DerivedCheck(DataDirectory directory) {
    this.directory = directory;
  }

  @Override
  public void run(StoreFollower store, Consumer<Finding> findings) {
    if (Files.exists(directory.quads())) {
      quads(store, findings);
    }
    if (Files.exists(directory.search())) {
      search(store, findings);
    }
  }

  private void quads(StoreFollower store, Consumer<Finding> findings) {
    try (QuadStore quads = QuadStore.open(directory.path())) {
      QuadVerification.verify(quads, store.ledger(), store.versions())
          .findings()
          .forEach(
              wrong ->
                  findings.accept(
                      new Finding(
                          Finding.Kind.DERIVED,
                          directory.quads() + " " + wrong.where(),
                          wrong.fault() + " " + String.join(" ", wrong.examples()))));
    }
  }

  private void search(StoreFollower store, Consumer<Finding> findings) {
    try (SearchIndex search = LuceneSearchIndex.open(directory.search(), store.base())) {
      Set<String> expected = descriptions(store, search.applied());
      for (String id : expected) {
        if (search.find(id).isEmpty()) {
          findings.accept(wrong("dataset " + id + " is missing"));
        }
      }
      if (search.documents() != expected.size()) {
        findings.accept(wrong(search.documents() + " datasets instead of " + expected.size()));
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
