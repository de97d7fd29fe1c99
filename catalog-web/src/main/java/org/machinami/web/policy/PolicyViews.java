package org.machinami.web.policy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.ontology.Iris;
import org.machinami.shapes.ClauseExample;
import org.machinami.shapes.PolicyVersion;
import org.machinami.shapes.RuleGraphs;
import org.machinami.shapes.contract.Contracts;
import org.machinami.shapes.explain.Explainer;
import org.machinami.shapes.quality.Rule;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** From the graph of a version of the policy to its pages. Thread-safe. */
final class PolicyViews {
  private static final String ELI = "http://data.europa.eu/eli/ontology#";
  private static final String PARTS = ELI + "has_part";

  private final Labels labels;
  private final Iris iris;

  PolicyViews(Labels labels, String base) {
    this.labels = labels;
    this.iris = new Iris(base);
  }

  /**
   * What stands beside the text of a version.
   *
   * @param known whether the version is the one that verdicts rest on
   * @param findings how many datasets have one today, by clause
   * @param refusals how many there were so far, by clause
   * @param explainer of its shapes
   */
  record Beside(
      boolean known,
      Map<String, Integer> findings,
      Map<String, Integer> refusals,
      Explainer explainer) {
    Optional<Clause.Counts> counts(String clause) {
      return known
          ? Optional.of(
              new Clause.Counts(findings.getOrDefault(clause, 0), refusals.getOrDefault(clause, 0)))
          : Optional.empty();
    }
  }

  /**
   * A version.
   *
   * @param adopted all versions, in the order in which they come into force
   */
  PolicyView policy(
      Graph graph,
      String version,
      List<PolicyVersion> adopted,
      PolicyVersion judging,
      Beside beside,
      Language language) {
    Described policy = Described.of(graph, iris.policy(version));
    return new PolicyView(
        graph,
        text(policy, ELI + "title", language),
        version,
        policy.value(ELI + "first_date_entry_in_force").map(LocalDate::parse).orElseThrow(),
        judging,
        parts(policy).map(article -> article(article, beside, language)).toList(),
        adopted.stream().map(one -> edition(one, version, judging, language)).toList(),
        ClauseChanges.of(version, adopted, iris));
  }

  private PolicyView.Edition edition(
      PolicyVersion one, String shown, PolicyVersion judging, Language language) {
    String version = one.policy().version();
    String iri = iris.policy(version);
    return new PolicyView.Edition(
        text(Described.of(one.text(), iri), ELI + "title", language),
        path(iri),
        one.inForce(),
        version.equals(shown),
        version.equals(judging.policy().version()));
  }

  /** Empty when the version has no such clause. */
  Optional<ClauseView> clause(
      Graph graph, String version, String number, Beside beside, Language language) {
    Described clause = Described.of(graph, iris.clause(version, number));
    return clause.whichHaveThisAs(PARTS).stream()
        .findFirst()
        .map(
            article ->
                new ClauseView(
                    description(clause),
                    text(Described.of(graph, iris.policy(version)), ELI + "title", language),
                    path(iris.policy(version)),
                    article(article, beside, language),
                    clause(clause, beside, language),
                    query(clause),
                    ClauseExample.of(number).map(example -> about(example, language)).orElse(""),
                    ClauseExample.of(number)));
  }

  /** What the description or the mapping of an example says. */
  private String about(ClauseExample example, Language language) {
    Messages m = Messages.in(language);
    Optional<String> rows =
        example
            .rowClass()
            .map(iri -> m.text("policy.example-rows", labels.of(iri, language).value()));
    Optional<String> claim =
        example
            .contract()
            .flatMap(Contracts::find)
            .map(known -> m.text("policy.example-claim", known.title().in(language.locale())));
    return rows.or(() -> claim).orElse("");
  }

  private PolicyView.Article article(Described article, Beside beside, Language language) {
    return new PolicyView.Article(
        article.value(ELI + "number").orElse(""),
        text(article, ELI + "title", language),
        parts(article).map(clause -> clause(clause, beside, language)).toList());
  }

