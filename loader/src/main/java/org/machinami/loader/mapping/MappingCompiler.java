package org.machinami.loader.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * Turns triples maps into a plan: triples maps of the same source share one pass over it; sources
 * of joins are read first.
 */
final class MappingCompiler {

  private final String base;
  private final String scope;
  private final List<MappingPlan.Step> joins = new ArrayList<>();
  private boolean namesGraphs;

  MappingCompiler(String base, String scope) {
    this.base = base;
    this.scope = scope;
  }

  MappingPlan compile(List<TriplesMap> maps) {
    Map<String, TriplesMap> byName = new LinkedHashMap<>();
    Map<LogicalSource, List<TriplesMap>> bySource = new LinkedHashMap<>();
    for (TriplesMap map : maps) {
      byName.put(map.name(), map);
      bySource.computeIfAbsent(plain(map.source()), key -> new ArrayList<>()).add(map);
    }
    List<MappingPlan.Step> steps = new ArrayList<>();
    bySource.forEach((source, group) -> steps.add(step(source, group, byName)));
    List<MappingPlan.Step> all = new ArrayList<>(joins);
    all.addAll(steps);
    Map<String, Set<String>> classes = new LinkedHashMap<>();
    for (TriplesMap map : maps) {
      Set<String> made = classes.computeIfAbsent(map.source().source(), key -> new HashSet<>());
      map.classes().forEach(type -> made.add(type.toString()));
    }
    return new MappingPlan(all, namesGraphs, classes);
  }

  /** What must be equal for two triples maps to share a pass: all but derived columns. */
  private static LogicalSource plain(LogicalSource source) {
    return new LogicalSource(
        source.source(),
        source.formulation(),
        source.iterator(),
        source.delimiter(),
        source.skippedLines(),
        source.encoding(),
        source.sheet(),
        source.crs(),
        List.of(),
        source.conditions());
  }

  private MappingPlan.Step step(
      LogicalSource source, List<TriplesMap> group, Map<String, TriplesMap> byName) {
    Slots slots = new Slots();
    for (TriplesMap map : group) {
      requireAll(map, slots, byName);
    }
    TermCompiler terms = new TermCompiler(base, scope, slots);
    List<CompiledTriplesMap> compiled = new ArrayList<>();
    for (TriplesMap map : group) {
      compiled.add(compile(map, terms, slots, byName));
    }
    List<Condition> conditions = conditions(group.get(0).source(), slots);
    RowMapper mapper = new RowMapper(slots.derivations(), conditions, compiled, slots::isRead);
    Origins origins = new OriginCompiler(byName).compile(group);
    return new MappingPlan.Step(
        source, slots.references(), slots.derivedCount(), true, mapper, origins);
  }

  private static List<Condition> conditions(LogicalSource source, Slots slots) {
    return source.conditions().stream()
        .map(
            condition ->
                new Condition(
                    slots.slot(source, condition.reference()),
                    Functions.pattern(condition.pattern()),
                    condition.negated()))
        .toList();
  }

  private void requireAll(TriplesMap map, Slots slots, Map<String, TriplesMap> byName) {
    LogicalSource source = map.source();
    source.conditions().forEach(condition -> slots.require(source, condition.reference()));
    require(map.subject(), source, slots);
    map.graphs().forEach(graph -> require(graph, source, slots));
    for (PredicateObjectMap pair : map.predicateObjects()) {
      pair.predicates().forEach(term -> require(term, source, slots));
      pair.graphs().forEach(term -> require(term, source, slots));
      for (ObjectMap object : pair.objects()) {
        if (object instanceof TermMap term) {
          require(term, source, slots);
        } else if (object instanceof RefObjectMap reference) {
          TriplesMap parent = parent(reference, map, byName);
          if (reference.joins().isEmpty()) {
            require(parent.subject(), parent.source(), slots);
          }
          reference.joins().forEach(join -> slots.require(source, join.child()));
        }
      }
    }
  }

