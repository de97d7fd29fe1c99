package org.machinami.shapes.explain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.SKOS;
import org.machinami.ontology.Vocabularies;

/** What the values of the code lists are called, and which one a text means. */
final class ConceptNames {

  private static final int SHORTEST = 5;
  private static final List<Property> NAMES =
      List.of(SKOS.prefLabel, SKOS.altLabel, SKOS.notation, SKOS.hiddenLabel);

  private ConceptNames() {}

  /** The label of a value; else the last part of its IRI. */
  static String label(Node value, Locale locale) {
    String language = locale.getLanguage().equals("ja") ? "ja" : "en";
    if (!value.isURI()) {
      return value.isLiteral() ? value.getLiteralLexicalForm() : "";
    }
    return Vocabularies.union()
        .find(value, SKOS.prefLabel.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(text -> text.getLiteralLanguage().equals(language))
        .toList()
        .stream()
        .findFirst()
        .map(Node::getLiteralLexicalForm)
        .orElseGet(() -> localName(value.getURI()));
  }

  static String localName(String iri) {
    String plain = iri.replaceFirst("[/#]+$", "");
    return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('#')) + 1);
  }

  /**
   * Which of the values a text or another IRI means: by its names in any language, its notation,
   * the last part of its IRI, or else the only one whose name is nearly the same.
   */
  static Optional<Node> find(Node meant, List<Node> choices) {
    String text =
        meant.isURI() ? meant.getURI() : meant.isLiteral() ? meant.getLiteralLexicalForm() : "";
    String wanted = folded(text);
    String last = folded(localName(text.strip()));
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<Node>> byName = new HashMap<>();
    for (Node choice : choices) {
      if (choice.isURI()) {
        names(choice)
            .forEach(name -> byName.computeIfAbsent(name, k -> new ArrayList<>()).add(choice));
      }
    }
    return only(byName.get(wanted))
        .or(() -> text.contains("/") ? only(byName.get(last)) : Optional.empty())
        .or(() -> near(wanted.contains("/") ? last : wanted, byName));
  }

  private static Optional<Node> only(List<Node> found) {
    return found == null || found.stream().distinct().count() != 1
        ? Optional.empty()
        : Optional.of(found.get(0));
  }

  private static Optional<Node> near(String wanted, Map<String, List<Node>> byName) {
    if (wanted.length() < SHORTEST) {
      return Optional.empty();
    }
    List<Node> found =
        byName.entrySet().stream()
            .filter(entry -> entry.getKey().length() >= SHORTEST)
            .filter(entry -> isNear(wanted, entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .distinct()
            .toList();
    return only(found);
  }

  private static List<String> names(Node choice) {
    List<String> names = new ArrayList<>();
    names.add(folded(choice.getURI()));
    names.add(folded(localName(choice.getURI())));
    for (Property property : NAMES) {
      Vocabularies.union()
          .find(choice, property.asNode(), Node.ANY)
          .mapWith(triple -> folded(triple.getObject().getLiteralLexicalForm()))
          .forEachRemaining(names::add);
    }
    return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
  }

  /** Without what people vary: width, case, spaces, http or https, a slash at the end. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://(www\\.)?", "//")
        .replaceFirst("[/#]+$", "")
        .replaceAll("[\\s_]+", "-");
  }

  /** Whether one letter is wrong, missing, too much, or two have changed places. */
  private static boolean isNear(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    if (Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int from = 0;
    while (from < shorter && one.charAt(from) == other.charAt(from)) {
      from++;
    }
    String restOne = one.substring(from);
    String restOther = other.substring(from);
    if (restOne.length() == restOther.length()) {
      return restOne.length() < 2
          || restOne.substring(1).equals(restOther.substring(1))
          || (restOne.charAt(0) == restOther.charAt(1)
              && restOne.charAt(1) == restOther.charAt(0)
              && restOne.substring(2).equals(restOther.substring(2)));
    }
    return restOne.length() > restOther.length()
        ? restOne.substring(1).equals(restOther)
        : restOther.substring(1).equals(restOne);
  }
}
