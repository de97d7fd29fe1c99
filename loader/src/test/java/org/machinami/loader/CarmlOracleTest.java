package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carml.engine.rdf.RdfRmlMapper;
import io.carml.logicalsourceresolver.CsvResolver;
import io.carml.util.RmlMappingLoader;
import io.carml.vocab.Rdf;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiled mapping against CARML, an RML engine of others, on tables made by chance. */
class CarmlOracleTest {

  private static final int ROWS = 300;

  /** CARML 0.4.11 cannot put characters beyond the basic plane into an IRI; none are here. */
  private static final List<String> TEXTS =
      List.of(
          "東京 駅",
          "a,b",
          "say \"yes\"",
          "back\\slash",
          "two\nlines",
          "半角ｶﾅ",
          "%41",
          "tab\there",
          "<tag>",
          "日本橋/室町",
          "~._-",
          "'single'",
          "é è",
          "a&b=c#d?e");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void map_tableByChance_isWhatCarmlMakes(long seed) throws IOException, URISyntaxException {
    Files.writeString(folder.resolve("input.csv"), table(new Random(seed)));
    Path mapping =
        Path.of(CarmlOracleTest.class.getResource("CarmlOracleTest/mapping.rml.ttl").toURI());
    Mapper ours = Mapper.map(folder, mapping);
    assertEquals(List.of(), ours.counts().listed());
    Graph theirs = carml(mapping);
    assertTrue(theirs.size() > ROWS);
    assertTrue(
        theirs.isIsomorphicWith(ours.graph()),
        () ->
            "only CARML: "
                + minus(theirs, ours.graph())
                + "\nonly we: "
                + minus(ours.graph(), theirs));
  }

  private static List<?> minus(Graph one, Graph other) {
    return one.find().filterDrop(other::contains).toList();
  }

  private Graph carml(Path mapping) {
    Model made =
        RdfRmlMapper.builder()
            .triplesMaps(RmlMappingLoader.build().load(RDFFormat.TURTLE, mapping))
            .setLogicalSourceResolver(Rdf.Ql.Csv, CsvResolver::getInstance)
            .fileResolver(folder)
            .baseIri(Mapper.BASE)
            .build()
            .mapToModel();
    Graph graph = GraphFactory.createDefaultGraph();
    made.forEach(
        statement ->
            graph.add(
                node(statement.getSubject()),
                node(statement.getPredicate()),
                node(statement.getObject())));
    return graph;
  }

  private static Node node(Value value) {
    if (value instanceof Literal literal) {
      return literal
          .getLanguage()
          .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
          .orElseGet(
              () ->
                  NodeFactory.createLiteralDT(
                      literal.getLabel(),
                      TypeMapper.getInstance()
                          .getSafeTypeByName(literal.getDatatype().stringValue())));
    }
    return NodeFactory.createURI(value.stringValue());
  }

  private static String table(Random random) {
    StringBuilder table = new StringBuilder("id,text,other,count,share,flag,day,group\n");
    for (int i = 0; i < ROWS; i++) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(i));
      cells.add(pick(random, TEXTS));
      cells.add(pick(random, TEXTS));
      cells.add(random.nextInt(4) == 0 ? "" : Integer.toString(random.nextInt(1000) - 500));
      cells.add(random.nextInt(4) == 0 ? "" : (random.nextInt(1000) - 500) + ".25");
      cells.add(pick(random, List.of("true", "false")));
      cells.add(pick(random, List.of("2023-01-31", "2024-02-29")));
      cells.add("g" + random.nextInt(5));
      table.append(String.join(",", cells.stream().map(CarmlOracleTest::quoted).toList()));
      table.append('\n');
    }
    return table.toString();
  }

  private static String pick(Random random, List<String> values) {
    return random.nextInt(6) == 0 ? "" : values.get(random.nextInt(values.size()));
  }

  private static String quoted(String cell) {
    return cell.isEmpty() ? "" : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