  private static void require(TermMap term, LogicalSource source, Slots slots) {
    if (term.kind() != TermMap.Kind.CONSTANT) {
      term.template().references().forEach(reference -> slots.require(source, reference));
    }
  }

  private static TriplesMap parent(
      RefObjectMap reference, TriplesMap child, Map<String, TriplesMap> byName) {
    TriplesMap parent = byName.get(reference.parent());
    if (parent == null) {
      throw new LoadException(Fault.FOLDER, "mapping.no-parent", child.name(), reference.parent());
    }
    if (reference.joins().isEmpty() && !plain(parent.source()).equals(plain(child.source()))) {
      throw new LoadException(
          Fault.FOLDER, "mapping.join-needed", child.name(), reference.parent());
    }
    return parent;
  }

  private CompiledTriplesMap compile(
      TriplesMap map, TermCompiler terms, Slots slots, Map<String, TriplesMap> byName) {
    LogicalSource source = map.source();
    List<CompiledTriplesMap.Pair> pairs = new ArrayList<>();
    for (org.apache.jena.graph.Node type : map.classes()) {
      pairs.add(
          new CompiledTriplesMap.Pair(
              terms.constant(org.apache.jena.vocabulary.RDF.Nodes.type),
              terms.constant(type),
              List.of()));
    }
    for (PredicateObjectMap pair : map.predicateObjects()) {
      List<GraphGenerator> graphs = graphs(pair.graphs(), source, terms);
      for (TermMap predicate : pair.predicates()) {
        for (ObjectMap object : pair.objects()) {
          TermGenerator made =
              object instanceof TermMap term
                  ? terms.compile(term, source)
                  : reference(
                      (RefObjectMap) object,
                      parent((RefObjectMap) object, map, byName),
                      source,
                      terms,
                      slots);
          pairs.add(new CompiledTriplesMap.Pair(terms.compile(predicate, source), made, graphs));
        }
      }
    }
    return new CompiledTriplesMap(
        terms.compile(map.subject(), source),
        terms.pieces(map.subject(), source),
        graphs(map.graphs(), source, terms),
        pairs);
  }

  private List<GraphGenerator> graphs(
      List<TermMap> maps, LogicalSource source, TermCompiler terms) {
    namesGraphs |= !maps.isEmpty();
    return maps.stream().map(map -> new GraphGenerator(terms.compile(map, source))).toList();
  }

  private TermGenerator reference(
      RefObjectMap reference,
      TriplesMap parent,
      LogicalSource child,
      TermCompiler terms,
      Slots slots) {
    if (reference.joins().isEmpty()) {
      return terms.compile(parent.subject(), parent.source());
    }
    Slots parentSlots = new Slots();
    LogicalSource parentSource = parent.source();
    parentSource
        .conditions()
        .forEach(condition -> parentSlots.require(parentSource, condition.reference()));
    require(parent.subject(), parentSource, parentSlots);
    reference.joins().forEach(join -> parentSlots.require(parentSource, join.parent()));
    JoinTable table = new JoinTable(parent.name());
    int[] keys =
        reference.joins().stream()
            .mapToInt(join -> parentSlots.slot(parentSource, join.parent()))
            .toArray();
    TermGenerator subject =
        new TermCompiler(base, scope, parentSlots).compile(parent.subject(), parentSource);
    JoinMapper mapper =
        new JoinMapper(
            parentSlots.derivations(), conditions(parentSource, parentSlots), keys, subject, table);
    joins.add(
        new MappingPlan.Step(
            plain(parentSource),
            parentSlots.references(),
            parentSlots.derivedCount(),
            false,
            mapper,
            Origins.none()));
    int[] childKeys =
        reference.joins().stream().mapToInt(join -> slots.slot(child, join.child())).toArray();
    return new JoinedTerm(table, childKeys);
  }
}
