package org.machinami.shapes;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.machinami.ontology.Vocabularies;

/** The kinds of the list {@code repair-kind}, in its order. */
public enum RepairKind {
  FORM("form"),
  DATE("date"),
  TYPE("type"),
  LIST("list"),
  IRI("iri"),
  ENCODE("encode"),
  MAILTO("mailto"),
  MEDIA_TYPE("media-type"),
  LANGUAGE("language"),
  ACCESS_URL("access-url"),
  DUPLICATE("duplicate"),
  SPACE("space"),
  NUMBER("number"),
  CODE("code"),
  REPEAT("repeat"),
  SWAP("swap");

  private static final String LIST_NAME = "repair-kind";

  /** The words stand in the code list only. */
  private static final class Words {
    static final Graph LIST = Vocabularies.find(LIST_NAME).orElseThrow().read();
  }

  private final String id;

  RepairKind(String id) {
    this.id = id;
  }

  /** The kind with that IRI. */
  public static Optional<RepairKind> of(String iri) {
    return Stream.of(values()).filter(kind -> kind.iri().equals(iri)).findFirst();
  }

  /** The notation in the code list. */
  public String id() {
    return id;
  }

  /** The concept in the code list. */
  public String iri() {
    return Vocabularies.concept(LIST_NAME, id);
  }

  /** What it is called; in Japanese, or else in English. */
  public String label(Locale locale) {
    String language = locale.getLanguage().equals("ja") ? "ja" : "en";
    return Words.LIST
        .find(NodeFactory.createURI(iri()), SKOS.prefLabel.asNode(), null)
        .mapWith(triple -> triple.getObject())
        .filterKeep(text -> text.getLiteralLanguage().equals(language))
        .next()
        .getLiteralLexicalForm();
  }
}
