package org.machinami.loader.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.store.ledger.Hash;

/**
 * IRIs for blank nodes that follow from what is said about them: the same statements give the same
 * IRIs, whatever the order or the labels in the file. For graphs that fit in memory.
 *
 * @see <a href="https://www.w3.org/TR/rdf11-concepts/#section-skolemization">RDF 1.1, 3.5</a>
 */
public final class Skolem {

  private static final int ROUNDS = 32;
  private static final int HEX_DIGITS = 32;

  private final String prefix;
  private final String scope;

  /**
   * @param base canonical base IRI; ends in "/"
   * @param scope keeps equal statements of different datasets apart: the id of the dataset
   */
  public Skolem(String base, String scope) {
    this.prefix = base + ".well-known/genid/";
    this.scope = scope;
  }

  /** The IRI for a text that names a node within the scope. */
  public Node iri(String name) {
    return NodeFactory.createURI(prefix + hash(scope + "\n" + name));
  }

  /** A copy of a graph with IRIs in place of blank nodes. */
  public Graph apply(Graph graph) {
    Map<Node, List<Triple>> about = new LinkedHashMap<>();
    List<Triple> triples = graph.find().toList();
    for (Triple triple : triples) {
      gather(about, triple.getSubject(), triple);
      gather(about, triple.getObject(), triple);
    }
    Map<Node, Node> iris = names(about);
    Graph named = GraphFactory.createDefaultGraph();
    for (Triple triple : triples) {
      named.add(
          Triple.create(
              iris.getOrDefault(triple.getSubject(), triple.getSubject()),
              triple.getPredicate(),
              iris.getOrDefault(triple.getObject(), triple.getObject())));
    }
    return named;
  }

  private static void gather(Map<Node, List<Triple>> about, Node node, Triple triple) {
    if (node.isBlank()) {
      about.computeIfAbsent(node, key -> new ArrayList<>()).add(triple);
    }
  }

  /** Hashes are made finer by those of the neighbours until no two nodes are told apart anew. */
  private Map<Node, Node> names(Map<Node, List<Triple>> about) {
    Map<Node, String> hashes = new HashMap<>();
    about.keySet().forEach(node -> hashes.put(node, ""));
    int kinds = 1;
    for (int round = 0; round < ROUNDS; round++) {
      Map<Node, String> finer = new HashMap<>();
      about.forEach((node, triples) -> finer.put(node, hash(node, triples, hashes)));
      hashes.putAll(finer);
      int now = new HashSet<>(finer.values()).size();
      if (round > 0 && now <= kinds) {
        break;
      }
      kinds = now;
    }
    // Nodes that nothing tells apart say the same; they become one.
    Map<Node, Node> iris = new HashMap<>();
    hashes.forEach((node, hash) -> iris.put(node, iri(hash)));
    return iris;
  }

  private static String hash(Node node, List<Triple> triples, Map<Node, String> hashes) {
    List<String> facts = new ArrayList<>();
    for (Triple triple : triples) {
      boolean out = triple.getSubject().equals(node);
      Node other = out ? triple.getObject() : triple.getSubject();
      String term = other.isBlank() ? "_:" + hashes.get(other) : other.toString();
      facts.add((out ? ">" : "<") + triple.getPredicate() + " " + term);
    }
    facts.sort(null);
    return hash(String.join("\n", facts));
  }

  private static String hash(String text) {
    return Hash.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, HEX_DIGITS);
  }
}
