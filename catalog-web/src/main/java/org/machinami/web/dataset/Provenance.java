package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machinami.store.graph.GraphVersions;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** The way of the data as a chain: source, mapping, checks, commit. */
final class Provenance {
  private final GraphVersions versions;
  private final String base;

  Provenance(GraphVersions versions, String base) {
    this.versions = versions;
    this.base = base;
  }

  List<ProvenanceStep> of(
      DatasetState state,
      Described dataset,
      List<DistributionView> distributions,
      Optional<VerdictView> verdict,
      List<VersionEntry> history,
      Messages m) {
    List<ProvenanceStep> steps = new ArrayList<>();
    source(dataset, distributions).ifPresent(v -> steps.add(new ProvenanceStep("chain.source", v)));
    String dataPage = base + "datasets/" + state.id();
    state
        .data()
        .ifPresent(
            data ->
                steps.add(
                    new ProvenanceStep(
                        "chain.mapping",
                        new Value(
                            own(m, m.count("chain.triples", versions.triples(data.version()))),
                            dataPage + "/table"))));
    verdict.ifPresent(
        v ->
            steps.add(
                new ProvenanceStep("chain.checks", new Value(v.label(), dataPage + "#verdict"))));
    history.stream()
        .findFirst()
        .ifPresent(
            newest ->
                steps.add(
                    new ProvenanceStep(
                        "chain.commit",
                        new Value(
                            own(
                                m,
                                m.text(
                                    "chain.commit-value",
                                    newest.sequence(),
                                    m.minute(newest.time()))),
                            dataPage + "/versions/" + newest.sequence()))));
    return steps;
  }

  private static Text own(Messages m, String words) {
    return new Text(words, m.language().tag());
  }

  /** The catalogue or page that it was taken from, else its first file. */
  private static Optional<Value> source(Described dataset, List<DistributionView> distributions) {
    Optional<Value> elsewhere =
        dataset.first(Terms.DCT + "source").map(s -> new Value(new Text(s.iri(), "zxx"), s.iri()));
    return elsewhere.or(
        () ->
            distributions.stream()
                .findFirst()
                .map(d -> new Value(d.title(), d.access().isEmpty() ? d.download() : d.access())));
  }
}
