package org.machinami.loader;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.quality.GivenAnswers;
import org.machinami.store.Store;

/**
 * What stewards have answered of a dataset that is loaded: with an approval what comes with it,
 * else what is published with the present version, as long as it was answered of the same files.
 */
final class KnownAnswers {
  private KnownAnswers() {}

  /**
   * The answers that count.
   *
   * @param sources all that the dataset is made from
   * @param measured those of them whose bytes are known
   */
  static GivenAnswers of(
      Optional<Store> store,
      String dataset,
      Collection<Path> sources,
      OriginalFiles measured,
      Optional<Approval> approval) {
    Set<String> files =
        sources.stream().allMatch(measured::has)
            ? measured.files().stream()
                .map(file -> GivenAnswers.name(file.sha256()))
                .collect(Collectors.toSet())
            : Set.of();
    return new GivenAnswers(
        approval.map(Approval::answers).orElseGet(() -> published(store, dataset).of(files)),
        files);
  }

  private static GivenAnswers published(Optional<Store> store, String dataset) {
    return store
        .flatMap(
            open ->
                open.states()
                    .find(new NamedGraphs(open.base()).verdict(dataset))
                    .map(state -> GivenAnswers.read(open.versions().graph(state.version()))))
        .orElse(GivenAnswers.NONE);
  }
}
