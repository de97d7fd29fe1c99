package org.machinami.loader.harvest.remote;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * What a document of RDF says about others that belong to it, and about how many records there are.
 *
 * @see <a href="https://www.hydra-cg.com/spec/latest/core/#collections">Hydra, collections</a>
 * @see <a href="https://w3id.org/tree/specification">TREE</a>
 */
final class PagingControls implements Consumer<Quad> {
  private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
  private static final String TREE = "https://w3id.org/tree#";
  private static final String LDES = "https://w3id.org/ldes#";
  private static final String AS = "https://www.w3.org/ns/activitystreams#";

  private static final Set<String> NEXT = Set.of(HYDRA + "next", HYDRA + "nextPage");

  private static final Set<String> REMOVING = Set.of(AS + "Delete", AS + "Remove");

  private final Set<String> next = new LinkedHashSet<>();
  private final Set<String> nodes = new LinkedHashSet<>();
  private final Set<String> views = new LinkedHashSet<>();
  private final Set<Node> removing = new LinkedHashSet<>();
  private final Map<Node, String> objects = new HashMap<>();
  private OptionalLong total = OptionalLong.empty();
  private boolean stream;
  private int datasets;

  @Override
  public void accept(Quad quad) {
    String predicate = quad.getPredicate().getURI();
    Node object = quad.getObject();
    if (NEXT.contains(predicate)) {
      add(next, object);
    } else if (predicate.equals(TREE + "node")) {
      add(nodes, object);
    } else if (predicate.equals(TREE + "view")) {
      add(views, object);
    } else if (predicate.equals(HYDRA + "totalItems") && object.isLiteral()) {
      total(object.getLiteralLexicalForm());
    } else if (predicate.equals(AS + "object") && object.isURI()) {
      objects.put(quad.getSubject(), object.getURI());
    } else if (predicate.equals(RDF.type.getURI()) && object.isURI()) {
      type(quad.getSubject(), object.getURI());
    }
  }

  private void type(Node subject, String type) {
    if (type.equals(LDES + "EventStream")) {
      stream = true;
    } else if (REMOVING.contains(type)) {
      removing.add(subject);
    } else if (type.equals(DCAT.Dataset.getURI())) {
      datasets++;
    }
  }

  private void total(String number) {
    if (number.matches("[0-9]{1,12}")) {
      long value = Long.parseLong(number);
      total = OptionalLong.of(Math.max(value, total.orElse(0)));
    }
  }

  private static void add(Set<String> addresses, Node object) {
    if (object.isURI()) {
      addresses.add(object.getURI());
    } else if (object.isLiteral()) {
      addresses.add(object.getLiteralLexicalForm());
    }
  }

  /** Addresses of the documents that follow. */
  Set<String> following() {
    Set<String> all = new LinkedHashSet<>(next);
    all.addAll(nodes);
    all.addAll(views);
    return all;
  }

  /** Whether it is an event stream, in which a record that is not told is not gone. */
  boolean isStream() {
    return stream;
  }

  /** Records that the source says there are in all. */
  OptionalLong total() {
    return total;
  }

  /** Datasets that it speaks of. */
  int datasets() {
    return datasets;
  }

  /** Records that the source says are gone. */
  Set<String> removed() {
    Set<String> removed = new LinkedHashSet<>();
    removing.forEach(
        activity -> {
          if (objects.containsKey(activity)) {
            removed.add(objects.get(activity));
          }
        });
    return removed;
  }
}
