package org.machinami.shapes;

import java.util.Optional;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;

/** Terms and statements as a person writes them in Turtle, with the usual prefixes. */
public final class TermText {

  private static final PrefixMap PREFIXES = PrefixMapFactory.create(PathText.PREFIXES);

  private TermText() {}

  /** A term; a node without an IRI is written as {@code []}. */
  public static String of(Node term) {
    if (term.isBlank()) {
      return "[]";
    }
    StringWriterI out = new StringWriterI();
    new NodeFormatterTTL(null, PREFIXES).format(out, term);
    return out.toString();
  }

  /** The property that stands as the path of a finding; empty when the path is a longer one. */
  public static Optional<Node> property(String path) {
    return PathText.find(path);
  }

  /** Property and value of a statement, as they stand beside each other. */
  public static String of(Triple triple) {
    return of(triple.getPredicate()) + " " + of(triple.getObject());
  }
}
