package org.machinami.shapes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.Policy;

/** The compiled checks find what jena-shacl finds. */
class DataJenaAgreesTest {

  private static final Graph CITY = Vocabularies.find("city").orElseThrow().read();
  private static final DataShapes BUNDLED = DataShapes.bundled();

  /** Every kind of constraint that is compiled. */
  private static final String KINDS =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX : <https://city.example/>
      :Thing a sh:NodeShape ; sh:targetClass :A ; sh:pattern "/id/" ; sh:nodeKind sh:IRI ;
        sh:property
          [ sh:path :a ; sh:minCount 1 ; sh:maxCount 2 ; sh:datatype xsd:integer ] ,
          [ sh:path :b ; sh:minInclusive 0 ; sh:maxExclusive 10 ] ,
          [ sh:path :b ; sh:minExclusive 0.5 ; sh:maxInclusive 9.75 ] ,
          [ sh:path :a ; sh:in ( 1 2 "x" :v ) ] ,
          [ sh:path :b ; sh:pattern "^[a-c]" ; sh:flags "i" ] ,
          [ sh:path :a ; sh:minLength 2 ; sh:maxLength 4 ] ,
          [ sh:path :b ; sh:languageIn ( "ja" "en" ) ] ,
          [ sh:path :a ; sh:uniqueLang true ] ,
          [ sh:path [ sh:alternativePath ( :a :b ) ] ; sh:minCount 1 ; sh:maxCount 3 ] ,
          [ sh:path :a ; sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:dateTime ] [ sh:not [ sh:nodeKind sh:Literal ] ] ) ] ,
          [ sh:path :b ; sh:and ( [ sh:nodeKind sh:Literal ] [ sh:datatype xsd:decimal ] ) ] ,
          [ sh:path :b ; sh:xone ( [ sh:datatype xsd:gYear ] [ sh:pattern "2" ] ) ] ,
          [ sh:path :a ; sh:datatype xsd:boolean ] ,
          [ sh:path :a ; sh:datatype rdf:langString ] ,
          [ sh:path :a ; sh:datatype xsd:string ] ,
          [ sh:path :b ; sh:datatype xsd:gYearMonth ] ,
          [ sh:path :b ; sh:datatype xsd:duration ] ,
          [ sh:path :b ; sh:datatype <https://city.example/own> ] ,
          [ sh:path :b ; sh:qualifiedValueShape [ sh:languageIn ( "en" ) ] ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ] .
      :Having a sh:NodeShape ; sh:targetSubjectsOf :b ;
        sh:property [ sh:path :a ; sh:nodeKind sh:IRIOrLiteral ; sh:severity sh:Warning ] .
      """;

  private static final List<String> VALUES =
      List.of(
          "1",
          "2",
          "-3",
          "007",
          "0.5",
          "9.75",
          "10",
          "1e3",
          "true",
          "<v>",
          "<id/w>",
          "_:b",
          "\"x\"",
          "\"\"",
          "\"a\\\"b\\\\\\n\\u00e9😀\"",
          "\"b\"@ja",
          "\"c\"@ja",
          "\"c\"@en",
          "\"d\"@en-GB",
          "\"D\"@EN",
          "\"5\"^^xsd:string",
          "\"abc\"^^xsd:integer",
          "\"１\"^^xsd:integer",
          "\"+4\"^^xsd:integer",
          "\"3.\"^^xsd:decimal",
          "\".5\"^^xsd:decimal",
          "\" 6\"^^xsd:integer",
          "\"2026-04-01\"^^xsd:date",
          "\"2026-02-30\"^^xsd:date",
          "\"2026-02-29\"^^xsd:date",
          "\"0000-01-01\"^^xsd:date",
          "\"2026-04-01T09:00:00+09:00\"^^xsd:dateTime",
          "\"2026-04-01T24:00:00\"^^xsd:dateTime",
          "\"2026-04-01T25:00:00Z\"^^xsd:dateTime",
          "\"2026\"^^xsd:gYear",
          "\"26\"^^xsd:gYear",
          "\"2026-04\"^^xsd:gYearMonth",
          "\"2026-13\"^^xsd:gYearMonth",
          "\"PT1H\"^^xsd:duration",
          "\"1H\"^^xsd:duration",
          "\"1\"^^xsd:boolean",
          "\"yes\"^^xsd:boolean",
          "\"q\"^^<own>",
          "\"5\"^^xsd:int",
          "\"123456789012345678901234567890\"^^xsd:integer",
          "\"9.7500000000000000001\"^^xsd:decimal",
          "\"NaN\"^^xsd:double",
          "\"0.5\"^^xsd:float");

  @Test
  void judge_everyCase_findsTheSame() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(DataFiles.CASES)) {
      files = all.filter(file -> file.toString().endsWith(".ttl")).toList();
    }
    assertTrue(files.size() > 200, files.size() + " files");
    for (Path file : files) {
      Graph data = DataFiles.read(file);
      assertSame(
          byJena(BUNDLED, data), byUs(BUNDLED, List.of(DataFiles.lines(data))), file.toString());
    }
  }

  @Test
  void judge_everyKindOfConstraintOnRandomData_findsTheSame() {
    Graph graph = RDFParser.fromString(KINDS, Lang.TURTLE).toGraph();
    DataShapes shapes = DataShapes.of(graph, GraphFactory.createDefaultGraph());
    Random random = seeded();
    int found = 0;
    for (int round = 0; round < 400; round++) {
      Graph data = parse(randomThings(random, List.of("A", "B"), List.of(":a", ":b")));
      Set<String> expected = byJena(shapes, data);
      found += expected.size();
      assertSame(expected, byUs(shapes, List.of(DataFiles.lines(data))), "round " + round);
    }
    assertTrue(found > 1000, found + " findings");
  }

  @Test
  void judge_bundledShapesOnRandomData_findsTheSame() {
    List<String> classes = new ArrayList<>();
    List<String> properties = new ArrayList<>();
    CITY.find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .forEach(
            triple -> {
              String type = triple.getObject().getURI();
              String name = "<" + triple.getSubject().getURI() + ">";
              if (type.endsWith("#Class")) {
                classes.add(name);
              } else if (type.endsWith("Property")) {
                properties.add(name);
              }
            });
    properties.addAll(List.of("rdfs:label", "sosa:hasSimpleResult", "geo:asWKT", "schema:opens"));
    classes.add("geo:Geometry");
    Collections.sort(classes);
    Collections.sort(properties);
    Random random = seeded();
    int found = 0;
    for (int round = 0; round < 150; round++) {
      Graph data = parse(randomThings(random, classes, properties));
      Set<String> expected = byJena(BUNDLED, data);
      found += expected.size();
      assertSame(expected, byUs(BUNDLED, List.of(DataFiles.lines(data))), "round " + round);
    }
    assertTrue(found > 1000, found + " findings");
  }

  /**
   * Statements about a thing that come in several rows, each of which says what it is: values and
   * what is missing are found as in the whole; too many values only where one row has them.
   */
  @Test
  void judge_thingsInSeveralRows_missesWhatNoRowSays() {
    String byClass =
        KINDS.substring(0, KINDS.indexOf(":Having")).replace("; sh:qualifiedMaxCount 1 ", "");
    Graph graph = RDFParser.fromString(byClass, Lang.TURTLE).toGraph();
    DataShapes shapes = DataShapes.of(graph, GraphFactory.createDefaultGraph());
    Random random = seeded();
    for (int round = 0; round < 200; round++) {
      Graph data = parse(randomThings(random, List.of("A"), List.of(":a", ":b")));
      List<List<byte[]>> rows = new ArrayList<>();
      for (byte[] line : DataFiles.lines(data)) {
        String text = new String(line, java.nio.charset.StandardCharsets.UTF_8);
        String subject = text.substring(0, text.indexOf(' '));
        byte[] type =
            (subject
                    + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://city.example/A> .\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        rows.add(List.of(type, line));
      }
      Collections.shuffle(rows, random);
      Set<String> tooMany = new TreeSet<>();
      Set<String> expected = new TreeSet<>();
      for (ReportEntry entry : entries(shapes, data)) {
        boolean isTooMany =
            entry.constraint() instanceof MaxCount
                || entry.constraint() instanceof UniqueLangConstraint;
        (isTooMany ? tooMany : expected).add(text(entry));
      }
      Set<String> actual = byUs(shapes, rows);
      expected.removeIf(text -> tooMany.contains(text) && !actual.contains(text));
      assertSame(expected, actual, "round " + round);
    }
  }

  @Test
  void judge_shapeThatNeedsMoreThanARow_isRefusedByName() {
    String shape =
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX : <https://city.example/>
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :P .
        :P sh:path :a ; sh:class :B .
        """;
    DataShapes shapes =
        DataShapes.of(
            RDFParser.fromString(shape, Lang.TURTLE).toGraph(), GraphFactory.createDefaultGraph());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> shapes.judge(Policy.current()));
    assertTrue(refused.getMessage().startsWith("https://city.example/P"), refused.getMessage());
  }

  private static Random seeded() {
    long seed = Long.getLong("machinami.seed", System.nanoTime());
    System.out.println("seed " + seed + " (-Dmachinami.seed=" + seed + " repeats this run)");
    return new Random(seed);
  }

  private static String randomThings(Random random, List<String> classes, List<String> properties) {
    StringBuilder turtle = new StringBuilder();
    for (int thing = 0; thing < 4; thing++) {
      String subject = random.nextInt(5) == 0 ? "<other/" + thing + ">" : "<id/" + thing + ">";
      int types = random.nextInt(10) == 0 ? 2 : 1;
      for (int i = 0; i < types; i++) {
        String type = classes.get(random.nextInt(classes.size()));
        turtle.append(subject).append(" a ").append(type.length() == 1 ? ":" + type : type);
        turtle.append(" .\n");
      }
      int count = random.nextInt(8);
      for (int i = 0; i < count; i++) {
        turtle
            .append(subject)
            .append(' ')
            .append(properties.get(random.nextInt(properties.size())))
            .append(' ')
            .append(VALUES.get(random.nextInt(VALUES.size())))
            .append(" .\n");
      }
    }
    return turtle.toString();
  }

  private static Graph parse(String turtle) {
    String prefixes =
        """
        PREFIX : <https://city.example/>
        PREFIX geo: <http://www.opengis.net/ont/geosparql#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX schema: <https://schema.org/>
        PREFIX sosa: <http://www.w3.org/ns/sosa/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        BASE <https://city.example/>
        """;
    return RDFParser.fromString(prefixes + turtle, Lang.TURTLE).checking(false).toGraph();
  }

  private static List<ReportEntry> entries(DataShapes shapes, Graph data) {
    Graph both = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(both, data);
    CITY.find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY).forEach(both::add);
    return List.copyOf(ShaclValidator.get().validate(shapes.shapes(), both).getEntries());
  }

  /** SHACL gives no value to two texts in one language; jena-shacl gives one of the two. */
  private static String text(ReportEntry entry) {
    boolean isOfNone = entry.constraint() instanceof UniqueLangConstraint;
    return DataFiles.text(
        entry.source().toString(),
        entry.focusNode(),
        isOfNone ? Optional.empty() : Optional.ofNullable(entry.value()));
  }

  private static void assertSame(Set<String> byJena, Set<String> byUs, String where) {
    Set<String> lacking = new TreeSet<>(byJena);
    lacking.removeAll(byUs);
    Set<String> extra = new TreeSet<>(byUs);
    extra.removeAll(byJena);
    assertEquals("lacking [], extra []", "lacking " + lacking + ", extra " + extra, where);
  }

  private static Set<String> byJena(DataShapes shapes, Graph data) {
    Set<String> found = new TreeSet<>();
    entries(shapes, data).forEach(entry -> found.add(text(entry)));
    return found;
  }

  private static Set<String> byUs(DataShapes shapes, List<List<byte[]>> rows) {
    assertFalse(rows.isEmpty());
    Set<String> found = DataFiles.texts(DataFiles.judge(shapes, rows));
    // jena-shacl does not know our own constraint.
    found.removeIf(text -> text.contains("OutlineWithoutCrossing"));
    return found;
  }
}
