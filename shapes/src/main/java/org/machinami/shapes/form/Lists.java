package org.machinami.shapes.form;

import static org.machinami.shapes.form.ShapeReading.first;
import static org.machinami.shapes.form.ShapeReading.order;
import static org.machinami.shapes.form.ShapeReading.subjects;
import static org.machinami.shapes.form.ShapeReading.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The code lists as choices: labels in both languages, in the order of the list. */
final class Lists {

  private static final Node POSITION = NodeFactory.createURI("https://schema.org/position");

  private final Graph forms;
  private final Graph lists;

  /**
   * @param forms label values that no list has
   */
  Lists(Graph forms, Graph lists) {
    this.forms = forms;
    this.lists = lists;
  }

  /** The concepts of a scheme. */
  List<Choice> ofScheme(Node scheme) {
    return sorted(subjects(lists, SKOS.inScheme.asNode(), scheme));
  }

  /** Values in the order of their list; those of no list stay where they are. */
  List<Choice> of(Collection<Node> values) {
    return sorted(values);
  }

  private List<Choice> sorted(Collection<Node> values) {
    return values.stream()
        .sorted(Comparator.comparingDouble(value -> order(lists, value, POSITION)))
        .map(this::choice)
        .toList();
  }

  private Choice choice(Node value) {
    Words label = words(lists, value, SKOS.prefLabel.asNode());
    if (label.ja().isEmpty()) {
      label = words(forms, value, RDFS.label.asNode());
    }
    if (label.ja().isEmpty() || label.en().isEmpty()) {
      throw new IllegalStateException(value + " has no label in both languages");
    }
    return new Choice(
        value.getURI(),
        label,
        first(lists, value, SKOS.notation.asNode()).map(Node::getLiteralLexicalForm).orElse(""));
  }
}
