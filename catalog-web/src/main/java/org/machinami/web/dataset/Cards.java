package org.machinami.web.dataset;

import java.util.List;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Literal;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;

/** Makes cards of hits. Thread-safe. */
public final class Cards {
  private static final int LONGEST_DESCRIPTION = 240;
  private static final int MOST_FORMATS = 6;

  private final Stops stops;
  private final Labels labels;

  public Cards(Store store, Labels labels) {
    this.stops = new Stops(store);
    this.labels = labels;
  }

  public DatasetCard of(Hit hit, Language language) {
    Optional<String> sector = hit.values(Facet.SECTOR).stream().findFirst();
    return new DatasetCard(
        hit.id(),
        title(hit, language),
        best(
            hit.descriptions().stream().map(d -> d.shortened(LONGEST_DESCRIPTION)).toList(),
            language),
        best(hit.publisherNames(), language),
        sector.orElse(""),
        sector.map(s -> labels.concept("sector", s, language)),
        hit.values(Facet.FORMAT).stream().map(DatasetViews::badge).limit(MOST_FORMATS).toList(),
        hit.values(Facet.QUALITY).stream().findFirst(),
        hit.modified().or(hit::issued),
        stops.since(hit.id()).isPresent());
  }

  public List<DatasetCard> of(List<Hit> hits, Language language) {
    return hits.stream().map(hit -> of(hit, language)).toList();
  }

  /** What a dataset is called; its id where the description does not say. */
  public static Text title(Hit hit, Language language) {
    return best(hit.titles(), language).orElseGet(() -> new Text(hit.id(), "zxx"));
  }

  /** The best of the literals for a reader of the language. */
  public static Optional<Text> best(List<Literal> literals, Language language) {
    return Text.choose(literals.stream().map(l -> new Text(l.value(), l.tag())).toList(), language);
  }
}
