package org.machinami.shapes.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.quality.RuleResult.Decision;

/**
 * How machine-readable the files of a dataset are.
 *
 * @param results of the rules that apply, in their order
 */
public record Quality(List<RuleResult> results) {

  /** Highest level. */
  public static final int HIGHEST = 3;

  public Quality {
    results = List.copyOf(results);
  }

  /** The results of several files, and of what is asked of all of them together, as one. */
  public static Quality of(List<RuleResult> results) {
    Map<Rule, RuleResult> merged = new EnumMap<>(Rule.class);
    results.forEach(result -> merged.merge(result.rule(), result, RuleResult::and));
    return new Quality(new ArrayList<>(merged.values()));
  }

  /** The level below the first one of which a rule is broken; undecided rules do not count. */
  public int level() {
    return results.stream()
        .filter(result -> result.decision() == Decision.FAILED)
        .mapToInt(result -> result.rule().level() - 1)
        .min()
        .orElse(HIGHEST);
  }

  /** The results with that decision. */
  public List<RuleResult> with(Decision decision) {
    return results.stream().filter(result -> result.decision() == decision).toList();
  }

  /**
   * As measurements for {@link NamedGraphs#verdict}: the level, and of each rule that was decided
   * the number of places that break it, with the first of them. Like a verdict it says nothing that
   * changes while the files and the description do not.
   */
  public Graph toGraph(NamedGraphs names, String datasetId) {
    return new QualityGraph(names, datasetId).of(this);
  }

  /** The measurement of the level alone, as the description of the dataset carries it. */
  public Graph levelGraph(NamedGraphs names, String datasetId) {
    return new QualityGraph(names, datasetId).level(this);
  }
}
