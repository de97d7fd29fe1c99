package org.machinami.web.dataset;

import java.util.List;
import java.util.Optional;
import org.machinami.ontology.Vocabularies;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** From the graphs of a dataset to its view in a language. */
final class DatasetViews {
  private static final String SERVICE_FIELDS = Vocabularies.NS + "service-field/";

  private final DatasetReader reader;
  private final History history;
  private final Previews previews;
  private final Labels labels;
  private final Findings findings = new Findings();
  private final DatasetFacts facts;
  private final Distributions distributions;
  private final String base;

  DatasetViews(
      DatasetReader reader, History history, Previews previews, Labels labels, String base) {
    this.reader = reader;
    this.history = history;
    this.previews = previews;
    this.labels = labels;
    this.facts = new DatasetFacts(labels, base);
    this.distributions = new Distributions(labels);
    this.base = base;
  }

  DatasetView of(DatasetState state, Language language) {
    Described dataset = reader.describe(state);
    Text title = dataset.text(language, Terms.title).orElseGet(() -> new Text(state.id(), "zxx"));
    Optional<Text> otherTitle =
        dataset.texts(Terms.title).stream()
            .filter(t -> t.tag().equals(language.other().tag()) && !t.value().equals(title.value()))
            .findFirst();
    List<Value> fields =
        dataset.all(Terms.DCAT + "theme").stream()
            .filter(t -> t.iri().startsWith(SERVICE_FIELDS))
            .map(
                t ->
                    new Value(
                        labels.of(t.iri(), language),
                        base + "themes/" + t.iri().substring(SERVICE_FIELDS.length())))
            .toList();
    return new DatasetView(
        dataset.graph(),
        state.id(),
        base + "datasets/" + state.id(),
        title,
        otherTitle,
        dataset.texts(language, Terms.description),
        dataset
            .first(Terms.CITY + "sector")
            .map(
                s ->
                    new Value(
                        labels.of(s.iri(), language),
                        base + "datasets?sector=" + Labels.localName(s.iri()))),
        fields,
        dataset.texts(language, Terms.DCAT + "keyword"),
        dataset.value(Terms.CITY + "synthetic").filter("true"::equals).isPresent(),
        facts.of(dataset, language),
        distributions.of(dataset, language),
        verdict(state, dataset, language),
        history.of(state.id()),
        state.data().flatMap(d -> previews.of(d.version(), dataset.graph(), language)),
        state.data().isPresent());
  }

  /** The short name of a format as people write it. */
  static String badge(String format) {
    return switch (format) {
      case "geojson" -> "GeoJSON";
      case "turtle" -> "Turtle";
      case "n-triples" -> "N-Triples";
      case "n-quads" -> "N-Quads";
      default -> format.length() > 12 ? format : format.toUpperCase(java.util.Locale.ROOT);
    };
  }

  private Optional<VerdictView> verdict(DatasetState state, Described dataset, Language language) {
    return dataset.whichHaveThisAs(Terms.CITY + "verdictOn").stream()
        .findFirst()
        .map(
            verdict -> {
              String outcome = verdict.first(Terms.CITY + "outcome").map(Described::iri).orElse("");
              long warnings =
                  verdict.value(Terms.CITY + "warningCount").map(Long::parseLong).orElse(0L);
              Findings.Found found =
                  warnings == 0
                      ? new Findings.Found(List.of(), 0)
                      : findings.of(reader.metadata(state), dataset.iri(), language);
              return new VerdictView(
                  Labels.localName(outcome),
                  labels.of(outcome, language),
                  labels.definition(outcome, language).orElse(new Text("", "")),
                  warnings,
                  found.shown(),
                  Math.max(0, warnings - found.covered()));
            });
  }
}
