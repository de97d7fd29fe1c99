package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** Reads the first things of a data graph: a bounded number of its lines, whatever its size. */
final class PreviewReader {
  private static final int MOST_LINES = 600;
  private static final int MOST_THINGS = 12;
  private static final int MOST_COLUMNS = 6;
  private static final int MOST_CHARACTERS = 80;
  private static final Set<String> NOT_A_COLUMN =
      Set.of(Terms.label, Terms.GEO + "hasGeometry", Terms.GEO + "hasDefaultGeometry");

  private final DatasetReader reader;
  private final Labels labels;
  private final String base;

  PreviewReader(DatasetReader reader, Labels labels, String base) {
    this.base = base;
    this.reader = reader;
    this.labels = labels;
  }

  /** Empty when the graph has nothing to show. */
  Optional<Preview> read(Hash version, Language language) {
    StringBuilder lines = new StringBuilder();
    Set<String> complete = new LinkedHashSet<>();
    String last = "";
    try (GraphLines graph = reader.lines(version)) {
      for (int i = 0; i < MOST_LINES && complete.size() <= MOST_THINGS && graph.next(); i++) {
        String line = graph.text();
        String subject = line.substring(1, line.indexOf('>'));
        if (!subject.equals(last)) {
          if (isThing(last)) {
            complete.add(last);
          }
          last = subject;
        }
        lines.append(line).append('\n');
      }
    }
    if (isThing(last)) {
      complete.add(last); // it may be cut where a thing has hundreds of statements
    }
    if (complete.isEmpty()) {
      return Optional.empty();
    }
    Graph part = RDFParser.fromString(lines.toString(), Lang.NTRIPLES).toGraph();
    List<Described> things =
        complete.stream().limit(MOST_THINGS).map(iri -> Described.of(part, iri)).toList();
    return Optional.of(table(things, language, reader.versions().triples(version)));
  }

  /** Geometries and other parts have a fragment; skolemised nodes have no page. */
  private static boolean isThing(String iri) {
    return !iri.isEmpty() && iri.indexOf('#') < 0 && !iri.contains("/.well-known/genid/");
  }

  private Preview table(List<Described> things, Language language, long triples) {
    Map<String, Integer> frequency = new LinkedHashMap<>();
    for (Described thing : things) {
      thing
          .graph()
          .find(thing.node(), Node.ANY, Node.ANY)
          .mapWith(Triple::getPredicate)
          .mapWith(Node::getURI)
          .toSet()
          .forEach(property -> frequency.merge(property, 1, Integer::sum));
    }
    List<String> properties =
        frequency.entrySet().stream()
            .filter(e -> !NOT_A_COLUMN.contains(e.getKey()) && differs(things, e.getKey()))
            .sorted(
                Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                    .thenComparing(e -> e.getKey().equals(Terms.type) ? "" : e.getKey()))
            .limit(MOST_COLUMNS)
            .map(Map.Entry::getKey)
            .toList();
    List<Preview.Column> columns =
        properties.stream().map(p -> new Preview.Column(labels.of(p, language), p)).toList();
    List<Preview.Row> rows = new ArrayList<>();
    for (Described thing : things) {
      List<List<Value>> cells = new ArrayList<>();
      for (String property : properties) {
        cells.add(cell(thing, property, language));
      }
      Text name =
          thing
              .text(language, Terms.label, Terms.prefLabel, Terms.name, Terms.title)
              .orElseGet(() -> new Text(Labels.localName(thing.iri()), "zxx"));
      rows.add(new Preview.Row(new Value(name, thing.iri()), cells));
    }
    return new Preview(columns, rows, triples);
  }

  /** Whether a column of it would say anything: the same value in every row says nothing. */
  private static boolean differs(List<Described> things, String property) {
    return things.size() == 1
        || things.stream().map(t -> nodes(t, property)).distinct().count() > 1;
  }

  private static Set<Node> nodes(Described thing, String property) {
    return thing.all(property).stream().map(Described::node).collect(Collectors.toSet());
  }

  private List<Value> cell(Described thing, String property, Language language) {
    List<Value> values = new ArrayList<>();
    for (Text text : thing.texts(language, property)) {
      values.add(Value.of(shortened(text)));
    }
    for (Described object : thing.all(property)) {
      if (object.node().isURI()) {
        Text name =
            object
                .text(language, Terms.label, Terms.prefLabel)
                .or(() -> labels.find(object.iri(), language))
                .orElseGet(() -> new Text(bare(object.iri()), "zxx"));
        values.add(new Value(shortened(name), object.iri()));
      }
    }
    return values.stream().limit(3).toList();
  }

  /** Of ours the last part; others' addresses without what every address has. */
  private String bare(String iri) {
    return iri.startsWith(base)
        ? Labels.localName(iri)
        : iri.replaceFirst("^https?://", "").replaceFirst("/$", "");
  }

  private static Text shortened(Text text) {
    return text.value().length() <= MOST_CHARACTERS
        ? text
        : new Text(text.value().substring(0, MOST_CHARACTERS - 1) + "…", text.tag());
  }
}
