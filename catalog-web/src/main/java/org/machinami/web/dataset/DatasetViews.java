package org.machinami.web.dataset;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.search.Box;
import org.machinami.store.search.Hit;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;
import org.machinami.web.reach.LinkChecks;
import org.machinami.web.reach.LinkState;
import org.machinami.web.thing.MapView;

/** From the graphs of a dataset to its view in a language. */
final class DatasetViews {
  private static final String SERVICE_FIELDS = Vocabularies.NS + "service-field/";

  private final DatasetReader reader;
  private final History history;
  private final Previews previews;
  private final RelatedDatasets related;
  private final Labels labels;
  private final Findings findings;
  private final LinkChecks links;
  private final Markdown markdown = new Markdown();
  private final LicenceTerms licences = LicenceTerms.read();
  private final DatasetFacts facts;
  private final Distributions distributions;
  private final SearchIndex search;
  private final Provenance provenance;
  private final SchemaOrg schemaOrg;
  private final QualityViews quality;
  private final AccessViews access;
  private final String base;

  DatasetViews(
      SearchIndex search,
      DatasetReader reader,
      History history,
      Previews previews,
      RelatedDatasets related,
      Labels labels,
      Findings findings,
      LinkChecks links,
      String base) {
    this.search = search;
    this.reader = reader;
    this.history = history;
    this.previews = previews;
    this.related = related;
    this.labels = labels;
    this.findings = findings;
    this.links = links;
    this.facts = new DatasetFacts(labels, base);
    this.distributions = new Distributions(labels);
    this.provenance = new Provenance(reader, base);
    this.schemaOrg = new SchemaOrg(labels, base);
    this.quality = new QualityViews(labels, base);
    this.access = new AccessViews(labels, base);
    this.base = base;
  }

  /**
   * The view of a state.
   *
   * @param past whether it is one of the past
   * @param today in the city
   */
  DatasetView of(
      DatasetState state,
      boolean past,
      LocalDate today,
      DatasetView.Usage usage,
      Language language) {
    Described dataset = reader.describe(state);
    Text title = state.title(dataset, language);
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
    Messages m = Messages.in(language);
    List<DistributionView> files =
        state.stop().isPresent() ? List.of() : checked(distributions.of(dataset, language), past);
    Optional<VerdictView> verdict = verdict(state, dataset, language);
    HistoryPart versions = history.of(state.id());
    long version = versions.entries().stream().findFirst().map(VersionEntry::sequence).orElse(0L);
    // As the search knows them: the geometries may be those of other datasets.
    List<Box> extents = search.find(state.id()).map(Hit::extents).orElse(List.of());
    Optional<MapView> map =
        state.data().flatMap(d -> DataMap.of(reader.versions(), d.version(), base));
    Optional<Preview> preview =
        state.data().flatMap(d -> previews.of(d.version(), dataset.graph(), language));
    return new DatasetView(
        dataset.graph(),
        past ? Optional.of(DatasetView.Past.of(state)) : Optional.empty(),
        stopped(state, language),
        state.id(),
        base + "datasets/" + state.id(),
        title,
        otherTitle,
        dataset.texts(language, Terms.description).stream()
            .map(t -> new DatasetView.Markup(markdown.html(t.value()), t.tag()))
            .toList(),
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
        files,
        verdict,
        quality.of(dataset, language),
        access.of(dataset, language),
        versions,
        preview,
        state.data().isPresent(),
        licence(dataset, m),
        frequency(state, past, today, dataset, language),
        provenance.of(state, past, dataset, files, verdict, versions.entries(), m),
        facts.words(dataset, Terms.DCT + "provenance", language),
        map,
        map.isPresent() ? Optional.empty() : DataMap.around(extents),
        related.of(state, language),
        state.data().isPresent()
            ? Snippet.of(
                base + "datasets/" + state.id() + "/data.csv",
                base + "datasets/" + state.id() + "/data.parquet",
                state.id())
            : List.of(),
        Citation.of(
            state.id(),
            base + "datasets/" + state.id(),
            title,
            publishers(dataset, language),
            day(dataset),
            version,
            m),
        schemaOrg.of(state.id(), dataset, files, extents, preview, version, language),
        usage);
  }

  /** With what is known of the addresses now; nothing is of those of the past. */
  private List<DistributionView> checked(List<DistributionView> files, boolean past) {
    if (past) {
      return files;
    }
    Map<String, LinkState> known =
        links.find(files.stream().flatMap(file -> file.addresses().stream()).toList());
    return known.isEmpty() ? files : files.stream().map(file -> file.checked(known)).toList();
  }

  private Optional<DatasetView.Stopped> stopped(DatasetState state, Language language) {
    return state
        .stop()
        .map(
            stop -> {
              Described said =
                  Described.of(reader.versions().graph(stop.version()), stop.graph() + "#stop");
              String clause =
                  said.first(Terms.CITY + "clause")
                      .map(Described::iri)
                      .filter(iri -> iri.startsWith(base))
                      .map(iri -> iri.substring(base.length()))
                      .orElse("policy");
              return new DatasetView.Stopped(
                  stop.modified(), said.texts(language, Terms.description), clause);
            });
  }

  private Optional<DatasetView.Licence> licence(Described dataset, Messages m) {
    return facts
        .value(dataset, Terms.DCT + "license", m.language())
        .map(
            name -> {
              LicenceTerms.Terms terms = licences.of(name.iri(), m);
              Text definition =
                  labels.definition(name.iri(), m.language()).orElse(new Text("", ""));
              return new DatasetView.Licence(
                  name, definition, terms.known(), terms.may(), terms.must());
            });
  }

  private DatasetView.Frequency frequency(
      DatasetState state, boolean past, LocalDate today, Described dataset, Language language) {
    String property = Terms.DCT + "accrualPeriodicity";
    Optional<Punctuality> punctuality =
        dataset.first(property).flatMap(f -> Punctuality.of(f.iri(), history.data(state.id())));
    // Of what is stopped no version can come; a page of the past says nothing of today.
    boolean awaited = !past && state.stop().isEmpty();
    return new DatasetView.Frequency(
        facts.value(dataset, property, language),
        punctuality,
        awaited && punctuality.map(p -> p.isOverdue(today)).orElse(false));
  }

  private static List<Text> publishers(Described dataset, Language language) {
    return dataset.all(Terms.DCT + "publisher").stream()
        .map(p -> p.text(language, Terms.name, Terms.title, Terms.label))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The day that a citation names. */
  private static Optional<String> day(Described dataset) {
    return dataset
        .value(Terms.DCT + "modified")
        .or(() -> dataset.value(Terms.DCT + "issued"))
        .map(d -> d.length() > 10 ? d.substring(0, 10) : d);
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
              Findings.Found inData = findings.inData(verdict, language);
              Findings.Found inDescription =
                  warnings <= inData.covered()
                      ? new Findings.Found(List.of(), 0)
                      : findings.of(reader.metadata(state), dataset.iri(), verdict, language);
              return new VerdictView(
                  Labels.localName(outcome),
                  labels.of(outcome, language),
                  labels.definition(outcome, language).orElse(new Text("", "")),
                  warnings,
                  Stream.concat(inData.shown().stream(), inDescription.shown().stream()).toList(),
                  Math.max(0, warnings - inData.covered() - inDescription.covered()));
            });
  }
}
