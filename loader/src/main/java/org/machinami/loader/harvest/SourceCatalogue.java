package org.machinami.loader.harvest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.machinami.loader.gate.Completion;
import org.machinami.loader.gate.Description;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Verdict;
import org.machinami.store.Store;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphWriter;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;

/**
 * The source itself as a dataset of ours. Its data graph lists the datasets that came from it,
 * which is how a later harvest knows what the source had.
 */
final class SourceCatalogue {
  private final Store store;
  private final Description description;
  private final NamedGraphs names;
  private final Iris iris;

  SourceCatalogue(Store store, Description description) {
    this.store = store;
    this.description = description;
    this.names = new NamedGraphs(store.base());
    this.iris = new Iris(store.base());
  }

  /** Ids in the list; after a harvest that was cut off some of them may be absent. */
  Set<String> listed() {
    Set<String> ids = new TreeSet<>();
    Optional<Hash> version =
        store.states().find(names.data(description.id())).map(state -> state.version());
    if (version.isEmpty()) {
      return ids;
    }
    String start = "<" + catalogue() + "> <" + DCAT.dataset.getURI() + "> <";
    try (GraphLines lines = store.versions().lines(version.get())) {
      while (lines.next()) {
        String line = lines.text();
        if (line.startsWith(start)) {
          iris.datasetId(line.substring(start.length(), line.lastIndexOf('>'))).ifPresent(ids::add);
        }
      }
    }
    return ids;
  }

  /** The ids of a list whose datasets are here. */
  Set<String> present(Set<String> listed) {
    Set<String> present = new TreeSet<>(listed);
    present.removeIf(dataset -> store.states().find(names.metadata(dataset)).isEmpty());
    return present;
  }

  /**
   * The change that makes the list hold these ids; empty where it does already.
   *
   * @param links what the source has and another name stands for here; each says how and how sure
   */
  Optional<GraphChange> list(Collection<String> ids, Collection<HarvestReport.Link> links) {
    Node catalogue = NodeFactory.createURI(catalogue());
    try (GraphWriter writer = store.newGraph()) {
      writer.triple(Triple.create(catalogue, RDF.type.asNode(), DCAT.Catalog.asNode()));
      for (String dataset : ids) {
        writer.triple(
            Triple.create(
                catalogue, DCAT.dataset.asNode(), NodeFactory.createURI(iris.dataset(dataset))));
      }
      links.forEach(link -> write(link, writer));
      return Changes.unlessPresent(store, names.data(description.id()), writer.finish().hash());
    }
  }

  /** As a mapping of SSSOM: the same dataset, by what, how sure. */
  private void write(HarvestReport.Link link, GraphWriter writer) {
    Node mapping =
        NodeFactory.createURI(
            catalogue() + "/same/" + Digests.brief(link.foreign() + "\n" + link.dataset()));
    writer.triple(Triple.create(mapping, RDF.type.asNode(), sssom("Mapping")));
    writer.triple(
        Triple.create(
            mapping, sssom("subject_id"), NodeFactory.createURI(iris.dataset(link.dataset()))));
    writer.triple(Triple.create(mapping, sssom("predicate_id"), OWL2.sameAs.asNode()));
    writer.triple(
        Triple.create(mapping, sssom("object_id"), NodeFactory.createURI(link.foreign())));
    writer.triple(
        Triple.create(
            mapping,
            sssom("confidence"),
            NodeFactory.createLiteralDT(Double.toString(link.sureness()), XSDDatatype.XSDdouble)));
    writer.triple(
        Triple.create(
            mapping, RDFS.comment.asNode(), NodeFactory.createLiteralLang(link.how().ja(), "ja")));
    writer.triple(
        Triple.create(
            mapping, RDFS.comment.asNode(), NodeFactory.createLiteralLang(link.how().en(), "en")));
  }

  private static Node sssom(String term) {
    return NodeFactory.createURI("https://w3id.org/sssom/" + term);
  }

  /** The changes that describe the source. */
  List<GraphChange> describe(Completion completion, Verdict verdict, Policy policy) {
    String id = description.id();
    List<GraphChange> changes = new ArrayList<>();
    Changes.unlessPresent(store, names.metadata(id), store.write(completion.graph()).hash())
        .ifPresent(changes::add);
    Changes.unlessPresent(
            store, names.verdict(id), store.write(verdict.toGraph(names, id, policy)).hash())
        .ifPresent(changes::add);
    return changes;
  }

  private String catalogue() {
    return description.iri() + "#catalogue";
  }
}
