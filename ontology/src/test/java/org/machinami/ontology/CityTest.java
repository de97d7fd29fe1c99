package org.machinami.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class CityTest {

  private final Graph city = Vocabularies.find("city").orElseThrow().read();

  @Test
  void constants_areTheClassesOfTheTurtle() {
    assertEquals(defined(OWL2.Class), constants(false));
  }

  @Test
  void constants_areThePropertiesOfTheTurtle() {
    assertEquals(defined(RDF.Property), constants(true));
  }

  private Set<String> defined(Resource kind) {
    Set<String> names = new TreeSet<>();
    city.find(Node.ANY, RDF.type.asNode(), kind.asNode())
        .forEachRemaining(triple -> names.add(triple.getSubject().getURI()));
    return names;
  }

  private static Set<String> constants(boolean properties) {
    Set<String> iris = new TreeSet<>();
    Arrays.stream(City.class.getFields())
        .filter(field -> Resource.class.isAssignableFrom(field.getType()))
        .filter(field -> (field.getType() == Property.class) == properties)
        .forEach(field -> iris.add(iri(field)));
    return iris;
  }

  private static String iri(Field field) {
    try {
      String iri = ((Resource) field.get(null)).getURI();
      assertEquals(City.NS + field.getName(), iri, "name and IRI differ");
      return iri;
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
