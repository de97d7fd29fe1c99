package org.machinami.loader;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.shapes.quality.Answer;

/**
 * That somebody has approved what is loaded; it becomes part of the commit.
 *
 * @param activity for the ledger, such as "publish"
 * @param reason in the words of who approved
 * @param name of the graph that holds the decision
 * @param decision without blank nodes
 * @param answers to what no program can decide of the files
 */
public record Approval(
    String activity, String reason, String name, Graph decision, List<Answer> answers) {
  public Approval {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(decision, "decision");
    answers = List.copyOf(answers);
    if (activity.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("an approval says what it does and why");
    }
  }
}
