package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machinami.ontology.Iris;
import org.machinami.store.state.GraphState;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** The way of the data as a chain: source, mapping, checks, commit. */
final class Provenance {
  private final DatasetReader reader;
  private final String base;

  Provenance(DatasetReader reader, String base) {
    this.reader = reader;
    this.base = base;
  }

  /**
   * The chain.
   *
   * @param past whether the state is one of the past, whose mapping is not looked for
   */
  List<ProvenanceStep> of(
      DatasetState state,
      boolean past,
      Described dataset,
      List<DistributionView> distributions,
      Optional<VerdictView> verdict,
      List<VersionEntry> history,
      Messages m) {
    List<ProvenanceStep> steps = new ArrayList<>();
    source(dataset, distributions).ifPresent(v -> steps.add(ProvenanceStep.of("chain.source", v)));
    String dataPage = base + "datasets/" + state.id();
    state
        .data()
        .ifPresent(
            data ->
                steps.add(
                    new ProvenanceStep(
                        "chain.mapping",
                        new Value(
                            own(m, m.count("chain.triples", triples(data))), dataPage + "/table"),
                        past ? List.of() : mappings(state.id()))));
    verdict.ifPresent(
        v ->
            steps.add(
                ProvenanceStep.of("chain.checks", new Value(v.label(), dataPage + "#verdict"))));
    history.stream()
        .findFirst()
        .ifPresent(
            newest ->
                steps.add(
                    ProvenanceStep.of(
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

  private long triples(GraphState data) {
    return reader.versions().triples(data.version());
  }

  private List<Value> mappings(String id) {
    Iris iris = new Iris(base);
    return reader.mappings(id).stream()
        .map(name -> new Value(new Text(name, "zxx"), iris.recipe(id, name)))
        .toList();
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
