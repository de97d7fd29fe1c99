package org.machinami.shapes.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Repair;
import org.machinami.shapes.TermText;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/**
 * Looks for repairs of the findings on one description. A repair is proposed only when it has been
 * tried: the finding must be gone, and nothing new be found. Not thread-safe.
 */
final class Repairs {

  /** A finding without its value, which a repair changes. */
  private record Place(String shape, Node focus, Optional<String> path) {}

  private final MetadataValidator validator;
  private final ShapeReader shapes;
  private final ValueRepairs values;
  private final StatementRepairs statements;
  private final Graph description;
  private final String dataset;
  private Optional<Map<Place, Integer>> before = Optional.empty();

  Repairs(MetadataValidator validator, ShapeReader shapes, Graph description, String dataset) {
    this.validator = validator;
    this.shapes = shapes;
    this.values = new ValueRepairs(shapes);
    this.statements = new StatementRepairs(shapes);
    this.description = description;
    this.dataset = dataset;
  }

  Optional<Repair> find(Violation violation) {
    return violation.path().flatMap(TermText::property).stream()
        .flatMap(property -> candidates(violation, property).stream())
        .filter(patch -> mends(patch, violation))
        .<Repair>map(patch -> patch)
        .findFirst();
  }

  private List<Repair.Patch> candidates(Violation violation, Node property) {
    Finding finding =
        new Finding(
            description,
            shapes.node(violation.shape()),
            violation.focus(),
            property,
            violation.value());
    List<Repair.Patch> found = new ArrayList<>();
    violation
        .value()
        .filter(value -> description.contains(violation.focus(), property, value))
        .ifPresent(
            value ->
                values
                    .of(finding, value)
                    .forEach(
                        other ->
                            found.add(
                                new Repair.Patch(
                                    other.kind(),
                                    List.of(finding.statement(value)),
                                    List.of(finding.statement(other.value()))))));
    found.addAll(statements.of(finding));
    return found;
  }

  private boolean mends(Repair.Patch patch, Violation violation) {
    Map<Place, Integer> now = before.orElseGet(() -> count(description));
    before = Optional.of(now);
    Graph mended = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(mended, description);
    patch.apply(mended);
    Map<Place, Integer> after = count(mended);
    Place place = place(violation);
    return after.getOrDefault(place, 0) < now.getOrDefault(place, 0)
        && after.entrySet().stream()
            .allMatch(entry -> entry.getValue() <= now.getOrDefault(entry.getKey(), 0));
  }

  private Map<Place, Integer> count(Graph graph) {
    Map<Place, Integer> counts = new HashMap<>();
    Verdict verdict = validator.validate(graph, dataset);
    verdict.violations().forEach(violation -> counts.merge(place(violation), 1, Integer::sum));
    return counts;
  }

  private static Place place(Violation violation) {
    return new Place(violation.shape(), violation.focus(), violation.path());
  }
}
