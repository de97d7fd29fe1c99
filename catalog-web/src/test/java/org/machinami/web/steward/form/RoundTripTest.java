package org.machinami.web.steward.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.machinami.loader.gate.Skolem;
import org.machinami.web.language.Language;

/** A form that nobody typed into gives the description from which it was filled. */
final class RoundTripTest {
  private static final int FOREIGN = 1_000;
  private static final int MOST_STATEMENTS = 2_000;

  private final DescriptionForm form = Descriptions.form();

  @TestFactory
  Stream<DynamicTest> untouched_bundledDescription_isTheSameGraph() {
    List<Path> files = Descriptions.bundled();
    assertTrue(files.size() > 30, files.toString());
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.toString(),
                    () -> {
                      Graph graph = Descriptions.read(file);
                      same(graph, Descriptions.dataset(graph));
                    }));
  }

  @Test
  void untouched_whatBoxesCouldChange_isTheSameGraph() {
    Graph graph =
        Descriptions.parse(
            """
            <datasets/d> a dcat:Dataset ;
              dct:title "一行\\n二行"@ja , "first\\r\\nsecond"@en , " spaced "@en , "titel"@nl , "untagged" ;
              dct:description "\\n begins with a line"@en , "control \\u0001"@en , ""@ja ;
              dcat:keyword "a\\nb"@en , "区"@ja , " lead"@ja , "Wort"@de ;
              dct:identifier 7 , "x"@en , "x" ;
              dct:issued "令和5年4月1日" , "2023"^^xsd:gYear , "2023" ;
              city:synthetic "1"^^xsd:boolean , true ;
              city:sector <https://elsewhere.example/sector> , "public" ;
              dct:license <https://creativecommons.org/licenses/by/4.0/> , "free" ;
              dct:spatial <id/prefecture/13> , <https://sws.geonames.org/1850147/> ;
              dct:publisher "a name" , <publishers/nobody> ;
              dcat:landingPage "not an address" , <https://page.example/> ;
              dcat:contactPoint <datasets/d> ;
              dcat:distribution <datasets/d#csv> , <https://elsewhere.example/file> ;
              odrl:hasPolicy <datasets/d#offer> .
            <datasets/d#offer> a odrl:Offer ; odrl:permission <datasets/d#p> .
            <datasets/d#csv> a dcat:Distribution ; dcat:byteSize "12.50"^^xsd:decimal , "many" ;
              dct:license <datasets/d#csv> ; spdx:checksum <datasets/d#sum> .
            <datasets/d#sum> a spdx:Checksum ; spdx:checksumValue "00ff"^^xsd:hexBinary .
            """);
    same(graph, Descriptions.DATASET);
  }

  /**
   * The first thousand descriptions of the catalogue of Belgium, as they come: texts in four
   * languages, dates of all kinds, contacts and files of others.
   */
  @Test
  void untouched_aThousandForeignDescriptions_areTheSameGraphs() throws IOException {
    String shared = System.getProperty("machinami.shared", "");
    Path dump = Path.of(shared, "data", "dcat-belgium", "datagovbe-all.nq.gz");
    assumeTrue(
        !shared.isEmpty() && Files.isRegularFile(dump),
        "skipped: the catalogue of Belgium, " + dump + " is not there");
    Map<Node, List<Triple>> about = read(dump);
    int tried = 0;
    int shown = 0;
    int all = 0;
    for (Node dataset : datasets(about)) {
      if (tried == FOREIGN) {
        break;
      }
      Graph graph = new Skolem(Descriptions.BASE, "be").apply(closure(dataset, about));
      FilledForm filled = same(graph, dataset.getURI());
      tried++;
      all += graph.size();
      shown += graph.size() - filled.kept().size();
    }
    assertEquals(FOREIGN, tried);
    assertTrue(shown > all / 2, shown + " of " + all + " statements are shown");
  }

  private FilledForm same(Graph graph, String dataset) {
    FilledForm filled = null;
    for (Language language : Language.values()) {
      filled = form.fill(graph, dataset, language);
      PostedForm posted = form.read(graph, dataset, Descriptions.untouched(filled));
      assertEquals(List.of(), posted.mistakes());
      assertEquals(lines(graph), lines(posted.graph()), dataset);
    }
    return filled;
  }

  private static Set<String> lines(Graph graph) {
    Set<String> lines = new TreeSet<>();
    graph.find().forEach(triple -> lines.add(triple.toString()));
    return lines;
  }

  private static Map<Node, List<Triple>> read(Path dump) throws IOException {
    Map<Node, List<Triple>> about = new LinkedHashMap<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(dump))) {
      RDFParser.source(new Beginning(in))
          .lang(Lang.NQUADS)
          .checking(false)
          .parse(
              new StreamRDFBase() {
                @Override
                public void quad(Quad quad) {
                  about
                      .computeIfAbsent(quad.getSubject(), k -> new ArrayList<>())
                      .add(quad.asTriple());
                }
              });
    }
    return about;
  }

  private static List<Node> datasets(Map<Node, List<Triple>> about) {
    Node type = DCAT.Dataset.asNode();
    return about.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().stream()
                    .anyMatch(
                        t ->
                            t.getPredicate().equals(RDF.type.asNode())
                                && t.getObject().equals(type)))
        .map(Map.Entry::getKey)
        .filter(Node::isURI)
        .toList();
  }

  /** What the dump says of a dataset and of all that it leads to, but for other datasets. */
  private static Graph closure(Node dataset, Map<Node, List<Triple>> about) {
    Graph graph = GraphFactory.createDefaultGraph();
    Deque<Node> open = new ArrayDeque<>(List.of(dataset));
    Set<Node> done = new HashSet<>(open);
    Node catalogue = NodeFactory.createURI("http://www.w3.org/ns/dcat#dataset");
    while (!open.isEmpty() && graph.size() < MOST_STATEMENTS) {
      for (Triple triple : about.getOrDefault(open.pop(), List.of())) {
        if (!triple.getPredicate().equals(catalogue)) {
          graph.add(triple);
          if (done.add(triple.getObject())) {
            open.add(triple.getObject());
          }
        }
      }
    }
    assertFalse(graph.isEmpty());
    return graph;
  }
}
