package org.machinami.web.dataset;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Literal;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;

/**
 * A dataset in a list.
 *
 * @param sectorId id in the code list, empty when unknown
 * @param quality level of quality, where files were judged
 */
public record DatasetCard(
    String id,
    Text title,
    Optional<Text> description,
    Optional<Text> publisher,
    String sectorId,
    Optional<Text> sector,
    List<String> formats,
    Optional<String> quality,
    Optional<LocalDate> modified) {
  private static final int LONGEST_DESCRIPTION = 240;
  private static final int MOST_FORMATS = 6;

  public static DatasetCard of(Hit hit, Labels labels, Language language) {
    Optional<String> sector = hit.values(Facet.SECTOR).stream().findFirst();
    return new DatasetCard(
        hit.id(),
        best(hit.titles(), language).orElseGet(() -> new Text(hit.id(), "zxx")),
        best(
            hit.descriptions().stream().map(d -> d.shortened(LONGEST_DESCRIPTION)).toList(),
            language),
        best(hit.publisherNames(), language),
        sector.orElse(""),
        sector.map(s -> labels.concept("sector", s, language)),
        hit.values(Facet.FORMAT).stream().map(DatasetViews::badge).limit(MOST_FORMATS).toList(),
        hit.values(Facet.QUALITY).stream().findFirst(),
        hit.modified().or(hit::issued));
  }

  /** The best of the literals for a reader of the language. */
  public static Optional<Text> best(List<Literal> literals, Language language) {
    return Text.choose(literals.stream().map(l -> new Text(l.value(), l.tag())).toList(), language);
  }
}
