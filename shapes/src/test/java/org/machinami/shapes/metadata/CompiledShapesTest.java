package org.machinami.shapes.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.ShapeFiles;

/** Which shapes are compiled, and which are left to jena-shacl. */
class CompiledShapesTest {

  @Test
  void compiled_bundledShapes_areAllButThoseForEveryIri() {
    CompiledShapes shapes = Oracle.bundled().compiled();
    Set<String> expected = new TreeSet<>();
    Graph graph = MetadataValidator.bundled().shapes();
    for (Node type : List.of(SHACL.NodeShape, SHACL.PropertyShape)) {
      graph
          .find(Node.ANY, RDF.type.asNode(), type)
          .mapWith(Triple::getSubject)
          .filterKeep(Node::isURI)
          .forEachRemaining(shape -> expected.add(shape.getURI()));
    }
    // SHACL has no target for every IRI of a graph; MetadataValidator applies these two itself.
    expected.removeAll(Set.of(ShapeFiles.NS + "SafeIri", ShapeFiles.NS + "WellFormedIri"));
    assertEquals(Map.of(), shapes.leftToJena());
    assertEquals(expected, new TreeSet<>(shapes.compiled()));
    assertEquals(70, shapes.compiled().size());
    assertEquals(Map.of(), MetadataValidator.bundled().leftToJena());
  }

  @Test
  void leftToJena_otherKinds_areNamedWithTheReason() {
    CompiledShapes shapes = Kinds.oracle().compiled();
    Map<String, String> left = new TreeMap<>();
    shapes
        .leftToJena()
        .forEach((shape, reason) -> left.put(shape.substring(shape.indexOf('#')), reason));
    assertEquals(
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("#Unique", "UniqueLang"),
                Map.entry("#Length", "MaxLength"),
                Map.entry("#Order", "LessThan"),
                Map.entry("#Class", "Class"),
                Map.entry("#Deep", "sh:property in a property shape"),
                Map.entry("#All", "And"),
                Map.entry("#One", "Xone"),
                Map.entry("#Inverse", "sh:path ^<http://www.w3.org/ns/dcat#dataset>"),
                Map.entry("#Disjoint", "sh:qualifiedValueShapesDisjoint"),
                Map.entry("#Plain", "sh:languageIn with texts that have no language"),
                Map.entry("#Flags", "sh:flags mx"),
                Map.entry("#NotNamed", "Node"),
                Map.entry("#Closed", "Closed"))),
        left);
    assertEquals(
        "#Alternative #Around #Compiled #Counts #Declared #Either #Kind #Languages #Lists #Neither"
            + " #Node #Objects #Off #Qualified #Sequence #Subjects",
        shapes.compiled().stream()
            .map(shape -> shape.substring(shape.indexOf('#')))
            .sorted()
            .collect(Collectors.joining(" ")));
  }
}
