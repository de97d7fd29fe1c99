package org.machinami.web.reach;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.store.state.GraphState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses of other servers that distributions of datasets point to.
 *
 * @param byAddress ids of the datasets that point there
 * @param isWhole whether all descriptions could be read
 */
record DistributionLinks(SortedMap<String, SortedSet<String>> byAddress, boolean isWhole) {
  private static final Logger log = LoggerFactory.getLogger(DistributionLinks.class);
  private static final List<Node> POINTING =
      List.of(DCAT.accessURL.asNode(), DCAT.downloadURL.asNode());

  /** What is longer is no address that anybody would open. */
  private static final int LONGEST = 4_000;

  /** Those of all datasets of a store. */
  static DistributionLinks of(Store store) {
    SortedMap<String, SortedSet<String>> found = new TreeMap<>();
    boolean whole = true;
    String prefix = new NamedGraphs(store.base()).prefix(GraphName.Kind.METADATA);
    try (Stream<GraphState> states = store.states().list(prefix)) {
      for (GraphState state : (Iterable<GraphState>) states::iterator) {
        String dataset = state.graph().substring(prefix.length());
        try {
          addresses(store.versions().graph(state.version()), store.base())
              .forEach(
                  address -> found.computeIfAbsent(address, key -> new TreeSet<>()).add(dataset));
        } catch (StoreException e) {
          log.warn("The description of {} cannot be read; its links are not checked", dataset, e);
          whole = false;
        }
      }
    }
    return new DistributionLinks(found, whole);
  }

  /** Those of one description. */
  static Set<String> addresses(Graph description, String base) {
    Set<String> addresses = new TreeSet<>();
    for (Node property : POINTING) {
      description
          .find(Node.ANY, property, Node.ANY)
          .mapWith(triple -> triple.getObject())
          .filterKeep(Node::isURI)
          .mapWith(Node::getURI)
          .filterKeep(address -> isElsewhere(address, base))
          .forEach(addresses::add);
    }
    return addresses;
  }

  /** Whether an address is one of another server, which can be asked. */
  static boolean isElsewhere(String address, String base) {
    boolean web = address.startsWith("https://") || address.startsWith("http://");
    return web && !address.startsWith(base) && address.length() <= LONGEST;
  }
}
