package org.machinami.shapes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

  /** Of TREE and LDES. */
  private static final List<String> PAGING =
      List.of("https://w3id.org/tree#", "https://w3id.org/ldes#");

  /** By subject, and each term once: a graph with its indexes would not fit into a test's heap. */
  private final Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();

  private final Map<Node, Node> terms = new HashMap<>();

  private BelgianCatalogue() {}

  private void add(Triple triple) {
    Node subject = once(triple.getSubject());
    bySubject
        .computeIfAbsent(subject, node -> new ArrayList<>(4))
        .add(Triple.create(subject, once(triple.getPredicate()), once(triple.getObject())));
  }

  private Node once(Node term) {
    Node known = terms.putIfAbsent(term, term);
    return known == null ? term : known;
  }

  private Stream<Node> types(Node thing) {
    return bySubject.getOrDefault(thing, List.of()).stream()
        .filter(triple -> triple.getPredicate().equals(TYPE))
        .map(Triple::getObject);
  }

  /** A catalogue, and the pages in which it is published, lead to every dataset. */
  private static boolean leadsToAll(Node type) {
    return type.isURI()
        && (type.equals(DCAT.Catalog.asNode())
            || PAGING.stream().anyMatch(namespace -> type.getURI().startsWith(namespace)));
  }

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
            read.add(quad.asTriple());
          }

          @Override
          public void triple(Triple triple) {
            read.add(triple);
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
    read.terms.clear();
    return read;
  }

  /** The datasets that have an IRI. */
  public Set<Node> datasets() {
    Set<Node> found = new LinkedHashSet<>();
    bySubject
        .keySet()
        .forEach(
            thing -> {
              if (thing.isURI() && types(thing).anyMatch(DCAT.Dataset.asNode()::equals)) {
                found.add(thing);
              }
            });
    return found;
  }

  /** What is said of a dataset and of all that it leads to, but for other datasets. */
  public Graph description(Node dataset) {
    Graph part = GraphFactory.createDefaultGraph();
    List<Node> open = new ArrayList<>(List.of(dataset));
    Set<Node> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      for (Triple triple : bySubject.getOrDefault(open.remove(open.size() - 1), List.of())) {
        part.add(triple);
        Node object = triple.getObject();
        boolean follows =
            !object.isLiteral()
                && types(object)
                    .noneMatch(type -> type.equals(DCAT.Dataset.asNode()) || leadsToAll(type));
        if (follows && seen.add(object)) {
          open.add(object);
        }
      }
    }
    return part;
  }
}
