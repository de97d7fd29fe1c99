package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
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

  private DatasetAssembler assembler(
      DumpContents contents, UsedBlocks used, ForeignNames names, Predicate<String> known) {
    SourceAdditions none = SourceAdditions.read(directory, "http://city.example/");
    return new DatasetAssembler(
        contents, used, names, new AddedFacts(names, "public", none), known, property -> {});
  }

  /** In a run that reads only what has changed, as in one that reads all. */
  @Test
  void assemble_linkToADatasetThatWasNotReadAgain_leadsToItsNameHere() {
    try (Descriptions descriptions = Descriptions.in(directory)) {
      DumpContents contents = new DumpContents(descriptions);
      read(DATASET.formatted(1) + "<d1> dct:isPartOf <d2> .\n", contents);
      ForeignNames names = new ForeignNames("http://city.example/", "portal");
      UsedBlocks used = new UsedBlocks(descriptions.blocks());
      for (boolean taken : List.of(true, false)) {
        AssembledDataset.Described part =
            assertInstanceOf(
                AssembledDataset.Described.class,
                assembler(contents, used, names, name -> taken && name.endsWith("/d2"))
                    .assemble(contents.datasets().get(0)));
        String series =
            taken ? names.datasetIri("http://portal.example/d2") : "http://portal.example/d2";
        assertTrue(
            part.metadata()
                .contains(Node.ANY, DCTerms.isPartOf.asNode(), NodeFactory.createURI(series)));
      }
    }
  }

  private static void read(String text, DumpContents contents) {
    RDFParser.fromString(PREFIXES + text, Lang.TRIG)
        .parse(
            new StatementCutter(
                contents,
                (subject, iri) -> {
                  throw new AssertionError(iri);
                }));
    contents.complete();
  }

  /** Each dataset knows its publisher, and every block found its place. */
  private void inProportion(IntFunction<String> described) {
    long some = blocksRead(100, described);
    long twice = blocksRead(200, described);
    assertTrue(twice <= 2.2 * some, some + " blocks for 100 datasets, " + twice + " for 200");
  }

  private long blocksRead(int count, IntFunction<String> described) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < count; k++) {
      text.append(described.apply(k));
    }
    try (Descriptions descriptions = Descriptions.in(directory)) {
      DumpContents contents = new DumpContents(descriptions);
      read(text.toString(), contents);
      assertEquals(count, contents.datasets().size());
      UsedBlocks used = new UsedBlocks(descriptions.blocks());
      ForeignNames names = new ForeignNames("http://city.example/", "portal");
      DatasetAssembler assembler = assembler(contents, used, names, name -> false);
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
