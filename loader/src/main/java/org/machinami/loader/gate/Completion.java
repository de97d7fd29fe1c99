package org.machinami.loader.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.Nearest;
import org.machinami.ontology.Iris;

/**
 * Adds to a description what only the loader knows: which file a distribution is, its size and
 * checksum, the distribution as linked data, the number of triples.
 */
public final class Completion {

  private static final String SPDX = "http://spdx.org/rdf/terms#";
  private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";

  private final Description description;
  private final Iris iris;
  private final Skolem skolem;
  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Node dataset;

  public Completion(Description description, String base) {
    this.description = description;
    this.iris = new Iris(base);
    this.skolem = new Skolem(base, description.id());
    this.dataset = NodeFactory.createURI(description.iri());
    GraphUtil.addInto(graph, description.graph());
  }

  /**
   * Which files of those at hand the distributions are, by the IRI for download. A distribution
   * says so by {@code dcat:downloadURL <datasets/ID/files/NAME>}; one without any address is the
   * only file there is.
   *
   * @param files that were read to make the data
   * @throws LoadException when a distribution names a file that is not there
   */
  public Map<String, Path> files(List<Path> files) {
    Map<String, Path> byIri = new LinkedHashMap<>();
    files.forEach(
        file ->
            byIri.putIfAbsent(iris.file(description.id(), file.getFileName().toString()), file));
    Map<String, Path> wanted = new LinkedHashMap<>();
    String folder = iris.files(description.id());
    List<Node> distributions = distributions();
    for (Node distribution : distributions) {
      List<Node> downloads = objects(distribution, DCAT.downloadURL.asNode());
      if (downloads.isEmpty()
          && objects(distribution, DCAT.accessURL.asNode()).isEmpty()
          && byIri.size() == 1
          && distributions.size() == 1) {
        Map.Entry<String, Path> only = byIri.entrySet().iterator().next();
        add(distribution, DCAT.downloadURL.asNode(), NodeFactory.createURI(only.getKey()));
        wanted.put(only.getKey(), only.getValue());
      }
      for (Node download : downloads) {
        String iri = download.toString();
        if (iri.startsWith(folder)) {
          if (!byIri.containsKey(iri)) {
            throw new LoadException(
                Fault.DATA,
                "description.no-file",
                distribution,
                iri.substring(folder.length()),
                Nearest.of(iri, byIri.keySet()));
          }
          wanted.put(iri, byIri.get(iri));
        }
      }
    }
    return wanted;
  }

  /** Size, checksum and address of access of the distributions that are original files. */
  public void addFiles(List<OriginalFile> files) {
    for (OriginalFile file : files) {
      Node download = NodeFactory.createURI(file.iri());
      for (Node distribution : distributions()) {
        if (!graph.contains(distribution, DCAT.downloadURL.asNode(), download)) {
          continue;
        }
        graph.remove(distribution, DCAT.byteSize.asNode(), Node.ANY);
        add(
            distribution,
            DCAT.byteSize.asNode(),
            NodeFactory.createLiteralDT(
                Long.toString(file.bytes()), XSDDatatype.XSDnonNegativeInteger));
        Node checksum = skolem.iri("checksum " + distribution);
        add(distribution, spdx("checksum"), checksum);
        add(checksum, RDF.type.asNode(), spdx("Checksum"));
        add(checksum, spdx("algorithm"), spdx("checksumAlgorithm_sha256"));
        add(
            checksum,
            spdx("checksumValue"),
            NodeFactory.createLiteralDT(file.sha256(), XSDDatatype.XSDhexBinary));
        if (!graph.contains(distribution, DCAT.accessURL.asNode(), Node.ANY)) {
          add(distribution, DCAT.accessURL.asNode(), dataset);
        }
      }
    }
  }

  /** The distribution as linked data, unless the publisher describes one of that name. */
  public void addLinkedData() {
    Node distribution = NodeFactory.createURI(iris.distribution(description.id(), "data"));
    if (graph.contains(distribution, Node.ANY, Node.ANY)) {
      return;
    }
    add(dataset, DCAT.distribution.asNode(), distribution);
    add(distribution, RDF.type.asNode(), DCAT.Distribution.asNode());
    add(distribution, DCTerms.title.asNode(), NodeFactory.createLiteralLang("リンクトデータ（RDF）", "ja"));
    add(
        distribution,
        DCTerms.title.asNode(),
        NodeFactory.createLiteralLang("Linked data (RDF)", "en"));
    add(distribution, DCAT.accessURL.asNode(), NodeFactory.createURI(iris.data(description.id())));
    add(
        distribution,
        DCAT.downloadURL.asNode(),
        NodeFactory.createURI(iris.data(description.id()) + ".ttl"));
    add(distribution, DCAT.mediaType.asNode(), NodeFactory.createURI(MEDIA_TYPE + "text/turtle"));
    for (Node licence : licences()) {
      add(distribution, DCTerms.license.asNode(), licence);
    }
  }

  private List<Node> licences() {
    List<Node> licences = objects(dataset, DCTerms.license.asNode());
    return licences.isEmpty()
        ? distributions().stream()
            .flatMap(one -> objects(one, DCTerms.license.asNode()).stream())
            .limit(1)
            .toList()
        : licences;
  }

  /** The number of triples of the data graph. */
  public void addTriples(long triples) {
    add(dataset, RDF.type.asNode(), VOID.Dataset.asNode());
    add(
        dataset,
        VOID.triples.asNode(),
        NodeFactory.createLiteralDT(Long.toString(triples), XSDDatatype.XSDinteger));
    add(
        dataset,
        VOID.dataDump.asNode(),
        NodeFactory.createURI(iris.data(description.id()) + ".nt"));
  }

  /** The description with all that was added. */
  public Graph graph() {
    return graph;
  }

  private List<Node> distributions() {
    return objects(dataset, DCAT.distribution.asNode());
  }

  private List<Node> objects(Node subject, Node predicate) {
    List<Node> objects =
        new ArrayList<>(
            graph.find(subject, predicate, Node.ANY).mapWith(t -> t.getObject()).toList());
    objects.sort((a, b) -> a.toString().compareTo(b.toString()));
    return objects;
  }

  private void add(Node subject, Node predicate, Node object) {
    graph.add(subject, predicate, object);
  }

  private static Node spdx(String name) {
    return NodeFactory.createURI(SPDX + name);
  }
}
