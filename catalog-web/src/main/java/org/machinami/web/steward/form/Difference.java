package org.machinami.web.steward.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.machinami.shapes.TermText;
import org.machinami.web.language.Language;

/**
 * What differs between two states of a description, for people and as a patch.
 *
 * @param changes by thing and field, in the order of the form
 * @param patch one statement a line, "-" before what goes, "+" before what comes
 */
public record Difference(List<FieldChange> changes, String patch) {

  /**
   * What changes in a field.
   *
   * @param thing what the thing is called; empty for the dataset itself
   * @param field what the property is called
   * @param gone values that go
   * @param come values that come
   */
  public record FieldChange(String thing, String field, List<String> gone, List<String> come) {
    public FieldChange {
      gone = List.copyOf(gone);
      come = List.copyOf(come);
    }
  }

  /**
   * What changes of a thing.
   *
   * @param name empty for the dataset itself
   */
  public record Changed(String name, List<FieldChange> changes) {
    public Changed {
      changes = List.copyOf(changes);
    }
  }

  public Difference {
    changes = List.copyOf(changes);
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The changes by thing, in their order. */
  public List<Changed> things() {
    Map<String, List<FieldChange>> things = new LinkedHashMap<>();
    changes.forEach(
        change -> things.computeIfAbsent(change.thing(), name -> new ArrayList<>()).add(change));
    return things.entrySet().stream()
        .map(thing -> new Changed(thing.getKey(), thing.getValue()))
        .toList();
  }

  static Difference of(
      Graph before, Graph after, Node dataset, PlaceWords words, Language language) {
    Map<Place, List<Triple>> gone = missing(before, after);
    Map<Place, List<Triple>> come = missing(after, before);
    List<Place> places = new ArrayList<>(gone.keySet());
    come.keySet().stream().filter(place -> !gone.containsKey(place)).forEach(places::add);
    places.sort(
        Comparator.comparing((Place place) -> !place.subject().equals(dataset))
            .thenComparing(Place::subject, NodeCmp::compareRDFTerms)
            .thenComparingInt(place -> words.position(after, place))
            .thenComparing(Place::property, NodeCmp::compareRDFTerms));
    List<FieldChange> changes = new ArrayList<>();
    for (Place place : places) {
      Graph known = after.contains(place.subject(), Node.ANY, Node.ANY) ? after : before;
      changes.add(
          new FieldChange(
              place.subject().equals(dataset) ? "" : words.thing(known, place.subject(), language),
              words.property(known, place, language),
              texts(gone, place, before, words, language),
              texts(come, place, after, words, language)));
    }
    return new Difference(changes, patch(gone, come));
  }

  private static Map<Place, List<Triple>> missing(Graph one, Graph other) {
    Map<Place, List<Triple>> missing = new LinkedHashMap<>();
    one.find()
        .forEach(
            triple -> {
              if (!other.contains(triple)) {
                missing
                    .computeIfAbsent(
                        new Place(triple.getSubject(), triple.getPredicate()),
                        k -> new ArrayList<>())
                    .add(triple);
              }
            });
    return missing;
  }

  private static List<String> texts(
      Map<Place, List<Triple>> triples,
      Place place,
      Graph graph,
      PlaceWords words,
      Language language) {
    return triples.getOrDefault(place, List.of()).stream()
        .map(Triple::getObject)
        .sorted(
            Comparator.comparing((Node value) -> !isIn(value, language)) // the reader's first
                .thenComparing(NodeCmp::compareRDFTerms))
        .map(value -> words.value(graph, place, value, language))
        .toList();
  }

  private static boolean isIn(Node value, Language language) {
    return value.isLiteral() && value.getLiteralLanguage().equals(language.tag());
  }

  private static String patch(Map<Place, List<Triple>> gone, Map<Place, List<Triple>> come) {
    TreeSet<String> lines =
        new TreeSet<>(
            Comparator.comparing((String line) -> line.substring(1))
                .thenComparing(Comparator.reverseOrder()));
    Stream.concat(
            gone.values().stream().flatMap(List::stream).map(triple -> "- " + line(triple)),
            come.values().stream().flatMap(List::stream).map(triple -> "+ " + line(triple)))
        .forEach(lines::add);
    return String.join("\n", lines);
  }

  private static String line(Triple triple) {
    return TermText.of(triple.getSubject()) + " " + TermText.of(triple) + " .";
  }
}
