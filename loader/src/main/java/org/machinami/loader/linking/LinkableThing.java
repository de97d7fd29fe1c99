package org.machinami.loader.linking;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a dataset says of a thing that may stand in others, too.
 *
 * @param iri of the thing
 * @param datasets ids of the datasets that describe it under this IRI
 * @param types IRIs of its classes
 * @param names in any language, as they stand
 * @param codes that identify things of its kind, such as a municipality code
 * @param point where it is
 * @param municipality IRI of the municipality in which it lies; empty when not said
 * @param addresses as they stand
 * @param lines names of railway lines
 * @param operators names and ids of those who run it
 */
record LinkableThing(
    String iri,
    SortedSet<String> datasets,
    ThingKind kind,
    Set<String> types,
    List<String> names,
    Set<String> codes,
    Optional<Point> point,
    String municipality,
    List<String> addresses,
    Set<String> lines,
    Set<String> operators) {

  LinkableThing {
    Objects.requireNonNull(iri, "iri");
    datasets = Collections.unmodifiableSortedSet(new TreeSet<>(datasets));
    Objects.requireNonNull(kind, "kind");
    types = Set.copyOf(types);
    names = List.copyOf(names);
    codes = Set.copyOf(codes);
    Objects.requireNonNull(point, "point");
    Objects.requireNonNull(municipality, "municipality");
    addresses = List.copyOf(addresses);
    lines = Set.copyOf(lines);
    operators = Set.copyOf(operators);
  }

  /** The name by which people know it; its IRI when it has none. */
  String label() {
    return names.isEmpty() ? iri : names.get(0);
  }

  /** Whether they have a class in common. */
  boolean sharesClassWith(LinkableThing other) {
    return !Collections.disjoint(types, other.types);
  }

  /** Metres between both; empty when one of them has no place. */
  Optional<Double> metresTo(LinkableThing other) {
    return point.flatMap(here -> other.point.map(here::metresTo));
  }
}
