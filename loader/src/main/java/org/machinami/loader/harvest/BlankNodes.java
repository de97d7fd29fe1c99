package org.machinami.loader.harvest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.machinami.store.ledger.Hash;

/**
 * IRIs for the blank nodes of one dataset, made of what is said about them: the same description
 * gets the same IRI however the dump labels it. Two blank nodes of a dataset of which the same is
 * said become one. Not thread-safe.
 */
final class BlankNodes {
  /** Deeper ones are told apart by their labels. */
  private static final int DEEPEST = 64;

  private final DumpContents contents;
  private final TermParser terms;
  private final ForeignNames names;
  private final String datasetId;
  private final Map<Integer, String> hashes = new HashMap<>();
  private final Set<Integer> inHand = new HashSet<>();

  BlankNodes(DumpContents contents, TermParser terms, ForeignNames names, String datasetId) {
    this.contents = contents;
    this.terms = terms;
    this.names = names;
    this.datasetId = datasetId;
  }

  /** The IRI for a blank node that was met in a graph. */
  Node name(TermParser.Term blank, int from) {
    return NodeFactory.createURI(names.skolemIri(hash(blank, from)));
  }

  private String hash(TermParser.Term blank, int from) {
    int number = blank.subject();
    if (number == TermTable.ABSENT) {
      return digest(List.of(blank.node().getBlankNodeLabel()));
    }
    String known = hashes.get(number);
    if (known != null) {
      return known;
    }
    if (inHand.size() >= DEEPEST || !inHand.add(number)) {
      return digest(List.of(blank.node().getBlankNodeLabel()));
    }
    List<String> lines = new ArrayList<>();
    for (Descriptions.Block block : contents.describe(number, from)) {
      BlockLines statements = new BlockLines(block);
      while (statements.next()) {
        byte[] bytes = block.bytes();
        boolean nested = bytes[statements.objectStart()] == '_';
        String object =
            nested
                ? hash(
                    terms.term(bytes, statements.objectStart(), statements.objectEnd()),
                    block.graph())
                : text(bytes, statements.objectStart(), statements.objectEnd());
        lines.add(
            text(bytes, statements.predicateStart(), statements.predicateEnd()) + " " + object);
      }
    }
    inHand.remove(number);
    Collections.sort(lines);
    String hash = digest(lines);
    hashes.put(number, hash);
    return hash;
  }

  private String digest(List<String> lines) {
    MessageDigest digest = Hash.sha256();
    digest.update(datasetId.getBytes(StandardCharsets.UTF_8));
    for (String line : lines) {
      digest.update((byte) '\n');
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return Digests.hex(digest.digest());
  }

  private static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
