package org.machinami.shapes.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.shapes.ShapeText;

/** What things of one class, or of one combination of classes, are held against. Immutable. */
final class CheckSet {

  private static final int[] NONE = {};

  /** A test of the thing itself. */
  record NodeCheck(ShapeText about, ValueTest test) {}

  private final List<NodeCheck> nodes;
  private final List<PropertyCheck> properties;
  private final int[][] byPredicate;
  private final boolean[] once;

  private CheckSet(List<NodeCheck> nodes, List<PropertyCheck> properties, int[][] byPredicate) {
    this.nodes = nodes;
    this.properties = properties;
    this.byPredicate = byPredicate;
    this.once = new boolean[byPredicate.length];
    for (int predicate = 0; predicate < once.length; predicate++) {
      for (int check : byPredicate[predicate]) {
        once[predicate] |= properties.get(check).allowsOne();
      }
    }
  }

  /** What the thing itself must be. */
  List<NodeCheck> nodes() {
    return nodes;
  }

  /** The checks of its properties. */
  List<PropertyCheck> properties() {
    return properties;
  }

  /** Which of the checks of properties look at a predicate, by its number; not to be changed. */
  int[] of(int predicate) {
    return byPredicate[predicate];
  }

  /** Whether a thing may have one value of a predicate, or one in a language. */
  boolean isOnce(int predicate) {
    return once[predicate];
  }

  /** The checks of several node shapes together, each once. */
  static CheckSet of(List<CompiledShape> shapes, TermTable predicates) {
    List<NodeCheck> nodes = new ArrayList<>();
    Map<Integer, PropertyCheck> properties = new LinkedHashMap<>();
    for (CompiledShape shape : shapes) {
      nodes.addAll(shape.nodes());
      shape.properties().forEach(check -> properties.put(check.number(), check));
    }
    List<PropertyCheck> all = List.copyOf(properties.values());
    int[][] byPredicate = new int[predicates.size()][];
    Arrays.fill(byPredicate, NONE);
    for (int i = 0; i < all.size(); i++) {
      for (String predicate : all.get(i).predicates()) {
        int number = predicates.iri(predicate);
        int[] longer = Arrays.copyOf(byPredicate[number], byPredicate[number].length + 1);
        longer[longer.length - 1] = i;
        byPredicate[number] = longer;
      }
    }
    return new CheckSet(List.copyOf(nodes), all, byPredicate);
  }
}
