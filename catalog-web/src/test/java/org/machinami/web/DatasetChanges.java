package org.machinami.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.web.dataset.DatasetReader;

/** What becomes of a dataset, without a desk. */
final class DatasetChanges {
  private DatasetChanges() {}

  /** Gives it another Japanese title. */
  static void retitle(Store store, String dataset, String title) {
    Node node = Agreement.dataset(store, dataset);
    Graph changed = GraphFactory.createDefaultGraph();
    Agreement.descriptions(store)
        .get(dataset)
        .find()
        .filterDrop(
            t ->
                t.getSubject().equals(node)
                    && t.getPredicate().equals(DCTerms.title.asNode())
                    && t.getObject().getLiteralLanguage().equals("ja"))
        .forEachRemaining(changed::add);
    changed.add(node, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "ja"));
    String graph = new NamedGraphs(store.base()).metadata(dataset);
    commit(
        store, "load", List.of(new GraphChange(graph, Optional.of(store.write(changed).hash()))));
  }

  /** Takes it away, as the desk does it. */
  static void withdraw(Store store, String dataset) {
    NamedGraphs names = new NamedGraphs(store.base());
    commit(
        store,
        DatasetReader.WITHDRAW,
        Stream.of(names.metadata(dataset), names.verdict(dataset), names.data(dataset))
            .filter(graph -> store.states().find(graph).isPresent())
            .map(GraphChange::deletion)
            .toList());
  }

  private static void commit(Store store, String activity, List<GraphChange> changes) {
    store.commit(new CommitRequest("test", activity, "test", Optional.empty(), changes));
  }
}
