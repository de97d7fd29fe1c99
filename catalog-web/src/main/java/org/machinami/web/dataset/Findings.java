package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/**
 * What should be mended in a description. The graph of a verdict keeps only how many warnings there
 * are and by which shapes, so that a large harvest does not carry its faults along with its data;
 * which they are is found by holding the description against the profile again. Thread-safe.
 */
final class Findings {
  private static final int MOST_MESSAGES = 8;
  private static final int MOST_PLACES = 3;

  /**
   * The findings that a page shows, and how many it leaves out.
   *
   * @param shown by message, in the order of the verdict
   * @param covered how many warnings these stand for
   */
  record Found(List<VerdictView.Finding> shown, long covered) {}

  Found of(Graph metadata, String dataset, Language language) {
    Verdict verdict = MetadataValidator.bundled().validate(metadata, dataset);
    Map<String, List<Violation>> byMessage = new LinkedHashMap<>();
    for (Violation violation : verdict.violations()) {
      byMessage
          .computeIfAbsent(violation.message(language.locale()), key -> new ArrayList<>())
          .add(violation);
    }
    List<VerdictView.Finding> shown = new ArrayList<>();
    long covered = 0;
    for (Map.Entry<String, List<Violation>> entry : byMessage.entrySet()) {
      if (shown.size() == MOST_MESSAGES) {
        break;
      }
      covered += entry.getValue().size();
      List<Text> places =
          entry.getValue().stream()
              .filter(v -> !v.focus().isURI() || !v.focus().getURI().equals(dataset))
              .map(v -> name(metadata, v, language))
              .distinct()
              .toList();
      shown.add(
          new VerdictView.Finding(
              new Text(entry.getKey(), language.tag()),
              clause(entry.getValue().get(0)),
              places.stream().limit(MOST_PLACES).toList(),
              Math.max(0, places.size() - MOST_PLACES)));
    }
    return new Found(shown, covered);
  }

  private static Optional<VerdictView.ClauseLink> clause(Violation violation) {
    Policy policy = Policy.current();
    return policy
        .clauseOf(violation.shape())
        .map(
            number ->
                new VerdictView.ClauseLink(
                    number, "policy/" + policy.version() + "/clauses/" + number));
  }

  private static Text name(Graph metadata, Violation violation, Language language) {
    return new Described(metadata, violation.focus())
        .text(language, Terms.title, Terms.name, Terms.VCARD + "fn", Terms.label)
        .orElseGet(() -> new Text(Labels.localName(violation.focusLabel()), "zxx"));
  }
}
