package org.machinami.shapes.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.machinami.shapes.RuleGraphs;

/** Nothing that people read calls a datatype by its short IRI. */
class DatatypeWordsTest {

  private final Graph rules = RuleGraphs.bundled();

  @Test
  void everyDatatypeThatAShapeAsksFor_hasWordsInBothLanguages() {
    Set<String> datatypes = new TreeSet<>();
    rules
        .find(Node.ANY, SHACL.datatype, Node.ANY)
        .mapWith(Triple::getObject)
        .forEach(node -> datatypes.add(node.getURI()));
    assertTrue(datatypes.size() > 5, datatypes.toString());
    for (String datatype : datatypes) {
      String last = datatype.replaceFirst("^.*[/#]", "");
      for (Locale locale : new Locale[] {Locale.JAPANESE, Locale.ENGLISH}) {
        assertFalse(DatatypeWords.asked(datatype, locale).contains(last + ":"), datatype);
        assertTrue(
            ExpectationWords.find(locale, "datatype." + last).isPresent(), locale + " " + datatype);
      }
    }
  }

  @Test
  void messagesOfShapes_nameNoDatatype() {
    Set<String> wrong = new TreeSet<>();
    rules
        .find(Node.ANY, SHACL.message, Node.ANY)
        .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
        .filterKeep(text -> text.matches(".*(xsd:|wktLiteral|langString).*"))
        .forEach(wrong::add);
    assertEquals(Set.of(), wrong);
  }

  @Test
  void name_standsBesideAValue() {
    assertEquals(
        "整数", DatatypeWords.name("http://www.w3.org/2001/XMLSchema#integer", Locale.JAPANESE));
    assertEquals("whole number", DatatypeWords.name("xsd:integer", Locale.ENGLISH));
    assertEquals("unknown", DatatypeWords.name("https://o.example/unknown", Locale.ENGLISH));
  }
}
