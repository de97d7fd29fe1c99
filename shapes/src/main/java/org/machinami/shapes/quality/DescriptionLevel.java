package org.machinami.shapes.quality;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/**
 * How complete a description is, by what the gate found: 0 when something mandatory is missing, 1
 * when nothing is, 2 when nothing that DCAT-AP recommends is either, 3 when title and description
 * are there in Japanese and English, too.
 *
 * @see <a href="https://semiceu.github.io/DCAT-AP/releases/3.0.1/">DCAT-AP 3.0.1</a>
 */
public final class DescriptionLevel {

  private static final Set<String> RECOMMENDED =
      Set.of(
          "DatasetContactPoint",
          "DatasetDistribution",
          "DatasetKeyword",
          "DatasetPublisher",
          "DatasetPublisherNamed",
          "DatasetServiceField",
          "DatasetSpatial",
          "DatasetTemporal",
          "DistributionFormat",
          "DistributionLicence");

  private static final Set<String> LANGUAGES =
      Set.of(
          "DatasetDescriptionEnglish",
          "DatasetDescriptionJapanese",
          "DatasetTitleEnglish",
          "DatasetTitleJapanese");

  private DescriptionLevel() {}

  /** The level, 0 to 3. */
  public static int of(Verdict verdict) {
    int level = Quality.HIGHEST;
    for (Violation violation : verdict.violations()) {
      level = Math.min(level, level(violation));
    }
    return level;
  }

  /** The highest level that a description with this finding reaches. */
  private static int level(Violation violation) {
    if (violation.severity() == Severity.VIOLATION) {
      return 0;
    }
    String shape = violation.shape().substring(violation.shape().indexOf('#') + 1);
    if (RECOMMENDED.contains(shape)) {
      return 1;
    }
    return LANGUAGES.contains(shape) ? 2 : Quality.HIGHEST;
  }

  /** The same under the bundled version of the policy. */
  public static Graph toGraph(Verdict verdict, NamedGraphs names, String datasetId) {
    return toGraph(verdict, names, datasetId, Policy.current());
  }

  /** The verdict as statements, and the level as a measurement beside it. */
  public static Graph toGraph(Verdict verdict, NamedGraphs names, String datasetId, Policy policy) {
    Graph graph = verdict.toGraph(names, datasetId, policy);
    GraphUtil.addInto(
        graph, new QualityGraph(names, datasetId).level(Metric.DESCRIPTION, of(verdict)));
    return graph;
  }
}
