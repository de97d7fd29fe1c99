package org.machinami.web.version;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.machinami.store.graph.GraphDifference;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.graph.NTriplesReader;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;
import org.machinami.web.rows.Called;
import org.machinami.web.rows.Names;

/**
 * Reads the difference of two versions, of which only the chunks that differ are touched, and tells
 * it thing by thing. Bounded: {@value #MOST_LINES} lines are read, {@value #MOST_SHOWN} things
 * shown. Thread-safe.
 */
final class ChangesReader {
  private static final int MOST_LINES = 200_000;
  private static final int MOST_SHOWN = 50;
  private static final int MOST_VALUES = 5;
  private static final int MOST_PROPERTIES = 40;
  private static final int MOST_CHARACTERS = 120;

  private final GraphVersions versions;
  private final Names names;

  ChangesReader(GraphVersions versions, Names names) {
    this.versions = versions;
    this.names = names;
  }

  Changes read(Optional<Hash> from, Optional<Hash> to, Language language) {
    List<Gathered> shown = new ArrayList<>();
    Map<ThingChange.Kind, Long> counts = new EnumMap<>(ThingChange.Kind.class);
    boolean whole = true;
    NTriplesReader reader = new NTriplesReader();
    try (GraphDifference lines = versions.difference(from, to)) {
      Gathered thing = null;
      int read = 0;
      while (whole && lines.next()) {
        Triple triple = reader.triple(lines);
        if (thing == null || !thing.subject.equals(triple.getSubject())) {
          end(thing, shown, counts);
          whole = read < MOST_LINES;
          thing = new Gathered(triple.getSubject());
        }
        thing.add(triple, lines.added());
        read++;
      }
      if (whole) {
        end(thing, shown, counts);
      }
    }
    Called called = names.of(things(shown), language);
    return new Changes(
        shown.stream().map(thing -> change(thing, called)).toList(),
        counts.getOrDefault(ThingChange.Kind.ADDED, 0L),
        counts.getOrDefault(ThingChange.Kind.REMOVED, 0L),
        counts.getOrDefault(ThingChange.Kind.CHANGED, 0L),
        whole);
  }

  private static void end(
      Gathered thing, List<Gathered> shown, Map<ThingChange.Kind, Long> counts) {
    if (thing == null) {
      return;
    }
    if (!thing.isPart() || thing.kind() == ThingChange.Kind.CHANGED) {
      counts.merge(thing.kind(), 1L, Long::sum);
    }
    if (shown.size() < MOST_SHOWN) {
      shown.add(thing);
    }
  }

  /** IRIs of the things that values lead to. */
  private static Set<String> things(List<Gathered> changes) {
    return changes.stream()
        .flatMap(change -> change.properties.values().stream())
        .flatMap(values -> Stream.concat(values.removed.stream(), values.added.stream()))
        .filter(Node::isURI)
        .map(Node::getURI)
        .collect(Collectors.toSet());
  }

  private ThingChange change(Gathered thing, Called called) {
    Language language = called.language();
    Text name =
        Text.choose(thing.labels, language).orElseGet(() -> new Text(thing.bareName(), "zxx"));
    List<ThingChange.PropertyChange> parts =
        thing.properties.entrySet().stream()
            .map(
                e ->
                    new ThingChange.PropertyChange(
                        names.labels().of(e.getKey(), language),
                        values(e.getValue().removed, called),
                        values(e.getValue().added, called)))
            .toList();
    return new ThingChange(
        new Value(name.shortened(MOST_CHARACTERS), thing.subject.getURI()), thing.kind(), parts);
  }

  private static List<Value> values(List<Node> nodes, Called called) {
    return nodes.stream()
        .map(
            n ->
                n.isLiteral()
                    ? Value.of(Described.text(n).shortened(MOST_CHARACTERS))
                    : new Value(called.of(n.getURI()), n.getURI()))
        .toList();
  }

  /** The lines of one subject. */
  private static final class Gathered {
    private final Node subject;
    private final Map<String, Values> properties = new TreeMap<>();
    private final List<Text> labels = new ArrayList<>();
    private boolean typeAdded;
    private boolean typeRemoved;

    Gathered(Node subject) {
      this.subject = subject;
    }

    void add(Triple triple, boolean added) {
      String property = triple.getPredicate().getURI();
      if (property.equals(Terms.type)) {
        typeAdded |= added;
        typeRemoved |= !added;
      }
      if (property.equals(Terms.label) && triple.getObject().isLiteral()) {
        labels.add(Described.text(triple.getObject()));
      }
      if (properties.containsKey(property) || properties.size() < MOST_PROPERTIES) {
        Values values = properties.computeIfAbsent(property, p -> new Values());
        List<Node> list = added ? values.added : values.removed;
        if (list.size() < MOST_VALUES) {
          list.add(triple.getObject());
        }
      }
    }

    /** A geometry and the like comes and goes with its thing and is not counted for itself. */
    boolean isPart() {
      return subject.getURI().indexOf('#') > 0;
    }

    String bareName() {
      String iri = subject.getURI();
      int fragment = iri.indexOf('#');
      return fragment < 0
          ? Labels.localName(iri)
          : Labels.localName(iri.substring(0, fragment)) + " · " + iri.substring(fragment + 1);
    }

    /** A thing comes and goes with its class; what keeps it has changed. */
    ThingChange.Kind kind() {
      if (typeAdded == typeRemoved) {
        return ThingChange.Kind.CHANGED;
      }
      return typeAdded ? ThingChange.Kind.ADDED : ThingChange.Kind.REMOVED;
    }
  }

  private static final class Values {
    private final List<Node> removed = new ArrayList<>();
    private final List<Node> added = new ArrayList<>();
  }
}
