package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.machinami.ontology.Iris;
import org.machinami.store.search.Facet;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchResults;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;

/** The facets beside the list: what can be chosen, what is, and how often there is each. */
final class FacetOptions {
  private static final int SHOWN = 6;
  static final int MOST_OPTIONS = 60;
  private static final String FREQUENCIES =
      "http://publications.europa.eu/resource/authority/frequency/";
  private static final String RIGHTS =
      "http://publications.europa.eu/resource/authority/access-right/";

  /** Those whose values are not shown at once. */
  private static final Set<Facet> CLOSED =
      Set.of(
          Facet.LICENCE, Facet.ACCESS, Facet.QUALITY, Facet.FREQUENCY, Facet.YEAR, Facet.LANGUAGE);

  /** In the order in which they stand beside the list. */
  private static final Map<Facet, String> NAMES =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Facet.SECTOR, "facet.sector"),
              Map.entry(Facet.SERVICE_FIELD, "facet.service-field"),
              Map.entry(Facet.PUBLISHER, "facet.publisher"),
              Map.entry(Facet.MUNICIPALITY, "facet.municipality"),
              Map.entry(Facet.FORMAT, "facet.format"),
              Map.entry(Facet.LICENCE, "facet.licence"),
              Map.entry(Facet.ACCESS, "facet.access"),
              Map.entry(Facet.QUALITY, "facet.quality"),
              Map.entry(Facet.FREQUENCY, "facet.frequency"),
              Map.entry(Facet.YEAR, "facet.year"),
              Map.entry(Facet.LANGUAGE, "facet.language")));

  private final PublisherOptions publishers;
  private final Labels labels;
  private final Iris iris;

  FacetOptions(SearchIndex search, Labels labels, String base) {
    this.publishers = new PublisherOptions(search);
    this.labels = labels;
    this.iris = new Iris(base);
  }

  /**
   * The values of a facet.
   *
   * @param unlisted how many there are beyond the first {@value #MOST_OPTIONS}
   */
  record Listed(List<ListView.Option> options, int unlisted) {}

  /** Those that have values among the results, or in the query. */
  List<ListView.Group> groups(SearchResults results, ListQuery query, Language language) {
    List<ListView.Group> groups = new ArrayList<>();
    NAMES.forEach(
        (facet, key) -> {
          Listed listed = options(facet, results, query, language);
          List<ListView.Option> options = listed.options();
          if (!options.isEmpty()) {
            int shown = Math.min(SHOWN, options.size());
            boolean open =
                !CLOSED.contains(facet) || options.stream().anyMatch(ListView.Option::chosen);
            groups.add(
                new ListView.Group(
                    key,
                    open,
                    options.subList(0, shown),
                    options.subList(shown, options.size()),
                    listed.unlisted()));
          }
        });
    return groups;
  }

  private Listed options(Facet facet, SearchResults results, ListQuery query, Language language) {
    if (facet == Facet.PUBLISHER) {
      return publishers.options(results, query, language);
    }
    List<SearchResults.Count> counts = new ArrayList<>(results.of(facet));
    if (facet == Facet.YEAR) {
      counts.sort(Comparator.comparing(SearchResults.Count::value).reversed());
    }
    List<ListView.Option> options = new ArrayList<>();
    Set<String> missing = new TreeSet<>(query.filters().getOrDefault(facet, Set.of()));
    for (SearchResults.Count count : counts) {
      if (options.size() < MOST_OPTIONS || query.has(facet, count.value())) {
        options.add(option(facet, count.value(), count.hits(), query, language));
      }
      missing.remove(count.value());
    }
    int unlisted = counts.size() - options.size();
    // What is chosen can be taken back, also when nothing has it.
    missing.forEach(value -> options.add(option(facet, value, 0, query, language)));
    return new Listed(options, unlisted);
  }

  private ListView.Option option(
      Facet facet, String value, long count, ListQuery query, Language language) {
    return new ListView.Option(
        label(facet, value, language),
        count,
        query.toggled(facet, value).path(),
        query.has(facet, value));
  }

  private Text label(Facet facet, String value, Language language) {
    return switch (facet) {
      case SECTOR -> labels.concept("sector", value, language);
      case QUALITY -> labels.concept("quality-level", value, language);
      case SERVICE_FIELD -> labels.concept("service-field", value, language);
      case LICENCE -> labels.of(value, language);
      case FORMAT -> new Text(DatasetViews.badge(value), "");
      case YEAR, KEYWORD -> new Text(value, "");
      case MUNICIPALITY -> labels.of(iris.thing("municipality", value), language);
      case ACCESS ->
          labels
              .find(RIGHTS + value, language)
              .orElseGet(() -> labels.concept("access-plan", value, language));
      case FREQUENCY -> labels.of(value.contains(":") ? value : FREQUENCIES + value, language);
      case LANGUAGE -> language(value, language);
      case PUBLISHER -> throw new IllegalArgumentException("publishers are a tree");
    };
  }

  /** As the JDK calls the language; a code that it does not know stays. */
  private static Text language(String code, Language language) {
    return new Text(Locale.forLanguageTag(code).getDisplayLanguage(language.locale()), "");
  }
}
