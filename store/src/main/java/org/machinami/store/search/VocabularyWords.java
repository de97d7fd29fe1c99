package org.machinami.store.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;

/** What the properties of the bundled vocabularies are called and mean. Immutable. */
final class VocabularyWords {
  private static final Set<String> NOT_A_COLUMN =
      Set.of(
          "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
          "http://www.w3.org/2000/01/rdf-schema#label");

  private final Map<String, List<Literal>> words = new HashMap<>();

  VocabularyWords(Graph vocabulary) {
    for (Node property : List.of(RDFS.label.asNode(), RDFS.comment.asNode())) {
      vocabulary
          .find(Node.ANY, property, Node.ANY)
          .filterKeep(t -> t.getSubject().isURI() && t.getObject().isLiteral())
          .forEach(
              t ->
                  words
                      .computeIfAbsent(t.getSubject().getURI(), s -> new ArrayList<>())
                      .add(Statements.literal(t.getObject())));
    }
  }

  /**
   * Names and explanations of the columns that these properties are.
   *
   * @param own what the description of the data itself says of terms, by their IRIs
   */
  List<Literal> of(Set<String> properties, Map<String, List<Literal>> own) {
    return properties.stream()
        .filter(property -> !NOT_A_COLUMN.contains(property))
        .flatMap(property -> Stream.of(own, words).map(known -> known.get(property)))
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .toList();
  }
}
