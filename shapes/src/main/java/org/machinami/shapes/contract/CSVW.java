package org.machinami.shapes.contract;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Terms of CSV on the Web, and what we add to them.
 *
 * @see <a href="https://www.w3.org/ns/csvw">CSVW namespace</a>
 */
final class CSVW {
  private static final String NS = "http://www.w3.org/ns/csvw#";

  static final Node Schema = term("Schema");
  static final Node column = term("column");
  static final Node name = term("name");
  static final Node title = term("title");
  static final Node required = term("required");
  static final Node datatype = term("datatype");
  static final Node base = term("base");
  static final Node format = term("format");
  static final Node minimum = term("minimum");
  static final Node maximum = term("maximum");
  static final Node separator = term("separator");
  static final Node lang = term("lang");
  static final Node aboutUrl = term("aboutUrl");
  static final Node propertyUrl = term("propertyUrl");
  static final Node valueUrl = term("valueUrl");
  static final Node virtual = term("virtual");
  static final Node suppressOutput = term("suppressOutput");

  /** A function of the mapping language through which values go before they make a term. */
  static final Node function =
      NodeFactory.createURI("https://machinami.org/vocab/mapping#function");

  private CSVW() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
