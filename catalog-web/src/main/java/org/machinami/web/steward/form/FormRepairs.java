package org.machinami.web.steward.form;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.shapes.Repair;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/** The repairs that a verdict proposes, by names that a form can post. */
public final class FormRepairs {

  private static final int HEX_DIGITS = 16;

  private FormRepairs() {}

  /** What the proposal changes, as a short name: the same proposal has the same name. */
  static String name(Violation violation, Repair.Patch patch) {
    List<String> lines =
        Stream.concat(
                patch.removes().stream().map(triple -> "-" + triple),
                patch.adds().stream().map(triple -> "+" + triple))
            .sorted(Comparator.naturalOrder())
            .toList();
    return Digest.of(violation.shape() + "\n" + String.join("\n", lines), HEX_DIGITS);
  }

  /**
   * The description with a repair made.
   *
   * @param name as {@link FieldFinding#repair()}
   * @return empty when the verdict does not propose it, as when the description has changed since
   */
  public static Optional<Graph> apply(Graph graph, Verdict verdict, String name) {
    return verdict.violations().stream()
        .flatMap(
            violation ->
                violation
                    .repair()
                    .filter(Repair.Patch.class::isInstance)
                    .map(Repair.Patch.class::cast)
                    .filter(patch -> name(violation, patch).equals(name))
                    .stream())
        .findFirst()
        .map(
            patch -> {
              Graph mended = GraphFactory.createDefaultGraph();
              GraphUtil.addInto(mended, graph);
              patch.apply(mended);
              return mended;
            });
  }
}
