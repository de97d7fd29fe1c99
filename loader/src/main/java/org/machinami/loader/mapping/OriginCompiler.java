package org.machinami.loader.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** Finds out which references make which properties; derived columns count as what they are of. */
final class OriginCompiler {

  private final Map<String, TriplesMap> byName;
  private final List<Origins.Made> made = new ArrayList<>();

  OriginCompiler(Map<String, TriplesMap> byName) {
    this.byName = byName;
  }

  /** Of triples maps that read the same source. */
  Origins compile(List<TriplesMap> maps) {
    maps.forEach(this::add);
    return new Origins(made);
  }

  private void add(TriplesMap map) {
    LogicalSource source = map.source();
    Set<String> classes = classes(map);
    made.add(new Origins.Made(classes, "", "", references(map.subject(), source)));
    for (PredicateObjectMap pair : map.predicateObjects()) {
      for (TermMap predicate : pair.predicates()) {
        if (predicate.kind() == TermMap.Kind.CONSTANT) {
          for (ObjectMap object : pair.objects()) {
            made.add(
                new Origins.Made(
                    classes,
                    predicate.constant().getURI(),
                    language(object),
                    references(object, source)));
          }
        }
      }
    }
  }

  private static Set<String> classes(TriplesMap map) {
    Set<String> classes = new HashSet<>();
    map.classes().stream().filter(Node::isURI).forEach(node -> classes.add(node.getURI()));
    for (PredicateObjectMap pair : map.predicateObjects()) {
      if (pair.predicates().stream()
          .anyMatch(predicate -> predicate.constant().equals(RDF.Nodes.type))) {
        pair.objects().stream()
            .filter(object -> object instanceof TermMap term && term.constant().isURI())
            .forEach(object -> classes.add(((TermMap) object).constant().getURI()));
      }
    }
    return classes;
  }

  private static String language(ObjectMap object) {
    if (!(object instanceof TermMap term)) {
      return "";
    }
    return term.constant().isLiteral()
        ? term.constant().getLiteralLanguage()
        : term.language().orElse("");
  }

  private List<String> references(ObjectMap object, LogicalSource source) {
    if (object instanceof TermMap term) {
      return references(term, source);
    }
    RefObjectMap reference = (RefObjectMap) object;
    if (reference.joins().isEmpty()) {
      TriplesMap parent = byName.get(reference.parent());
      return references(parent.subject(), parent.source());
    }
    Set<String> names = new LinkedHashSet<>();
    reference.joins().forEach(join -> add(names, join.child(), source, source.columns().size()));
    return List.copyOf(names);
  }

  private static List<String> references(TermMap term, LogicalSource source) {
    Set<String> names = new LinkedHashSet<>();
    if (term.kind() != TermMap.Kind.CONSTANT) {
      term.template()
          .references()
          .forEach(reference -> add(names, reference, source, source.columns().size()));
    }
    return List.copyOf(names);
  }

  /** Adds a reference, or what the derived column of its name is made of. */
  private static void add(Set<String> names, String reference, LogicalSource source, int before) {
    for (int place = before - 1; place >= 0; place--) {
      if (source.columns().get(place).name().equals(reference)) {
        int earlier = place;
        source
            .columns()
            .get(place)
            .call()
            .of()
            .forEach(input -> add(names, input, source, earlier));
        return;
      }
    }
    names.add(reference);
  }
}
