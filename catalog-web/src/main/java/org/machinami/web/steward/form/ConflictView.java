package org.machinami.web.steward.form;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.NodeCmp;
import org.machinami.shapes.form.Field;
import org.machinami.web.language.Language;

/**
 * Two people's changes as a page shows them.
 *
 * @param rows what both have changed first, then the others
 */
public record ConflictView(List<Row> rows) {

  /**
   * A property that was changed.
   *
   * @param id under which the choice is posted
   * @param thing what the thing is called; empty for the dataset itself
   * @param preset what is chosen; empty when the reader has to
   * @param both what would be taken of both; empty where only one value is allowed
   */
  public record Row(
      String id,
      String thing,
      String field,
      List<String> base,
      List<String> mine,
      List<String> theirs,
      List<String> both,
      Optional<ThreeWay.Side> preset) {
    public Row {
      base = List.copyOf(base);
      mine = List.copyOf(mine);
      theirs = List.copyOf(theirs);
      both = List.copyOf(both);
    }
  }

  public ConflictView {
    rows = List.copyOf(rows);
  }

  static ConflictView of(
      ThreeWay threeWay,
      Graph base,
      Graph mine,
      Graph theirs,
      Node dataset,
      PlaceWords words,
      Language language) {
    return new ConflictView(
        threeWay.changes().stream()
            .sorted(
                Comparator.comparing((ThreeWay.Change change) -> change.preset().isPresent())
                    .thenComparing(change -> !change.place().subject().equals(dataset))
                    .thenComparing(change -> change.place().subject(), NodeCmp::compareRDFTerms)
                    .thenComparingInt(change -> words.position(mine, change.place()))
                    .thenComparing(change -> change.place().property(), NodeCmp::compareRDFTerms))
            .map(
                change -> {
                  Place place = change.place();
                  Graph known = known(place.subject(), mine, theirs, base);
                  boolean many = !words.field(known, place).map(Field::single).orElse(false);
                  return new Row(
                      change.id(),
                      place.subject().equals(dataset)
                          ? ""
                          : words.thing(known, place.subject(), language),
                      words.property(known, place, language),
                      texts(change.base(), base, place, words, language),
                      texts(change.mine(), mine, place, words, language),
                      texts(change.theirs(), theirs, place, words, language),
                      many && change.preset().isEmpty()
                          ? texts(change.values(ThreeWay.Side.BOTH), theirs, place, words, language)
                          : List.of(),
                      change.preset());
                })
            .toList());
  }

  private static Graph known(Node subject, Graph... graphs) {
    for (Graph graph : graphs) {
      if (graph.contains(subject, Node.ANY, Node.ANY)) {
        return graph;
      }
    }
    return graphs[0];
  }

  private static List<String> texts(
      Collection<Node> values, Graph graph, Place place, PlaceWords words, Language language) {
    return values.stream()
        .sorted(NodeCmp::compareRDFTerms)
        .map(value -> words.value(graph, place, value, language))
        .toList();
  }
}
