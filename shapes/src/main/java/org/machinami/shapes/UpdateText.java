package org.machinami.shapes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Writes a patch as a SPARQL Update. DELETE DATA takes no blank nodes, and the IRIs that stand for
 * them here stand in no file of the publisher: such nodes become variables, bound by the statements
 * that lead to them.
 */
final class UpdateText {

  private static final String GENID = "/.well-known/genid/";

  private final Graph description;
  private final Map<Node, String> variables = new LinkedHashMap<>();
  private final Set<String> where = new LinkedHashSet<>();

  private UpdateText(Graph description) {
    this.description = description;
  }

  static String of(Repair.Patch patch, Graph description) {
    UpdateText text = new UpdateText(description);
    List<String> removes = patch.removes().stream().map(text::line).toList();
    List<String> adds = patch.adds().stream().map(text::line).toList();
    boolean ground = text.variables.isEmpty();
    List<String> parts = new ArrayList<>();
    if (!removes.isEmpty()) {
      parts.add(block(ground ? "DELETE DATA" : "DELETE", removes));
    }
    if (!adds.isEmpty()) {
      parts.add(block(ground ? "INSERT DATA" : "INSERT", adds));
    }
    if (!ground) {
      List<String> conditions = new ArrayList<>(text.where);
      removes.stream().filter(line -> !text.where.contains(line)).forEach(conditions::add);
      parts.add(block("WHERE", conditions));
    }
    return text.prefixes(parts) + String.join(ground ? " ;\n" : "\n", parts) + "\n";
  }

  private static String block(String head, List<String> lines) {
    return head
        + " {\n"
        + lines.stream().map(l -> "  " + l + "\n").collect(Collectors.joining())
        + "}";
  }

  private String prefixes(List<String> parts) {
    String all = String.join("\n", parts);
    return PathText.PREFIXES.getNsPrefixMap().entrySet().stream()
        .filter(prefix -> all.matches("(?s).*[\\s^]" + prefix.getKey() + ":.*"))
        .sorted(Map.Entry.comparingByKey())
        .map(prefix -> "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + ">\n")
        .collect(Collectors.joining());
  }

  private String line(Triple triple) {
    return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
            .map(this::term)
            .collect(Collectors.joining(" "))
        + " .";
  }

  private String term(Node node) {
    if (!isNameless(node)) {
      return TermText.of(node);
    }
    String known = variables.get(node);
    if (known != null) {
      return known;
    }
    String variable = "?n" + (variables.size() + 1);
    variables.put(node, variable);
    incoming(node).ifPresent(triple -> where.add(line(triple)));
    return variable;
  }

  private Optional<Triple> incoming(Node node) {
    return description.find(Node.ANY, Node.ANY, node).toList().stream()
        .filter(triple -> !variables.containsKey(triple.getSubject()))
        .findFirst();
  }

  static boolean isNameless(Node node) {
    return node.isBlank() || (node.isURI() && node.getURI().contains(GENID));
  }
}