  private Clause clause(Described clause, Beside beside, Language language) {
    String number = clause.value(ELI + "number").orElse("");
    return new Clause(
        number,
        path(clause.iri()),
        text(clause, ELI + "title", language),
        text(clause, ELI + "description", language),
        text(clause, Terms.CITY + "rationale", language),
        enforcing(clause)
            .filter(shape -> shape.first(Terms.SH + "message").isPresent())
            .map(shape -> rule(clause, shape, beside.explainer(), language))
            .toList(),
        measures(clause, language),
        beside.counts(number));
  }

  private static List<Clause.Measure> measures(Described clause, Language language) {
    boolean ofFiles =
        clause.all(Terms.CITY + "measuredBy").stream()
            .anyMatch(list -> list.node().hasURI(Rule.SCHEME));
    return ofFiles
        ? Stream.of(Rule.values())
            .map(
                rule ->
                    new Clause.Measure(
                        rule.id(),
                        rule.label(language.locale()),
                        rule.question(language.locale()),
                        rule.decider()))
            .toList()
        : List.of();
  }

  private Clause.Rule rule(
      Described clause, Described shape, Explainer explainer, Language language) {
    return new Clause.Rule(
        Labels.localName(shape.iri()),
        text(shape, Terms.SH + "message", language),
        effect(severity(clause, shape).map(Described::iri).orElse("")),
        shape
            .first(Terms.SH + "path")
            .filter(path -> path.node().isURI())
            .map(path -> new Value(labels.of(path.iri(), language), path.iri()))
            .orElse(Value.plain("")),
        explainer
            .expectation(shape.iri())
            .map(expected -> expected.text(language.locale()))
            .orElse(""));
  }

  /** The message that says what a severity means; a shape without one is a violation. */
  private static String effect(String severity) {
    return switch (severity) {
      case Terms.SH + "Warning" -> "policy.warns";
      case Terms.SH + "Info" -> "policy.informs";
      default -> "policy.refuses";
    };
  }

  /** As the version of the policy sets it, or else as the shape has it. */
  private static Optional<Described> severity(Described clause, Described shape) {
    return clause.all(Terms.CITY + "setting").stream()
        .filter(
            setting ->
                setting.all(Terms.CITY + "ofRule").stream()
                    .anyMatch(rule -> rule.node().equals(shape.node())))
        .flatMap(setting -> setting.first(Terms.SH + "severity").stream())
        .findFirst()
        .or(() -> shape.first(Terms.SH + "severity"));
  }

  private static Stream<Described> parts(Described whole) {
    return whole.all(PARTS).stream()
        .sorted(
            Comparator.comparingInt(
                part -> part.value(Terms.SCHEMA + "position").map(Integer::parseInt).orElse(9999)));
  }

  private static Stream<Described> enforcing(Described clause) {
    return clause.all(Terms.CITY + "enforcedBy").stream()
        .map(
            shape ->
                shape.first(Terms.SH + "message").isPresent()
                    ? shape // one that the version brings itself
                    : new Described(RuleGraphs.bundled(), shape.node()));
  }

  /** What the policy says of the clause, the shapes that enforce it and how they are used. */
  private static Graph description(Described clause) {
    Graph graph = GraphFactory.createDefaultGraph();
    clause.graph().find(clause.node(), Node.ANY, Node.ANY).forEach(graph::add);
    clause
        .all(Terms.CITY + "setting")
        .forEach(
            setting ->
                setting.graph().find(setting.node(), Node.ANY, Node.ANY).forEach(graph::add));
    enforcing(clause)
        .forEach(
            shape ->
                shape
                    .graph()
                    .find(shape.node(), Node.ANY, Node.ANY)
                    .filterDrop(triple -> triple.getObject().isBlank())
                    .forEach(graph::add));
    return graph;
  }

  /** What the clause refuses or warns of today; by the clause, as some have a hundred rules. */
  private static String query(Described clause) {
    if (clause.all(Terms.CITY + "enforcedBy").isEmpty()) {
      return "";
    }
    String query =
        "PREFIX city: <"
            + Terms.CITY
            + ">\nSELECT ?dataset ?rule WHERE {\n  <"
            + clause.iri()
            + "> city:enforcedBy ?rule .\n"
            + "  ?verdict city:warnedBy ?rule ; city:verdictOn ?dataset .\n}\nLIMIT 1000";
    return URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String path(String iri) {
    return iri.substring(iris.base().length());
  }

  private static Text text(Described of, String property, Language language) {
    return of.text(language, property).orElse(new Text("", ""));
  }
}
