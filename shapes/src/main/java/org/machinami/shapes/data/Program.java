package org.machinami.shapes.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.vocabulary.RDF;

/** The compiled shapes by what calls for them. Remembers things; not thread-safe. */
final class Program {

  private final TermTable classes = new TermTable();
  private final TermTable predicates = new TermTable();
  private final Map<Integer, List<CompiledShape>> byTrigger = new HashMap<>();
  private final Map<List<Integer>, CheckSet> sets = new HashMap<>();
  private final CheckSet[] single;
  private final boolean[] triggers;
  private final boolean[] once;
  private final PropertyCheck[][] demanding;
  private final int type;
  private final int labels;

  Program(
      Map<String, List<CompiledShape>> byClass,
      Map<String, List<CompiledShape>> byPredicate,
      List<PropertyCheck> checks) {
    FocusName.PROPERTIES.forEach(predicates::iri);
    this.labels = predicates.size();
    this.type = predicates.iri(RDF.type.getURI());
    checks.forEach(check -> check.predicates().forEach(predicates::iri));
    byPredicate.keySet().forEach(predicates::iri);
    byClass.forEach((name, shapes) -> byTrigger.put(classes.iri(name), shapes));
    this.triggers = new boolean[predicates.size()];
    byPredicate.forEach(
        (name, shapes) -> {
          triggers[predicates.iri(name)] = true;
          byTrigger.put(classes.size() + predicates.iri(name), shapes);
        });
    this.single = new CheckSet[classes.size() + predicates.size()];
    this.once = new boolean[predicates.size()];
    checks.stream()
        .filter(PropertyCheck::allowsOne)
        .forEach(check -> check.predicates().forEach(name -> once[predicates.iri(name)] = true));
    this.demanding = new PropertyCheck[predicates.size()][];
    for (int i = 0; i < demanding.length; i++) {
      String predicate = predicates.iri(i);
      demanding[i] =
          checks.stream()
              .filter(check -> check.least() > 0 && check.predicates().contains(predicate))
              .toArray(PropertyCheck[]::new);
    }
  }

  /** The number of a predicate, or -1 where no shape and no name asks for it. */
  int predicate(byte[] bytes, int from, int to) {
    return predicates.find(bytes, from, to);
  }

  String predicateName(int predicate) {
    return predicates.iri(predicate);
  }

  /** Whether the predicate's number is that of a property that names its subject. */
  boolean isLabel(int predicate) {
    return predicate < labels;
  }

  boolean isType(int predicate) {
    return predicate == type;
  }

  /** What calls for shapes: of a class by its name, -1 where none does. */
  int ofClass(byte[] bytes, int from, int to) {
    return classes.find(bytes, from, to);
  }

  /** What calls for shapes: that a thing has a property; -1 where none does. */
  int ofPredicate(int predicate) {
    return triggers[predicate] ? classes.size() + predicate : -1;
  }

  /** Whether a shape allows one value of the predicate only. */
  boolean isOnce(int predicate) {
    return once[predicate];
  }

  /** The checks that demand a value of the predicate. */
  PropertyCheck[] demanding(int predicate) {
    return demanding[predicate];
  }

  /** The class that stands behind a trigger; empty where it is a property. */
  String className(int trigger) {
    return trigger < classes.size() ? classes.iri(trigger) : "";
  }

  /** What is asked of a thing for which so many triggers call. */
  CheckSet checks(int[] found, int count) {
    if (count == 1) {
      CheckSet known = single[found[0]];
      if (known == null) {
        known = make(List.of(found[0]));
        single[found[0]] = known;
      }
      return known;
    }
    List<Integer> key =
        new ArrayList<>(Arrays.stream(found, 0, count).sorted().distinct().boxed().toList());
    return sets.computeIfAbsent(key, this::make);
  }

  private CheckSet make(List<Integer> found) {
    return CheckSet.of(
        found.stream().flatMap(trigger -> byTrigger.get(trigger).stream()).toList(), predicates);
  }
}
