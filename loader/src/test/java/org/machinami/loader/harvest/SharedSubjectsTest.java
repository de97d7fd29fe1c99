package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many datasets share a publisher who is described beside each of them: assembling twice as many
 * reads twice as many blocks, not four times.
 */
class SharedSubjectsTest {
  private static final String PREFIXES =
      """
      PREFIX as: <https://www.w3.org/ns/activitystreams#>
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      BASE <http://portal.example/>
      """;
  private static final String DATASET =
      "<d%1$d> a dcat:Dataset ; dct:title \"%1$d\" ; dct:publisher <body> .\n";
  private static final String BODY = "<body> a foaf:Agent ; foaf:name \"Parks Office\" .\n";
  private static final Node NAME = NodeFactory.createLiteralString("Parks Office");

  @TempDir private Path directory;

  @Test
  void assemble_publisherAgainBesideEachDataset_readsInProportion() {
    inProportion(k -> DATASET.formatted(k) + BODY);
  }

  @Test
  void assemble_publisherInTheGraphOfEachMember_readsInProportion() {
    inProportion(
        k ->
            """
            <m%1$d> a as:Create ; as:object <d%1$d> ; as:published "2025-01-01T00:00:00Z" .
            <m%1$d> { %2$s %3$s }
            """
                .formatted(k, DATASET.formatted(k), BODY));
  }

  @Test
  void assemble_publisherInOtherGraphsThanTheDatasets_readsInProportion() {
    inProportion(
        k -> "<g%1$d> { %2$s }\n<h%1$d> { %3$s }\n".formatted(k, DATASET.formatted(k), BODY));
  }

  /** Each dataset knows its publisher, and every block found its place. */
  private void inProportion(IntFunction<String> described) {
    long some = blocksRead(100, described);
    long twice = blocksRead(200, described);
    assertTrue(twice <= 2.2 * some, some + " blocks for 100 datasets, " + twice + " for 200");
  }

  private long blocksRead(int count, IntFunction<String> described) {
    StringBuilder text = new StringBuilder(PREFIXES);
    for (int k = 0; k < count; k++) {
      text.append(described.apply(k));
    }
    try (Descriptions descriptions = Descriptions.in(directory)) {
      DumpContents contents = new DumpContents(descriptions);
      RDFParser.fromString(text.toString(), Lang.TRIG)
          .parse(
              new StatementCutter(
                  contents,
                  (subject, iri) -> {
                    throw new AssertionError(iri);
                  }));
      contents.complete();
      assertEquals(count, contents.datasets().size());
      UsedBlocks used = new UsedBlocks(descriptions.blocks());
      ForeignNames names = new ForeignNames("http://city.example/", "portal");
      DatasetAssembler assembler =
          new DatasetAssembler(contents, used, names, new AddedFacts(names, "public", SourceAdditions.read(directory, "http://city.example/")));
      long before = descriptions.blocksRead();
      for (int dataset : contents.datasets()) {
        AssembledDataset.Described whole =
            assertInstanceOf(AssembledDataset.Described.class, assembler.assemble(dataset));
        assertTrue(whole.metadata().contains(Node.ANY, FOAF.name.asNode(), NAME));
      }
      long read = descriptions.blocksRead() - before;
      Map<String, HarvestReport.Unreached> left = Leftovers.count(descriptions, contents, used);
      left.remove("https://www.w3.org/ns/activitystreams#Create");
      assertEquals(Map.of(), left);
      return read;
    }
  }
}
