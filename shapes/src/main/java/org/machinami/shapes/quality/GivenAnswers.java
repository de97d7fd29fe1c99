package org.machinami.shapes.quality;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/**
 * What was answered of a dataset, and of which files: as statements for {@link
 * NamedGraphs#verdict}, and back. They are annotations on the dataset, without blank nodes.
 *
 * @param files names of their bytes, each as {@link #name}; empty where these are not known
 * @see <a href="https://www.w3.org/TR/vocab-dqv/#dqv:QualityAnnotation">DQV, annotations</a>
 */
public record GivenAnswers(List<Answer> answers, Set<String> files) {

  /** Nobody has answered anything. */
  public static final GivenAnswers NONE = new GivenAnswers(List.of(), Set.of());

  private static final Node ANNOTATION =
      NodeFactory.createURI("http://www.w3.org/ns/dqv#QualityAnnotation");
  private static final Node ASSESSMENT =
      NodeFactory.createURI("http://www.w3.org/ns/dqv#qualityAssessment");
  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final Node ATTRIBUTED = NodeFactory.createURI(PROV + "wasAttributedTo");
  private static final Node DERIVED = NodeFactory.createURI(PROV + "wasDerivedFrom");
  private static final Node BODY = NodeFactory.createURI(OA.NS + "bodyValue");

  public GivenAnswers {
    answers = List.copyOf(answers);
    files = Set.copyOf(files);
  }

  /**
   * The name of bytes, wherever they are.
   *
   * @param sha256 hexadecimal
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6920">RFC 6920, naming things with hashes</a>
   */
  public static String name(String sha256) {
    byte[] digest = HexFormat.of().parseHex(sha256);
    return "ni:///sha-256;" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  /** The answers, where they were given of these files: none where one of them has other bytes. */
  public List<Answer> of(Set<String> others) {
    return !files.isEmpty() && files.equals(others) ? answers : List.of();
  }

  /** As statements. */
  public Graph toGraph(NamedGraphs names, String datasetId) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node dataset = NodeFactory.createURI(new Iris(names.base()).dataset(datasetId));
    for (Answer answer : answers) {
      Node node = NodeFactory.createURI(names.verdict(datasetId) + "#answer-" + answer.rule().id());
      graph.add(node, RDF.type.asNode(), ANNOTATION);
      graph.add(node, OA.hasTarget.asNode(), dataset);
      graph.add(node, OA.motivatedBy.asNode(), ASSESSMENT);
      graph.add(node, DCTerms.subject.asNode(), NodeFactory.createURI(answer.rule().iri()));
      graph.add(node, BODY, NodeFactory.createLiteralString(answer.reply().id()));
      graph.add(node, ATTRIBUTED, NodeFactory.createURI(answer.by()));
      graph.add(
          node,
          DCTerms.created.asNode(),
          NodeFactory.createLiteralDT(answer.at().toString(), XSDDatatype.XSDdateTime));
      files.forEach(file -> graph.add(node, DERIVED, NodeFactory.createURI(file)));
    }
    return graph;
  }

  /** Reads them back; what is no answer of ours is passed over. */
  public static GivenAnswers read(Graph verdict) {
    List<Answer> answers = new ArrayList<>();
    Set<String> files = new HashSet<>();
    verdict
        .find(Node.ANY, RDF.type.asNode(), ANNOTATION)
        .mapWith(triple -> triple.getSubject())
        .toList()
        .forEach(
            node ->
                answer(verdict, node)
                    .ifPresent(
                        answer -> {
                          answers.add(answer);
                          verdict
                              .find(node, DERIVED, Node.ANY)
                              .forEach(triple -> files.add(triple.getObject().toString()));
                        }));
    answers.sort(Comparator.comparing(Answer::rule));
    return new GivenAnswers(answers, files);
  }

  private static Optional<Answer> answer(Graph graph, Node node) {
    Optional<Rule> rule = text(graph, node, DCTerms.subject.asNode()).flatMap(Rule::of);
    Optional<Answer.Reply> reply = text(graph, node, BODY).flatMap(Answer.Reply::of);
    Optional<String> by = text(graph, node, ATTRIBUTED);
    Optional<Instant> at =
        text(graph, node, DCTerms.created.asNode()).flatMap(GivenAnswers::instant);
    return rule.isPresent() && reply.isPresent() && by.isPresent() && at.isPresent()
        ? Optional.of(new Answer(rule.get(), reply.get(), by.get(), at.get()))
        : Optional.empty();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Graph graph, Node node, Node property) {
    return graph
        .find(node, property, Node.ANY)
        .mapWith(triple -> triple.getObject())
        .mapWith(value -> value.isLiteral() ? value.getLiteralLexicalForm() : value.toString())
        .nextOptional();
  }
}
