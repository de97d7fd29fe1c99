package org.machinami.store.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A dataset as the result list shows it.
 *
 * @param id of the dataset
 * @param iri of the dataset
 * @param titles in all languages
 * @param descriptions in all languages, shortened to {@value Hits#LONGEST_DESCRIPTION} characters
 * @param publisherNames in all languages, empty when the description names no publisher
 * @param facets values of the dataset for each facet of {@link Facet#COUNTED} that it has
 * @param extents rectangles that its data are about: as its description says, and of its geometries
 */
public record Hit(
    String id,
    String iri,
    List<Literal> titles,
    List<Literal> descriptions,
    List<Literal> publisherNames,
    Map<Facet, List<String>> facets,
    Optional<LocalDate> modified,
    Optional<LocalDate> issued,
    List<Box> extents) {
  public Hit {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(iri, "iri");
    titles = List.copyOf(titles);
    descriptions = List.copyOf(descriptions);
    publisherNames = List.copyOf(publisherNames);
    facets = Map.copyOf(facets);
    extents = List.copyOf(extents);
  }

  /** The values for a facet, empty when the dataset has none. */
  public List<String> values(Facet facet) {
    return facets.getOrDefault(facet, List.of());
  }
}
