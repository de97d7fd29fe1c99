package org.machinami.web.steward.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Two people's changes to the same description, property by property. What only one of them changed
 * is taken; what both changed to different values has to be chosen.
 */
public final class ThreeWay {

  /** Whose values are taken. */
  public enum Side {
    MINE,
    THEIRS,
    /** What both have added, without what either has taken away. */
    BOTH
  }

  /**
   * A property that at least one of the two has changed.
   *
   * @param id under which the choice is posted
   * @param preset what is taken unless somebody chooses; empty when somebody must
   */
  record Change(
      String id,
      Place place,
      Set<Node> base,
      Set<Node> mine,
      Set<Node> theirs,
      Optional<Side> preset) {

    Set<Node> values(Side side) {
      return switch (side) {
        case MINE -> mine;
        case THEIRS -> theirs;
        case BOTH -> both();
      };
    }

    private Set<Node> both() {
      Set<Node> both = new LinkedHashSet<>(mine);
      both.addAll(theirs);
      both.removeIf(
          value -> base.contains(value) && !(mine.contains(value) && theirs.contains(value)));
      return both;
    }
  }

  private final Graph mine;
  private final List<Change> changes;

  private ThreeWay(Graph mine, List<Change> changes) {
    this.mine = mine;
    this.changes = List.copyOf(changes);
  }

  /**
   * Compares three states; all are only read.
   *
   * @param base from which both began
   */
  public static ThreeWay of(Graph base, Graph mine, Graph theirs) {
    Map<Place, Set<Node>> before = places(base);
    Map<Place, Set<Node>> here = places(mine);
    Map<Place, Set<Node>> there = places(theirs);
    Set<Place> all = new LinkedHashSet<>(before.keySet());
    all.addAll(here.keySet());
    all.addAll(there.keySet());
    List<Change> changes = new ArrayList<>();
    for (Place place : all) {
      Set<Node> was = before.getOrDefault(place, Set.of());
      Set<Node> own = here.getOrDefault(place, Set.of());
      Set<Node> other = there.getOrDefault(place, Set.of());
      if (!own.equals(was) || !other.equals(was)) {
        changes.add(new Change(place.id(), place, was, own, other, preset(was, own, other)));
      }
    }
    return new ThreeWay(mine, changes);
  }

  private static Optional<Side> preset(Set<Node> base, Set<Node> mine, Set<Node> theirs) {
    if (mine.equals(theirs) || theirs.equals(base)) {
      return Optional.of(Side.MINE);
    }
    return mine.equals(base) ? Optional.of(Side.THEIRS) : Optional.empty();
  }

  private static Map<Place, Set<Node>> places(Graph graph) {
    Map<Place, Set<Node>> places = new LinkedHashMap<>();
    graph
        .find()
        .forEach(
            triple ->
                places
                    .computeIfAbsent(
                        new Place(triple.getSubject(), triple.getPredicate()),
                        k -> new LinkedHashSet<>())
                    .add(triple.getObject()));
    return places;
  }

  List<Change> changes() {
    return Collections.unmodifiableList(changes);
  }

  /** Ids of what both have changed to different values. */
  public List<String> undecided() {
    return changes.stream().filter(change -> change.preset().isEmpty()).map(Change::id).toList();
  }

  /**
   * The merged description.
   *
   * @param chosen by id; what is not in it is taken as preset
   * @throws IllegalArgumentException when something undecided was not chosen
   */
  public Graph merge(Map<String, Side> chosen) {
    Graph merged = GraphFactory.createDefaultGraph();
    mine.find().forEach(merged::add);
    for (Change change : changes) {
      Side side =
          Optional.ofNullable(chosen.get(change.id()))
              .or(change::preset)
              .orElseThrow(
                  () -> new IllegalArgumentException("nothing was chosen for " + change.place()));
      Node subject = change.place().subject();
      Node property = change.place().property();
      merged.find(subject, property, Node.ANY).toList().forEach(merged::delete);
      change.values(side).forEach(value -> merged.add(Triple.create(subject, property, value)));
    }
    return merged;
  }
}
