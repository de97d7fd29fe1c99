package org.machinami.store.search.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Names of the same thing: the labels, in all languages, of each class and concept of a vocabulary.
 * Immutable.
 */
public final class Synonyms {
  private static final List<Node> NAMING =
      List.of(
          RDFS.label.asNode(),
          SKOS.prefLabel.asNode(),
          SKOS.altLabel.asNode(),
          SKOS.hiddenLabel.asNode());

  private static final List<Node> KINDS = List.of(RDFS.Class.asNode(), SKOS.Concept.asNode());

  /** 博物館・美術館 is two names. */
  private static final Pattern BETWEEN = Pattern.compile("[・,、/]\\s*");

  private static final int MOST_NAMES = 8;

  private final Map<String, Set<String>> byName;
  private final Analysis analysis;

  private Synonyms(Map<String, Set<String>> byName, Analysis analysis) {
    this.byName = byName;
    this.analysis = analysis;
  }

  /** The names that a vocabulary has for its classes and concepts. */
  public static Synonyms of(Graph vocabulary, Analysis analysis) {
    Map<Node, Set<String>> names = new HashMap<>();
    for (Node property : NAMING) {
      vocabulary
          .find(Node.ANY, property, Node.ANY)
          .filterKeep(triple -> triple.getObject().isLiteral())
          .filterKeep(triple -> isNamed(vocabulary, triple.getSubject()))
          .forEach(
              triple ->
                  names
                      .computeIfAbsent(triple.getSubject(), s -> new LinkedHashSet<>())
                      .addAll(split(triple)));
    }
    Map<String, Set<String>> byName = new HashMap<>();
    names.values().stream()
        .filter(group -> group.size() > 1)
        .forEach(
            group ->
                group.forEach(
                    name ->
                        byName
                            .computeIfAbsent(key(name, analysis), n -> new LinkedHashSet<>())
                            .addAll(group)));
    return new Synonyms(byName, analysis);
  }

  /** Properties are not: what they are called is no other word for anything. */
  private static boolean isNamed(Graph vocabulary, Node subject) {
    return KINDS.stream().anyMatch(kind -> vocabulary.contains(subject, RDF.type.asNode(), kind));
  }

  private static String key(String name, Analysis analysis) {
    if (Script.isJapanese(name)) {
      return Names.plain(name);
    }
    return analysis.words(name, Analysis.Cut.ENGLISH, MOST_NAMES).stream()
        .map(Analysis.Word::term)
        .collect(Collectors.joining(" "));
  }

  private static List<String> split(Triple naming) {
    return BETWEEN
        .splitAsStream(naming.getObject().getLiteralLexicalForm())
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Other names of what has this name, a few, those in the other script first. */
  public List<String> of(String name) {
    String key = key(name, analysis);
    boolean japanese = Script.isJapanese(name);
    return byName.getOrDefault(key, Set.of()).stream()
        .filter(other -> !key(other, analysis).equals(key))
        .sorted(Comparator.comparing(other -> Script.isJapanese(other) == japanese))
        .limit(MOST_NAMES)
        .toList();
  }
}
