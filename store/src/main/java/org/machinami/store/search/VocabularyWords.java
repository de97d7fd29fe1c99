package org.machinami.store.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.vocabulary.RDFS;

/** What the properties of the bundled vocabularies are called and mean. Immutable. */
final class VocabularyWords {
  private static final Set<String> NOT_A_COLUMN =
      Set.of(
          "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
          "http://www.w3.org/2000/01/rdf-schema#label");

  private final Map<String, List<Literal>> words;

  VocabularyWords(Graph vocabulary) {
    this.words =
        Statements.literals(
            vocabulary.stream(), Set.of(RDFS.label.asNode(), RDFS.comment.asNode()));
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
