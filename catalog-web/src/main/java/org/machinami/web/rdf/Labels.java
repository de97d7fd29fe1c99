package org.machinami.web.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.machinami.ontology.Vocabularies;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;

/**
 * What terms are called: the city ontology, the code lists, {@code terms.ttl} for the words of
 * others, {@code places.ttl} for administrative areas. Read once; thread-safe.
 */
public final class Labels {
  private final Map<String, List<Text>> labels = new HashMap<>();
  private final Map<String, List<Text>> definitions = new HashMap<>();

  private Labels(List<Graph> graphs) {
    for (Graph graph : graphs) {
      List<String> naming = List.of(Terms.prefLabel, Terms.label, Terms.title);
      naming.forEach(property -> collect(graph, property, labels));
      List<String> defining = List.of(Terms.definition, Terms.comment, Terms.description);
      defining.forEach(property -> collect(graph, property, definitions));
    }
  }

  /**
   * Reads all of them.
   *
   * @param base canonical base IRI, for the names of administrative areas
   */
  public static Labels read(String base) {
    return new Labels(
        List.of(Vocabularies.union(), bundled("terms.ttl", base), bundled("places.ttl", base)));
  }

  /** The name of a term. */
  public Optional<Text> find(String iri, Language language) {
    return Text.choose(labels.getOrDefault(iri, List.of()), language);
  }

  /** The IRIs that begin so and have a name, in order. */
  public List<String> named(String prefix) {
    return labels.keySet().stream().filter(iri -> iri.startsWith(prefix)).sorted().toList();
  }

  /** What the term means, in plain words. */
  public Optional<Text> definition(String iri, Language language) {
    return Text.choose(definitions.getOrDefault(iri, List.of()), language);
  }

  /** The name of a term, or its prefixed name, or the last part of its IRI. */
  public Text of(String iri, Language language) {
    return find(iri, language).orElseGet(() -> new Text(prefixed(iri), "zxx"));
  }

  /** The prefixed name, or the last part of the IRI where no prefix is known. */
  public static String prefixed(String iri) {
    return GraphWriting.prefixes().entrySet().stream()
        .filter(e -> iri.startsWith(e.getValue()) && iri.length() > e.getValue().length())
        .map(e -> e.getKey() + ":" + iri.substring(e.getValue().length()))
        .findFirst()
        .orElseGet(() -> localName(iri));
  }

  /** The name of a concept of an own list, such as ("sector", "public"). */
  public Text concept(String list, String id, Language language) {
    return find(Vocabularies.concept(list, id), language).orElseGet(() -> new Text(id, "zxx"));
  }

  /** What stands after the last "#" or "/", else the IRI. */
  public static String localName(String iri) {
    String trimmed = iri.endsWith("/") ? iri.substring(0, iri.length() - 1) : iri;
    int cut = Math.max(trimmed.lastIndexOf('#'), trimmed.lastIndexOf('/'));
    return cut < 0 || cut == trimmed.length() - 1 ? iri : trimmed.substring(cut + 1);
  }

  private static void collect(Graph graph, String property, Map<String, List<Text>> into) {
    graph
        .find(null, org.apache.jena.graph.NodeFactory.createURI(property), null)
        .filterKeep(t -> t.getSubject().isURI() && t.getObject().isLiteral())
        .forEach(
            t ->
                into.computeIfAbsent(t.getSubject().getURI(), k -> new ArrayList<>())
                    .add(Described.text(t.getObject())));
  }

  private static Graph bundled(String file, String base) {
    try (InputStream in = Labels.class.getResourceAsStream(file)) {
      return RDFParser.source(Objects.requireNonNull(in, file))
          .lang(Lang.TURTLE)
          .base(base)
          .toGraph();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file, e);
    }
  }
}
