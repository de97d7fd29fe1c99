package org.machinami.loader.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.machinami.loader.LoadException;
import org.machinami.loader.Refused;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Violation;
import org.machinami.shapes.quality.Fault;
import org.machinami.shapes.quality.Quality;
import org.machinami.shapes.quality.Rule;
import org.machinami.shapes.quality.RuleResult;
import org.machinami.shapes.quality.RuleResult.Decision;

/** Makes entries of what the parts of the gate find. */
final class Entries {

  private static final Pattern LINE = Pattern.compile("\\[line: (\\d+), col: *\\d+ *]");

  private Entries() {}

  /** A finding of a shape; one on the description stands where the file has it. */
  static Entry of(Violation violation, Graph description, SourceLines lines) {
    Optional<Position> at = violation.position().or(() -> Optional.of(lines.find(violation)));
    Optional<String> update =
        violation
            .repair()
            .filter(Repair.Patch.class::isInstance)
            .map(repair -> ((Repair.Patch) repair).toUpdate(description));
    return of(violation, Optional.of(violation.focus()), at, update);
  }

  /** A finding on a file that belongs to no dataset. */
  static Entry ofFile(Violation violation) {
    return of(violation, Optional.empty(), violation.position(), Optional.empty());
  }

  private static Entry of(
      Violation violation, Optional<Node> focus, Optional<Position> at, Optional<String> update) {
    return new Entry(
        violation.shape().replaceFirst("^.*[#/]", ""),
        Optional.of(violation.shape()),
        violation.severity(),
        violation.focusLabel(),
        focus,
        violation.path(),
        violation.value(),
        new Words(violation.messageJa(), violation.messageEn()),
        violation.expected().map(expected -> new Words(expected.ja(), expected.en())),
        violation.clause(),
        at,
        violation.against(),
        violation.repair(),
        update,
        List.of());
  }

  /**
   * The rules on files that are broken: each place that is known.
   *
   * @param policy the version that says which clause they serve
   */
  static List<Entry> of(Quality quality, Policy policy) {
    Optional<String> clause = policy.clauseMeasuredBy(Rule.SCHEME);
    List<Entry> entries = new ArrayList<>();
    for (RuleResult result : quality.with(Decision.FAILED)) {
      for (Fault fault : result.faults()) {
        entries.add(of(result, fault, clause));
      }
    }
    return entries;
  }

  private static Entry of(RuleResult result, Fault fault, Optional<String> clause) {
    return new Entry(
        result.rule().id(),
        Optional.of(result.rule().iri()),
        Severity.WARNING,
        fault.at().file(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(fault.value())
            .filter(value -> !value.isEmpty())
            .map(NodeFactory::createLiteralString),
        Words.of(result.rule()::advice),
        Optional.of(Words.of(result.rule()::label)),
        clause,
        Optional.of(fault.at()),
        Optional.empty(),
        fault.repair(),
        Optional.empty(),
        List.of());
  }

  /** A row that makes nothing; as grave as the share of such rows is. */
  static Entry of(Refused row, Severity severity) {
    Position at =
        new Position(
            row.at().file(),
            row.at().row() > 0 ? OptionalLong.of(row.at().row()) : OptionalLong.empty(),
            row.at().column());
    return new Entry(
        row.reason(),
        Optional.empty(),
        severity,
        row.at().file(),
        Optional.empty(),
        Optional.empty(),
        value(row.value()),
        Words.of(row::text),
        Optional.empty(),
        Optional.empty(),
        Optional.of(at),
        Optional.empty(),
        row.repair(),
        Optional.empty(),
        List.of());
  }

  private static Optional<Node> value(String value) {
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(NodeFactory.createLiteralString(Fault.shown(value)));
  }

  /** What stopped the judging. */
  static Entry of(LoadException problem, String file) {
    Matcher line = LINE.matcher(problem.getMessage());
    Position at =
        line.find() ? Position.line(file, Long.parseLong(line.group(1))) : Position.of(file);
    return new Entry(
        problem.key(),
        Optional.empty(),
        Severity.VIOLATION,
        file,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Words.of(problem::text),
        Optional.empty(),
        Optional.empty(),
        Optional.of(at),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
