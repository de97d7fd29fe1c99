package org.machinami.loader.linking;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.machinami.ontology.Vocabularies;

/**
 * What operators and lines are called, by the code lists {@code railway-operator} and {@code
 * railway-line}. Immutable.
 */
final class RailwayNames {
  private final Map<String, String> operators;
  private final Map<String, String> lines;

  /** Names of an operator, longest first, so that 京浜急行電鉄 goes before 京浜急行. */
  private final Map<String, List<String>> namesOfOperators;

  private RailwayNames(Map<String, String> operators, Map<String, String> lines) {
    this.operators = Map.copyOf(operators);
    this.lines = Map.copyOf(lines);
    this.namesOfOperators =
        operators.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    namesOfOperators
        .values()
        .forEach(names -> names.sort(Comparator.comparingInt(String::length).reversed()));
  }

  /** As the bundled code lists have them. */
  static RailwayNames bundled() {
    return new RailwayNames(
        names("railway-operator", Spelling::of), names("railway-line", RailwayNames::shortened));
  }

  /** Concepts of a list by all their names and notations. */
  private static Map<String, String> names(
      String list, java.util.function.UnaryOperator<String> spelling) {
    Graph graph = Vocabularies.find(list).orElseThrow().read();
    Map<String, String> names = new HashMap<>();
    graph
        .find(Node.ANY, RDF.Nodes.type, SKOS.Concept.asNode())
        .forEachRemaining(
            concept ->
                Stream.of(SKOS.prefLabel, SKOS.altLabel, SKOS.notation)
                    .flatMap(
                        property ->
                            graph
                                .find(concept.getSubject(), property.asNode(), Node.ANY)
                                .toList()
                                .stream())
                    .forEach(
                        name ->
                            names.put(
                                spelling.apply(name.getObject().getLiteralLexicalForm()),
                                concept.getSubject().getURI())));
    return names;
  }

  /** Operators by any of their names; one that the list lacks is known by its own name. */
  Set<String> operators(Collection<String> names) {
    return names.stream()
        .map(Spelling::of)
        .map(name -> operators.getOrDefault(name, name))
        .collect(Collectors.toSet());
  }

  /** Lines by any of their names; a name such as 埼京線・川越線 stands for both. */
  Set<String> lines(Collection<String> names, Collection<String> operatorNames) {
    Set<String> found = new HashSet<>();
    Set<String> of = operators(operatorNames);
    for (String name : names) {
      String known = lines.get(shortened(name));
      if (known != null) {
        found.add(known);
        continue;
      }
      Stream.concat(Stream.of(name), Arrays.stream(name.split("[・･]")))
          .map(part -> withoutOperator(shortened(part), of))
          .filter(line -> !line.isEmpty())
          .map(line -> lines.getOrDefault(line, line))
          .forEach(found::add);
    }
    return found;
  }

  private static String shortened(String line) {
    String text = Spelling.of(line);
    for (String end : List.of("本線", "電鉄線", "鉄道線", "線")) {
      if (text.length() > end.length() && text.endsWith(end)) {
        text = text.substring(0, text.length() - end.length());
      }
    }
    return text;
  }

  /** 京急本線 and 京浜急行本線 are the main line of one operator. */
  private String withoutOperator(String line, Set<String> of) {
    for (String operator : of) {
      for (String name : namesOfOperators.getOrDefault(operator, List.of())) {
        if (line.startsWith(name)) {
          String rest = line.substring(name.length());
          return rest.isEmpty() ? operator : rest;
        }
      }
    }
    return line;
  }
}
