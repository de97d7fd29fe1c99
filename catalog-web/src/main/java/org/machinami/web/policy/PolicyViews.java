package org.machinami.web.policy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.ontology.Iris;
import org.machinami.shapes.ClauseExample;
import org.machinami.shapes.PolicyVersion;
import org.machinami.shapes.RuleGraphs;
import org.machinami.shapes.explain.Explainer;
import org.machinami.web.language.Language;
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
   * @param byClause how many datasets have a finding today
   * @param explainer of its shapes
   */
  record Beside(boolean known, Map<String, Integer> byClause, Explainer explainer) {
    OptionalInt findings(String clause) {
      return known ? OptionalInt.of(byClause.getOrDefault(clause, 0)) : OptionalInt.empty();
    }
  }

  PolicyView policy(
      Graph graph, String version, PolicyVersion judging, Beside beside, Language language) {
    Described policy = Described.of(graph, iris.policy(version));
    return new PolicyView(
        graph,
        text(policy, ELI + "title", language),
        version,
        policy.value(ELI + "first_date_entry_in_force").map(LocalDate::parse).orElseThrow(),
        judging,
        parts(policy).map(article -> article(article, beside, language)).toList());
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
                    ClauseExample.of(number)));
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
        beside.findings(number));
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
