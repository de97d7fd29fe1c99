package org.machinami.store.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the search takes from the description of a dataset.
 *
 * @param publishers the publisher and the bodies above it
 * @param places names of where the data are about
 * @param placeIris the same as IRIs
 * @param distributions their IRIs
 * @param columns names and explanations of columns
 * @param terms names and explanations of the terms that it names itself, by their IRIs
 * @param periods that the data are about
 * @param extents rectangles that the data are about
 */
record Description(
    String id,
    String iri,
    List<Literal> titles,
    List<Literal> descriptions,
    List<Literal> keywords,
    List<Literal> publisherNames,
    List<PublisherStatement> publishers,
    List<Literal> places,
    Set<String> placeIris,
    List<Literal> columns,
    Map<String, List<Literal>> terms,
    Set<String> distributions,
    Map<Facet, Set<String>> facets,
    Optional<LocalDate> modified,
    Optional<LocalDate> issued,
    List<Period> periods,
    List<Box> extents) {}
