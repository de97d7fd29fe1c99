package org.machinami.web.steward.form;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.machinami.shapes.form.Field;

/**
 * Short names of nested things in a page. A fragment of the dataset's own IRI is named by itself,
 * so that a new thing keeps its name from page to page; everything else by a hash, which leads
 * nowhere but to a node that the description already has. So a form can only speak of its own
 * dataset and of what is described with it.
 */
final class ThingKeys {

  private static final Pattern FRAGMENT = Pattern.compile("[A-Za-z0-9_-]{1,60}");
  private static final String OWN = "o-";
  private static final String HASHED = "h-";
  private static final int HEX_DIGITS = 16;

  private final String prefix;

  ThingKeys(Node dataset) {
    this.prefix = dataset.getURI() + "#";
  }

  String key(Node node) {
    if (node.isURI() && node.getURI().startsWith(prefix)) {
      String fragment = node.getURI().substring(prefix.length());
      if (FRAGMENT.matcher(fragment).matches()) {
        return OWN + fragment;
      }
    }
    return HASHED + Digest.of(node.isURI() ? node.getURI() : node.getBlankNodeLabel(), HEX_DIGITS);
  }

  /** The node of a key: one of the candidates, or a fragment of the dataset. */
  Optional<Node> node(String key, Collection<Node> candidates) {
    Optional<Node> known =
        candidates.stream()
            .filter(node -> node.isURI() || node.isBlank())
            .filter(node -> key(node).equals(key))
            .findFirst();
    return known.or(() -> own(key));
  }

  private Optional<Node> own(String key) {
    return key.startsWith(OWN) && FRAGMENT.matcher(key.substring(OWN.length())).matches()
        ? Optional.of(NodeFactory.createURI(prefix + key.substring(OWN.length())))
        : Optional.empty();
  }

  /** The key of a thing that is not in the graph yet. */
  String next(Field field, Graph graph) {
    String name = field.property().getURI().replaceFirst("^.*[/#]", "");
    int number = 1;
    while (isUsed(NodeFactory.createURI(prefix + name + "-" + number), graph)) {
      number++;
    }
    return OWN + name + "-" + number;
  }

  private static boolean isUsed(Node node, Graph graph) {
    return graph.contains(node, Node.ANY, Node.ANY) || graph.contains(Node.ANY, Node.ANY, node);
  }
}
