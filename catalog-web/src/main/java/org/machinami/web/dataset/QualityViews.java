package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.contract.Contracts;
import org.machinami.shapes.quality.GivenAnswers;
import org.machinami.shapes.quality.Metric;
import org.machinami.shapes.quality.Rule;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** From the measurements beside a verdict to words. */
final class QualityViews {
  private static final String MEASUREMENT_OF = Terms.DQV + "isMeasurementOf";
  private static final String CONFORMS_TO = Terms.DCT + "conformsTo";
  private static final String VALUE = Terms.DQV + "value";

  private final Labels labels;
  private final String base;

  QualityViews(Labels labels, String base) {
    this.labels = labels;
    this.base = base;
  }

  QualityView of(Described dataset, Language language) {
    Optional<Described> level = measurement(dataset, Metric.MACHINE_READABILITY.iri());
    Set<Rule> asked =
        level.stream()
            .flatMap(m -> m.all(Terms.CITY + "toBeAnswered").stream())
            .flatMap(rule -> Rule.of(rule.iri()).stream())
            .collect(Collectors.toCollection(HashSet::new));
    List<QualityView.Finding> broken = new ArrayList<>();
    List<QualityView.Finding> open = new ArrayList<>();
    List<Value> kept = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      if (asked.contains(rule)) {
        open.add(finding(dataset, rule, 0, language));
        continue;
      }
      ofRule(dataset, rule)
          .ifPresent(
              measurement -> {
                long count = number(measurement).orElse(0);
                if (count == 0) {
                  kept.add(value(rule, language));
                } else {
                  broken.add(finding(dataset, rule, count, language));
                }
              });
    }
    OptionalInt reached = level.map(QualityViews::number).orElse(OptionalInt.empty());
    return new QualityView(
        reached,
        reached.isPresent()
            ? labels
                .definition(
                    Vocabularies.concept("quality-level", Integer.toString(reached.getAsInt())),
                    language)
                .orElse(new Text("", ""))
            : new Text("", ""),
        broken,
        open,
        answered(dataset, language),
        kept,
        description(dataset, language),
        contracts(dataset, language));
  }

  private List<QualityView.Answered> answered(Described dataset, Language language) {
    return GivenAnswers.read(dataset.graph()).answers().stream()
        .map(
            answer ->
                new QualityView.Answered(
                    value(answer.rule(), language),
                    answer.rule().question(language.locale()),
                    "quality.reply." + answer.reply().id(),
                    Described.of(dataset.graph(), answer.by())
                        .text(language, Terms.name, Terms.title, Terms.label)
                        .orElseGet(() -> new Text(Labels.localName(answer.by()), "zxx")),
                    answer.at()))
        .toList();
  }

  private List<QualityView.ContractLevel> contracts(Described dataset, Language language) {
    String metric = Metric.CONTRACT.iri();
    Value named = new Value(labels.of(metric, language), Concepts.page(metric, base));
    List<QualityView.ContractLevel> levels = new ArrayList<>();
    dataset.all(Terms.DQV + "hasQualityMeasurement").stream()
        .filter(m -> m.all(MEASUREMENT_OF).stream().anyMatch(of -> of.iri().equals(metric)))
        .sorted(Comparator.comparing(Described::iri))
        .forEach(
            measurement ->
                measurement
                    .first(CONFORMS_TO)
                    .flatMap(contract -> Contracts.find(contract.iri()))
                    .ifPresent(
                        contract ->
                            levels.add(
                                new QualityView.ContractLevel(
                                    named,
                                    contract.title().in(language.locale()),
                                    measurement.value(Terms.CITY + "sourceFile").orElse(""),
                                    number(measurement).orElse(0)))));
    return levels;
  }

  private Optional<QualityView.DescriptionLevel> description(Described dataset, Language language) {
    String metric = Metric.DESCRIPTION.iri();
    return measurement(dataset, metric)
        .map(QualityViews::number)
        .filter(OptionalInt::isPresent)
        .map(
            level ->
                new QualityView.DescriptionLevel(
                    level.getAsInt(),
                    new Value(labels.of(metric, language), Concepts.page(metric, base))));
  }

  private static Optional<Described> measurement(Described dataset, String metric) {
    return dataset.all(Terms.DQV + "hasQualityMeasurement").stream()
        .filter(m -> m.all(MEASUREMENT_OF).stream().anyMatch(of -> of.iri().equals(metric)))
        .findFirst();
  }

  /** The measurement of a rule is said to be computed on the dataset. */
  private static Optional<Described> ofRule(Described dataset, Rule rule) {
    return Described.of(dataset.graph(), rule.iri()).whichHaveThisAs(MEASUREMENT_OF).stream()
        .filter(
            m ->
                m.all(Terms.DQV + "computedOn").stream()
                    .anyMatch(on -> on.iri().equals(dataset.iri())))
        .findFirst();
  }

  private static OptionalInt number(Described measurement) {
    return measurement
        .first(VALUE)
        .map(Described::node)
        .filter(Node::isLiteral)
        .filter(node -> node.isLiteral() && node.getLiteralValue() instanceof Integer)
        .map(node -> OptionalInt.of((Integer) node.getLiteralValue()))
        .orElse(OptionalInt.empty());
  }

  private QualityView.Finding finding(Described dataset, Rule rule, long count, Language language) {
    Messages m = Messages.in(language);
    List<QualityView.Place> places =
        Described.of(dataset.graph(), rule.iri())
            .whichHaveThisAs(Terms.SH + "sourceConstraint")
            .stream()
            .sorted(Comparator.comparing(Described::iri))
            .map(place -> SourcePlaces.of(place, m))
            .toList();
    // What a person says is broken need not have a place.
    long more = places.isEmpty() ? 0 : Math.max(0, count - places.size());
    return new QualityView.Finding(
        value(rule, language), rule.advice(language.locale()), places, more);
  }

  private Value value(Rule rule, Language language) {
    return new Value(
        new Text(rule.label(language.locale()), language.tag()), Concepts.page(rule.iri(), base));
  }
}
