package org.machinami.shapes.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.machinami.shapes.ContentRule;
import org.machinami.shapes.ContentRules;
import org.machinami.shapes.PathText;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Position;
import org.machinami.shapes.RuleSetting;
import org.machinami.shapes.Severity;
import org.machinami.shapes.ShapeText;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/**
 * Compares, in a second reading, what rows say of the things that are suspected: by their names and
 * values, not by hashes, so that what is found is so. A row is at fault once for each thing on
 * which it says something else than the first row that says it. Not thread-safe.
 */
final class Contradictions implements FactSink {

  /** So many statements of the suspected things are compared, some 40 MB. */
  static final int MOST = 100_000;

  private static final String RULE = "RepeatedIds";
  private static final String UNCOMPARED = "UncomparedIds";

  /** What was said first, and where. */
  private record Said(Node value, Position at) {}

  /** A statement of the row that is coming. */
  private record Fact(Node thing, List<String> classes, String predicate, Node value) {
    String key() {
      String language = value.isLiteral() ? value.getLiteralLanguage() : "";
      return thing + " " + predicate + " " + language;
    }
  }

  private final Program program;
  private final SubjectJudge subjects;
  private final RepeatedThings suspects;
  private final Policy policy;
  private final Optional<RuleSetting> setting;
  private final ShapeText about;
  private final Map<String, Said> first = new HashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Violation> listed = new ArrayList<>();
  private final Term term = new Term();
  private boolean full;
  private int count;

  /**
   * @param policy says how grave a contradiction is
   * @param subjects whose facts are shown
   */
  Contradictions(Policy policy, Program program, SubjectJudge subjects, RepeatedThings suspects) {
    this.policy = policy;
    this.setting = policy.setting(ContentRules.require(RULE));
    this.about =
        ContentRules.require(RULE)
            .text(setting.map(RuleSetting::severity).orElse(Severity.VIOLATION));
    this.program = program;
    this.subjects = subjects;
    this.suspects = suspects;
  }

  @Override
  public void fact(byte[] text, int subjectFrom, int subjectTo, int predicate, int from, int to) {
    if (suspects.isSuspected(RepeatedThings.key(text, subjectFrom, subjectTo))) {
      Node thing = term.at(text, subjectFrom, subjectTo).node();
      Node value = term.at(text, from, to).node();
      facts.add(new Fact(thing, subjects.classes(), program.predicateName(predicate), value));
    }
  }

  /**
   * The facts of a row have come.
   *
   * @param placing says where one stands
   */
  void endRow(Function<DataFault, Violation> placing) {
    Map<String, Violation> found = new LinkedHashMap<>();
    for (Fact fact : facts) {
      Said before = first.get(fact.key());
      if (before == null) {
        if (first.size() < MOST) {
          first.put(
              fact.key(), new Said(fact.value, fault(fact, placing).position().orElseThrow()));
        } else {
          full = true;
        }
      } else if (!before.value.equals(fact.value)) {
        found.computeIfAbsent(whole(fact.thing), name -> fault(fact, placing).against(before.at));
      }
    }
    count += found.size();
    found.values().stream().limit(Verdict.LISTED - listed.size()).forEach(listed::add);
    facts.clear();
  }

  private static String whole(Node thing) {
    return thing.toString().replaceFirst("#.*", "");
  }

  private Violation fault(Fact fact, Function<DataFault, Violation> placing) {
    ShapeText of =
        new ShapeText(
            about.shape(),
            about.severity(),
            Optional.of(PathText.of(NodeFactory.createURI(fact.predicate))),
            about.messageJa(),
            about.messageEn());
    return placing.apply(
        new DataFault(
            of,
            fact.thing,
            label(fact.thing),
            fact.classes,
            List.of(fact.predicate),
            Optional.of(fact.value)));
  }

  /** The name that the row gives, or the IRI. */
  private String label(Node thing) {
    String whole = whole(thing);
    return facts.stream()
        .filter(fact -> FocusName.PROPERTIES.contains(fact.predicate))
        .filter(fact -> fact.value.isLiteral() && fact.thing.toString().equals(whole))
        .min((a, b) -> Boolean.compare(isForeign(a.value), isForeign(b.value)))
        .map(fact -> fact.value.getLiteralLexicalForm())
        .orElse(whole);
  }

  private static boolean isForeign(Node value) {
    return !value.getLiteralLanguage().equals("ja");
  }

  int count(Severity severity) {
    return setting.filter(said -> said.severity() == severity).filter(this::isReached).isPresent()
        ? count
        : 0;
  }

  private boolean isReached(RuleSetting said) {
    return count >= said.count();
  }

  /** The first of them. */
  List<Violation> listed() {
    return setting.filter(this::isReached).isPresent() ? List.copyOf(listed) : List.of();
  }

  /** That not all could be compared, where that is so. */
  Optional<Violation> uncompared(String dataset) {
    ContentRule rule = ContentRules.require(UNCOMPARED);
    return policy
        .setting(rule)
        .filter(said -> full || suspects.isFull())
        .map(
            said ->
                rule.text(said.severity())
                    .found(
                        NodeFactory.createURI(dataset),
                        dataset,
                        Optional.empty(),
                        Optional.empty()));
  }
}
