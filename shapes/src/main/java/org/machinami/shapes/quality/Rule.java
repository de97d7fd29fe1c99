package org.machinami.shapes.quality;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.SKOS;
import org.machinami.ontology.Vocabularies;

/**
 * The rules of the list {@code quality-rule}, in its order.
 *
 * @see <a href="https://github.com/digital-go-jp/machine_readability_rule">Rules of machine
 *     readability for administrative data, Digital Agency of Japan</a>
 */
public enum Rule {
  FORMAT("L1-01"),
  ONE_TABLE("L1-02"),
  NO_GAPS("L1-03"),
  NOTHING_OUTSIDE("L1-04"),
  HEADERS("L1-05"),
  NO_LAYOUT("L1-06"),
  ONE_VALUE("L1-07"),
  CHARACTERS("L1-08"),
  EMPTY_OR_ZERO("L1-09"),
  EXCEL_OBJECTS("L1-10"),
  EXCEL_FORMATS("L1-11"),
  EXCEL_MERGED("L1-12"),
  EXCEL_HIDDEN("L1-13"),
  ONE_RECORD("L1-14"),
  QUOTED_COMMAS("L1-15"),
  NUMBERS("L2-01"),
  NO_OMISSION("L2-02"),
  UNIQUE_HEADERS("L2-03"),
  CHOICES("L2-04"),
  OTHER_APART("L2-05"),
  EXCEL_FORMULAS("L2-06"),
  HEADER_FIRST("L3-01"),
  CODE_LIST("L3-02"),
  MARKS("L3-03"),
  UNITS("L3-04"),
  DATES("L3-05"),
  AREAS("L3-06"),
  SAME_FORM("L3-07"),
  DEFINITIONS("L3-08"),
  LONG_FORM("L3-09");

  private static final String LIST = "quality-rule";
  private static final Map<String, Rule> BY_IRI =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Rule::iri, Function.identity()));

  /** The words stand in the code list only. */
  private static final class Words {
    static final Graph LIST = Vocabularies.find(Rule.LIST).orElseThrow().read();
  }

  private final String id;

  Rule(String id) {
    this.id = id;
  }

  /** The rule with that IRI. */
  public static Optional<Rule> of(String iri) {
    return Optional.ofNullable(BY_IRI.get(iri));
  }

  /** Its number, such as {@code L1-05}. */
  public String id() {
    return id;
  }

  /** The concept, which is a metric. */
  public String iri() {
    return Vocabularies.concept(LIST, id);
  }

  /** The level that cannot be reached without it: 1, 2 or 3. */
  public int level() {
    return id.charAt(1) - '0';
  }

  /** What it is called; in Japanese, or else in English. */
  public String label(Locale locale) {
    return words(SKOS.prefLabel, locale);
  }

  /** What a person is asked who has to say whether it is kept. */
  public String question(Locale locale) {
    return words(SKOS.definition, locale);
  }

  /** What to do where it is broken. */
  public String advice(Locale locale) {
    return words(SKOS.note, locale);
  }

  private String words(Property property, Locale locale) {
    String language = locale.getLanguage().equals("ja") ? "ja" : "en";
    return Words.LIST
        .find(NodeFactory.createURI(iri()), property.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(text -> text.getLiteralLanguage().equals(language))
        .next()
        .getLiteralLexicalForm();
  }
}
