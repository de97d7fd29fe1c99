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
  FORMAT("L1-01", Decider.PROGRAM),
  ONE_TABLE("L1-02", Decider.BOTH),
  NO_GAPS("L1-03", Decider.PROGRAM),
  NOTHING_OUTSIDE("L1-04", Decider.PROGRAM),
  HEADERS("L1-05", Decider.PROGRAM),
  NO_LAYOUT("L1-06", Decider.PROGRAM),
  ONE_VALUE("L1-07", Decider.BOTH),
  CHARACTERS("L1-08", Decider.PROGRAM),
  EMPTY_OR_ZERO("L1-09", Decider.STEWARD),
  EXCEL_OBJECTS("L1-10", Decider.PROGRAM),
  EXCEL_FORMATS("L1-11", Decider.STEWARD),
  EXCEL_MERGED("L1-12", Decider.PROGRAM),
  EXCEL_HIDDEN("L1-13", Decider.PROGRAM),
  ONE_RECORD("L1-14", Decider.PROGRAM),
  QUOTED_COMMAS("L1-15", Decider.PROGRAM),
  NUMBERS("L2-01", Decider.PROGRAM),
  NO_OMISSION("L2-02", Decider.BOTH),
  UNIQUE_HEADERS("L2-03", Decider.PROGRAM),
  CHOICES("L2-04", Decider.PROGRAM),
  OTHER_APART("L2-05", Decider.PROGRAM),
  EXCEL_FORMULAS("L2-06", Decider.PROGRAM),
  HEADER_FIRST("L3-01", Decider.PROGRAM),
  CODE_LIST("L3-02", Decider.STEWARD),
  MARKS("L3-03", Decider.STEWARD),
  UNITS("L3-04", Decider.STEWARD),
  DATES("L3-05", Decider.PROGRAM),
  AREAS("L3-06", Decider.PROGRAM),
  SAME_FORM("L3-07", Decider.BOTH),
  DEFINITIONS("L3-08", Decider.BOTH),
  LONG_FORM("L3-09", Decider.PROGRAM);

  private static final String LIST = "quality-rule";

  /** IRI of the list. */
  public static final String SCHEME = Vocabularies.NS + LIST;

  private static final Map<String, Rule> BY_IRI =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Rule::iri, Function.identity()));

  /** The words stand in the code list only. */
  private static final class Words {
    static final Graph LIST = Vocabularies.find(Rule.LIST).orElseThrow().read();
  }

  /** Who says whether a rule is kept. */
  public enum Decider {
    PROGRAM,
    /** A program where the files leave no doubt, else the steward is asked. */
    BOTH,
    /** A program only tells where to look. */
    STEWARD
  }

  private final String id;
  private final Decider decider;

  Rule(String id, Decider decider) {
    this.id = id;
    this.decider = decider;
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

  /** Who says whether it is kept. */
  public Decider decider() {
    return decider;
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
