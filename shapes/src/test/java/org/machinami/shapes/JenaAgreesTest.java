package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.Test;

/** Our walk of the shapes finds what jena-shacl's own walk finds. */
class JenaAgreesTest {

  /** One constraint of each kind that is left to jena-shacl, and of those that are not. */
  private static final String KINDS =
      """
      <#All> a sh:NodeShape ;
        sh:targetClass dcat:Dataset ;
        sh:property
          [ sh:path dct:title ; sh:uniqueLang true ; sh:maxLength 5 ] ,
          [ sh:path dct:issued ; sh:lessThan dct:modified ] ,
          [ sh:path dct:publisher ; sh:class foaf:Agent ; sh:node <#Named> ] ,
          [ sh:path dcat:theme ; sh:hasValue <theme/a> ; sh:in ( <theme/a> <theme/b> ) ] ,
          [ sh:path dcat:keyword ; sh:xone ( [ sh:pattern "a" ] [ sh:pattern "b" ] ) ] ,
          [ sh:path dct:spatial ; sh:or ( <#Named> [ sh:nodeKind sh:Literal ] ) ] ,
          [ sh:path dct:subject ; sh:not <#Named> ] ,
          [ sh:path dcat:distribution ;
            sh:qualifiedValueShape <#Named> ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ;
            sh:property [ sh:path dct:title ; sh:minCount 1 ] ] ,
          [ sh:path ( dct:publisher foaf:name ) ; sh:minCount 1 ] ,
          [ sh:path [ sh:inversePath dcat:dataset ] ; sh:minCount 1 ] .
      <#Named> a sh:NodeShape ; sh:property [ sh:path foaf:name ; sh:minCount 1 ] .
      <#Objects> a sh:NodeShape ; sh:targetObjectsOf dct:publisher ; sh:nodeKind sh:IRI .
      """;

  private static final String DATA =
      """
      <d> a dcat:Dataset ; dct:title "one"@ja , "two"@ja , "a long title"@en ;
        dct:issued 2 ; dct:modified 1 ; dct:publisher <p> , _:q ; dcat:theme <theme/b> , <theme/c> ;
        dcat:keyword "ab" , "a" ; dct:spatial <p> , <x> ; dct:subject <p> , <x> ;
        dcat:distribution <e> , <f> .
      <p> a foaf:Agent ; foaf:name "p" . <e> foaf:name "e" . <f> foaf:name "f" ; dct:title "f" .
      <s> a <Sub> . <Sub> <http://www.w3.org/2000/01/rdf-schema#subClassOf> dcat:Dataset .
      """;

  @Test
  void walk_everyKindOfConstraint_findsTheSame() {
    Shapes shapes = Shapes.parse(Descriptions.parse(KINDS));
    Graph data = Descriptions.parse(DATA);
    assertFalse(byJena(shapes, data).isEmpty());
    assertEquals(byJena(shapes, data), byUs(shapes, data));
  }

  @Test
  void walk_everyCase_findsTheSame() throws IOException {
    Shapes shapes = Shapes.parse(ShapeFiles.read());
    List<Path> files;
    try (Stream<Path> all = Files.walk(Descriptions.FILES)) {
      files = all.filter(file -> file.toString().endsWith(".ttl")).toList();
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      Graph data = Descriptions.read(file);
      assertEquals(byJena(shapes, data), byUs(shapes, data), file.toString());
    }
  }

  private static Set<String> byJena(Shapes shapes, Graph data) {
    Set<String> found = new TreeSet<>();
    ShaclValidator.get()
        .validate(shapes, data)
        .getEntries()
        .forEach(
            entry ->
                found.add(
                    String.join(
                        " ",
                        entry.source().toString(),
                        entry.focusNode().toString(),
                        String.valueOf(entry.resultPath()),
                        String.valueOf(entry.value()))));
    return found;
  }

  private static Set<String> byUs(Shapes shapes, Graph data) {
    Set<String> found = new TreeSet<>();
    ShapeWalk walk =
        new ShapeWalk(
            shapes,
            data,
            failure ->
                found.add(
                    String.join(
                        " ",
                        failure.shape().getShapeNode().toString(),
                        failure.focus().toString(),
                        String.valueOf(failure.path()),
                        String.valueOf(failure.value()))));
    shapes.getTargetShapes().forEach(walk::walk);
    return found;
  }
}
