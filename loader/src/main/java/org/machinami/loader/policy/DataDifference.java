package org.machinami.loader.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.gate.Description;
import org.machinami.loader.gate.PublishersWords;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.PolicyDifference;
import org.machinami.shapes.Verdict;
import org.machinami.store.disk.Disk;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Hash;

/**
 * What two versions of the policy find in a dataset whose files are in the store: its folder is
 * made again, and held against each of them without writing. Thread-safe.
 */
final class DataDifference {
  private final GraphVersions versions;
  private final String base;
  private final MetadataValidator before;
  private final MetadataValidator after;

  DataDifference(
      GraphVersions versions, String base, MetadataValidator before, MetadataValidator after) {
    this.versions = versions;
    this.base = base;
    this.before = before;
    this.after = after;
  }

  /**
   * Judges description, files and data under both.
   *
   * @param published description as it stands in the store
   * @param alive is called now and then
   * @return empty when the data cannot be made again from what is stored: the pages of an API,
   *     files that lay in folders
   */
  Optional<PolicyDifference.Change> judge(
      WhatIfCatalogue.Dataset dataset, Graph published, Runnable alive) {
    try {
      Path parent = Files.createTempDirectory("machinami-what-if");
      try {
        Path folder = Files.createDirectory(parent.resolve(dataset.id()));
        fill(folder, PublishersWords.of(published, base, dataset.id()), dataset.files());
        Optional<Verdict> now = judge(folder, before, alive);
        return now.isEmpty()
            ? Optional.empty()
            : judge(folder, after, alive).map(then -> new PolicyDifference.Change(now.get(), then));
      } finally {
        Disk.deleteTree(parent);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(Path folder, Graph description, Map<String, Hash> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(Description.FILE))) {
      RDFWriter.source(description).lang(Lang.NTRIPLES).output(out);
    }
    for (Map.Entry<String, Hash> file : files.entrySet()) {
      Path target = folder.resolve(file.getKey()).normalize();
      if (folder.equals(target.getParent()) && Files.notExists(target)) {
        try (InputStream in = versions.file(file.getValue())) {
          Files.copy(in, target);
        }
      }
    }
  }

  private Optional<Verdict> judge(Path folder, MetadataValidator version, Runnable alive) {
    DatasetReport report =
        Loader.validating(base, version, telling(alive))
            .load(new Recipe(folder, List.of(folder)), Optional.empty(), LoadOptions.DEFAULT.dry())
            .datasets()
            .get(0);
    return report.outcome() == DatasetReport.Outcome.FAILED ? Optional.empty() : report.verdict();
  }

  private static Progress telling(Runnable alive) {
    return (label, bytes) ->
        new Progress.Task() {
          @Override
          public void advance(long read) {
            alive.run();
          }

          @Override
          public void close() {}
        };
  }
}
