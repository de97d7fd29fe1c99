package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.ontology.Iris;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Policy;
import org.machinami.shapes.PolicyVersion;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;
import org.machinami.store.Store;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/**
 * What should be mended in a dataset. What was found in its data stands in the graph of the
 * verdict. Of the description the graph keeps only how many warnings there are and by which shapes,
 * so that a large harvest does not carry its faults along with its data; which they are is found by
 * holding the description against the profile again. Thread-safe.
 */
final class Findings {
  private static final int MOST_MESSAGES = 8;
  private static final int MOST_PLACES = 3;
  private static final Comparator<Described> BY_PLACE =
      Comparator.<Described, String>comparing(
              result -> result.value(Terms.CITY + "sourceFile").orElse(""))
          .thenComparing(
              result -> result.value(Terms.CITY + "sourceRow").map(Long::parseLong).orElse(0L))
          .thenComparing(result -> result.value(Terms.CITY + "sourceColumn").orElse(""));

  private final PolicyVersions versions;
  private final String policies;
  private final Map<String, MetadataValidator> validators = new ConcurrentHashMap<>();

  Findings(Store store) {
    this.versions = new PolicyVersions(store);
    this.policies = new Iris(store.base()).policy("");
  }

  /** The version of the policy that a verdict rests on. */
  private PolicyVersion under(Described verdict) {
    String version =
        verdict
            .first(Terms.CITY + "policy")
            .map(Described::iri)
            .filter(iri -> iri.startsWith(policies))
            .map(iri -> iri.substring(policies.length()))
            .orElse("");
    return versions.adopted().stream()
        .filter(adopted -> adopted.policy().version().equals(version))
        .findFirst()
        .orElseGet(versions::inForce);
  }

  /**
   * The findings that a page shows, and how many it leaves out.
   *
   * @param shown by message, in the order of the verdict
   * @param covered how many warnings these stand for
   */
  record Found(List<VerdictView.Finding> shown, long covered) {}

  /** What was found in a description, by the version that its verdict rests on. */
  Found of(Graph metadata, String dataset, Described judged, Language language) {
    PolicyVersion under = under(judged);
    Verdict verdict =
        validators
            .computeIfAbsent(under.policy().version(), version -> under.validator())
            .validate(metadata, dataset);
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
              clause(under.policy(), entry.getValue().get(0).shape()),
              places.stream().limit(MOST_PLACES).toList(),
              Math.max(0, places.size() - MOST_PLACES)));
    }
    return new Found(shown, covered);
  }

  /** What was found in the data, by what it tells to do. */
  Found inData(Described verdict, Language language) {
    Messages m = Messages.in(language);
    Policy policy = under(verdict).policy();
    Map<String, List<Described>> byShape = new TreeMap<>();
    for (Described result : verdict.all(Terms.SH + "result")) {
      if (result.value(Terms.CITY + "sourceFile").isPresent()) {
        String shape = result.first(Terms.SH + "sourceShape").map(Described::iri).orElse("");
        byShape.computeIfAbsent(shape, key -> new ArrayList<>()).add(result);
      }
    }
    List<VerdictView.Finding> shown = new ArrayList<>();
    long warnings = 0;
    for (Map.Entry<String, List<Described>> entry : byShape.entrySet()) {
      List<Text> places =
          entry.getValue().stream()
              .sorted(BY_PLACE)
              .map(result -> place(result, m))
              .map(words -> new Text(words, language.tag()))
              .toList();
      Described first = entry.getValue().get(0);
      warnings += entry.getValue().stream().filter(Findings::warns).count();
      shown.add(
          new VerdictView.Finding(
              first.text(language, Terms.SH + "resultMessage").orElse(new Text("", "")),
              clause(policy, entry.getKey()),
              places.stream().limit(MOST_PLACES).toList(),
              Math.max(0, places.size() - MOST_PLACES)));
    }
    return new Found(shown, warnings);
  }

  private static boolean warns(Described result) {
    return result
        .first(Terms.SH + "resultSeverity")
        .filter(severity -> severity.iri().equals(Terms.SH + "Warning"))
        .isPresent();
  }

  private static String place(Described result, Messages m) {
    QualityView.Place place = SourcePlaces.of(result, m);
    return place.value().isEmpty()
        ? place.words()
        : m.text("verdict.place-value", place.words(), place.value());
  }

  private static Optional<VerdictView.ClauseLink> clause(Policy policy, String shape) {
    return policy
        .clauseOf(shape)
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
