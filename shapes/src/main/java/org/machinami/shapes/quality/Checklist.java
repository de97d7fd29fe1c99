package org.machinami.shapes.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.quality.RuleResult.Decision;

/**
 * The rules that wait for a person, and what was answered.
 *
 * @param found by the program
 * @param answers the last one of each rule
 */
public record Checklist(Quality found, Map<Rule, Answer> answers) {

  private static final Node ANNOTATION =
      NodeFactory.createURI("http://www.w3.org/ns/dqv#QualityAnnotation");
  private static final Node ASSESSMENT =
      NodeFactory.createURI("http://www.w3.org/ns/dqv#qualityAssessment");
  private static final Node ATTRIBUTED =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasAttributedTo");
  private static final Node BODY = NodeFactory.createURI(OA.NS + "bodyValue");

  public Checklist {
    Map<Rule, Answer> copy = new EnumMap<>(Rule.class);
    copy.putAll(answers);
    answers = Map.copyOf(copy);
  }

  /** With what was answered so far; of several answers on a rule the latest counts. */
  public static Checklist of(Quality found, List<Answer> answers) {
    Map<Rule, Answer> latest = new EnumMap<>(Rule.class);
    for (Answer answer : answers) {
      latest.merge(answer.rule(), answer, (a, b) -> b.at().isBefore(a.at()) ? a : b);
    }
    return new Checklist(found, latest);
  }

  /** All questions, answered or not, in the order of the rules. */
  public List<Question> questions() {
    return found.with(Decision.UNDECIDED).stream().map(Question::of).toList();
  }

  /** The questions that nobody has answered. */
  public List<Question> open() {
    return questions().stream().filter(q -> !answers.containsKey(q.rule())).toList();
  }

  /** What was answered to a question. */
  public Optional<Answer> answer(Rule rule) {
    return Optional.ofNullable(answers.get(rule));
  }

  /**
   * What is known with the answers: a yes keeps the rule, a no breaks it, and what does not concern
   * the files is left out. What the program decided stays: no answer makes a broken rule kept.
   */
  public Quality quality() {
    List<RuleResult> results = new ArrayList<>();
    for (RuleResult result : found.results()) {
      Answer answer = answers.get(result.rule());
      if (result.decision() != Decision.UNDECIDED || answer == null) {
        results.add(result);
      } else if (answer.reply() == Answer.Reply.YES) {
        results.add(RuleResult.passed(result.rule()));
      } else if (answer.reply() == Answer.Reply.NO) {
        results.add(
            new RuleResult(
                result.rule(), Decision.FAILED, Math.max(1, result.count()), result.faults()));
      }
    }
    return new Quality(results);
  }

  /**
   * The answers that count as statements for {@link NamedGraphs#verdict}, beside those of {@link
   * #quality}: annotations on the dataset, without blank nodes.
   *
   * @see <a href="https://www.w3.org/TR/vocab-dqv/#dqv:QualityAnnotation">DQV, annotations</a>
   */
  public Graph toGraph(NamedGraphs names, String datasetId) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node dataset = NodeFactory.createURI(new Iris(names.base()).dataset(datasetId));
    for (RuleResult result : found.with(Decision.UNDECIDED)) {
      Answer answer = answers.get(result.rule());
      if (answer == null) {
        continue;
      }
      Node node = NodeFactory.createURI(names.verdict(datasetId) + "#answer-" + result.rule().id());
      graph.add(node, RDF.type.asNode(), ANNOTATION);
      graph.add(node, OA.hasTarget.asNode(), dataset);
      graph.add(node, OA.motivatedBy.asNode(), ASSESSMENT);
      graph.add(node, DCTerms.subject.asNode(), NodeFactory.createURI(result.rule().iri()));
      graph.add(node, BODY, NodeFactory.createLiteralString(answer.reply().id()));
      graph.add(node, ATTRIBUTED, NodeFactory.createURI(answer.by()));
      graph.add(
          node,
          DCTerms.created.asNode(),
          NodeFactory.createLiteralDT(answer.at().toString(), XSDDatatype.XSDdateTime));
    }
    return graph;
  }
}
