package org.machinami.shapes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/** The descriptions of the Belgian catalogue, as its publisher wrote them. */
public final class BelgianCatalogue {

  private static final Node TYPE = RDF.type.asNode();

  private final Graph all = GraphFactory.createDefaultGraph();

  private BelgianCatalogue() {}

  /** The first lines of the dump; the test is skipped where it is not there. */
  public static BelgianCatalogue read(long lines) throws IOException {
    Path dump =
        Path.of(System.getProperty("machinami.shared", ""))
            .resolve("data/dcat-belgium/datagovbe-all.nq.gz");
    assumeTrue(Files.isRegularFile(dump), "skipped: " + dump + " is not there");
    BelgianCatalogue read = new BelgianCatalogue();
    StreamRDFBase into =
        new StreamRDFBase() {
          @Override
          public void quad(Quad quad) {
            read.all.add(quad.asTriple());
          }

          @Override
          public void triple(Triple triple) {
            read.all.add(triple);
          }
        };
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(dump), 1 << 16),
                StandardCharsets.UTF_8))) {
      Iterator<String> left = reader.lines().limit(lines).iterator();
      while (left.hasNext()) {
        StringBuilder some = new StringBuilder();
        while (left.hasNext() && some.length() < 1 << 22) {
          some.append(left.next()).append('\n');
        }
        RDFParser.fromString(some.toString(), Lang.NQUADS)
            .labelToNode(LabelToNode.createUseLabelAsGiven())
            .checking(false)
            .parse(into);
      }
    }
    return read;
  }

  /** The datasets that have an IRI. */
  public Set<Node> datasets() {
    return all.find(Node.ANY, TYPE, DCAT.Dataset.asNode())
        .mapWith(Triple::getSubject)
        .filterKeep(Node::isURI)
        .toSet();
  }

  /** What is said of a dataset and of all that it leads to, but for other datasets. */
  public Graph description(Node dataset) {
    Graph part = GraphFactory.createDefaultGraph();
    List<Node> open = new ArrayList<>(List.of(dataset));
    Set<Node> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Iterator<Triple> triples = all.find(open.remove(open.size() - 1), Node.ANY, Node.ANY);
      while (triples.hasNext()) {
        Triple triple = triples.next();
        part.add(triple);
        Node object = triple.getObject();
        boolean follows =
            !object.isLiteral()
                && !all.contains(object, TYPE, DCAT.Dataset.asNode())
                && !all.contains(object, TYPE, DCAT.Catalog.asNode());
        if (follows && seen.add(object)) {
          open.add(object);
        }
      }
    }
    return part;
  }
}
