package org.machinami.loader.linking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.machinami.ontology.Vocabularies;

/** How a link was found; concepts of the code list {@code link-method}. */
public enum LinkMethod {
  /** Both have the same code. */
  CODE("code"),
  /** The same name near by, run by the same body on the same line. */
  NAME_LINE_PLACE("name-line-place"),
  /** The same name near by, and no other of that name there. */
  NAME_PLACE("name-place"),
  /** A like name at the same address. */
  NAME_ADDRESS("name-address"),
  /** The same name within a municipality. */
  NAME("name"),
  /** A person has decided. */
  PERSON("person");

  private static final String LIST = "link-method";
  private static final Graph LABELS = Vocabularies.find(LIST).orElseThrow().read();

  private final String id;

  LinkMethod(String id) {
    this.id = id;
  }

  /** Its notation in the code list. */
  public String id() {
    return id;
  }

  /** What people call it. */
  public String label(Locale locale) {
    return LABELS
        .find(
            NodeFactory.createURI(Vocabularies.concept(LIST, id)),
            SKOS.prefLabel.asNode(),
            Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(label -> label.getLiteralLanguage().equals(locale.getLanguage()))
        .mapWith(Node::getLiteralLexicalForm)
        .nextOptional()
        .orElse(id);
  }

  static Optional<LinkMethod> find(String id) {
    return Arrays.stream(values()).filter(method -> method.id.equals(id)).findFirst();
  }
}
