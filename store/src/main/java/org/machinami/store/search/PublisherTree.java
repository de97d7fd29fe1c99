package org.machinami.store.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who publishes and who belongs to whom, as the descriptions in the index say: of several
 * statements on one body the most frequent counts. A body that would stand above itself stands
 * under nobody. Immutable.
 */
public final class PublisherTree {
  /** Nobody publishes anything. */
  public static final PublisherTree EMPTY = new PublisherTree(Map.of());

  private static final int MOST_LEVELS = 10;

  private final Map<String, Publisher> publishers = new TreeMap<>();
  private final Map<String, List<String>> parts = new HashMap<>();

  /**
   * A body that publishes, or that one which does is a part of.
   *
   * @param id as the values of {@link Facet#PUBLISHER}
   * @param names in all languages, empty when nothing names it
   * @param parent id of the body that it is a part of
   */
  public record Publisher(String id, List<Literal> names, Optional<String> parent) {
    public Publisher {
      names = List.copyOf(names);
    }
  }

  /**
   * @param statements how many datasets make each
   */
  PublisherTree(Map<PublisherStatement, Long> statements) {
    statements.entrySet().stream()
        .sorted(
            Comparator.comparingLong(Map.Entry<PublisherStatement, Long>::getValue)
                .reversed()
                .thenComparing(entry -> entry.getKey().encoded()))
        .forEach(entry -> take(entry.getKey()));
    publishers.replaceAll((id, publisher) -> withoutCircle(publisher));
    publishers.values().stream()
        .filter(publisher -> publisher.parent().isPresent())
        .forEach(
            publisher ->
                parts
                    .computeIfAbsent(publisher.parent().get(), k -> new ArrayList<>())
                    .add(publisher.id()));
  }

  /** Names and parent may come from different descriptions. */
  private void take(PublisherStatement statement) {
    publishers.merge(
        statement.id(),
        new Publisher(statement.id(), statement.names(), statement.parent()),
        (known, other) ->
            new Publisher(
                known.id(),
                known.names().isEmpty() ? other.names() : known.names(),
                known.parent().or(other::parent)));
    statement
        .parent()
        .ifPresent(
            parent ->
                publishers.putIfAbsent(parent, new Publisher(parent, List.of(), Optional.empty())));
  }

  private Publisher withoutCircle(Publisher publisher) {
    Set<String> above = new HashSet<>();
    Optional<String> next = publisher.parent();
    while (next.isPresent() && above.size() < MOST_LEVELS && above.add(next.get())) {
      next = parent(next.get());
    }
    return above.size() < MOST_LEVELS && !above.contains(publisher.id())
        ? publisher
        : new Publisher(publisher.id(), publisher.names(), Optional.empty());
  }

  private Optional<String> parent(String id) {
    return find(id).flatMap(Publisher::parent);
  }

  /** The body of that id. */
  public Optional<Publisher> find(String id) {
    return Optional.ofNullable(publishers.get(id));
  }

  /** Ids of all bodies, in their order. */
  public Set<String> ids() {
    return Collections.unmodifiableSet(publishers.keySet());
  }

  /** Ids of the bodies directly under one, in their order. */
  public List<String> parts(String id) {
    return List.copyOf(parts.getOrDefault(id, List.of()));
  }

  /** Ids of the bodies above one, the nearest first. */
  public List<String> above(String id) {
    List<String> above = new ArrayList<>();
    for (Optional<String> next = parent(id); next.isPresent(); next = parent(next.get())) {
      above.add(next.get());
    }
    return above;
  }

  /** The ids and those of all bodies below them. */
  public Set<String> withParts(Set<String> ids) {
    Set<String> all = new HashSet<>(ids);
    Deque<String> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      for (String part : parts.getOrDefault(open.pop(), List.of())) {
        if (all.add(part)) {
          open.push(part);
        }
      }
    }
    return all;
  }

  /** Counts of what each body publishes itself, with what its parts publish added. */
  List<SearchResults.Count> summed(List<SearchResults.Count> own) {
    if (parts.isEmpty()) {
      return own;
    }
    Map<String, Long> sums = new HashMap<>();
    for (SearchResults.Count count : own) {
      sums.merge(count.value(), count.hits(), Long::sum);
      above(count.value()).forEach(id -> sums.merge(id, count.hits(), Long::sum));
    }
    return FacetCounts.sorted(sums);
  }
}
