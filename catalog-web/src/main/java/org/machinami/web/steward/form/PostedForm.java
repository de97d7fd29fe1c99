package org.machinami.web.steward.form;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Graph;

/**
 * What a posted form means.
 *
 * @param graph the description as it is now; holds all that was typed, right or wrong
 * @param mistakes for which it cannot be submitted; empty when there are none
 * @param blanks names of fields for which one more empty box was asked
 */
public record PostedForm(Graph graph, List<FormMistake> mistakes, Set<String> blanks) {

  public PostedForm {
    Objects.requireNonNull(graph, "graph");
    mistakes = List.copyOf(mistakes);
    blanks = Set.copyOf(blanks);
  }
}
