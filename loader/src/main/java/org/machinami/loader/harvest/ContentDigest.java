package org.machinami.loader.harvest;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** 64 bits of a graph without blank nodes, whatever the order of its triples; never 0. */
final class ContentDigest {
  private static final long PRIME = 0x100000001b3L;
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private ContentDigest() {}

  static long of(Graph graph) {
    long[] sum = new long[1];
    graph.find().forEachRemaining(triple -> sum[0] += triple(triple));
    return sum[0] == 0 ? 1 : sum[0];
  }

  private static long triple(Triple triple) {
    long hash = OFFSET;
    hash = node(hash, triple.getSubject());
    hash = node(hash, triple.getPredicate());
    hash = node(hash, triple.getObject());
    hash = (hash ^ (hash >>> 32)) * MIX;
    return hash ^ (hash >>> 29);
  }

  private static long node(long from, Node node) {
    if (node.isLiteral()) {
      long hash = text(from + 1, node.getLiteralLexicalForm());
      hash = text(hash, node.getLiteralLanguage());
      return text(hash, node.getLiteralDatatypeURI());
    }
    return text(from, node.toString());
  }

  private static long text(long from, String text) {
    long hash = from;
    for (int k = 0; k < text.length(); k++) {
      hash = (hash ^ text.charAt(k)) * PRIME;
    }
    return (hash ^ 0x1f) * PRIME;
  }
}
