package org.machinami.shapes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.ontology.City;

/**
 * A version of the data policy: articles and clauses, and which shapes enforce which clause.
 * Immutable.
 *
 * @see <a href="https://eur-lex.europa.eu/eli-register/about.html">ELI, the words it is written
 *     in</a>
 */
public final class Policy {
  private static final String ELI = "http://data.europa.eu/eli/ontology#";
  private static final Node NUMBER = NodeFactory.createURI(ELI + "number");
  private static final List<Policy> ALL = List.of(new Policy("1"));

  private final String version;
  private final Map<String, String> clauses;
  private final Map<String, RuleSetting> settings;
  private final DisclosureLimits disclosure;

  private Policy(String version) {
    this.version = version;
    Graph graph = read("http://localhost/");
    PolicySettings reader = new PolicySettings(graph);
    this.clauses = clauses(graph);
    this.settings = reader.rules();
    this.disclosure = reader.disclosure();
  }

  /** The bundled versions, the newest last. */
  public static List<Policy> all() {
    return ALL;
  }

  /** The version that verdicts rest on today. */
  public static Policy current() {
    return ALL.get(ALL.size() - 1);
  }

  public String version() {
    return version;
  }

  /** The number of the clause that the shape enforces, such as {@code 2.1}. */
  public Optional<String> clauseOf(String shape) {
    return Optional.ofNullable(clauses.get(shape));
  }

  /**
   * How a rule on the content of files is used.
   *
   * @throws IllegalStateException when this version does not say so
   */
  public RuleSetting setting(ContentRule rule) {
    RuleSetting setting = settings.get(rule.iri());
    if (setting == null) {
      throw new IllegalStateException("policy " + version + " has no setting of " + rule.iri());
    }
    return setting;
  }

  /** How much may be told of persons. */
  public DisclosureLimits disclosure() {
    return disclosure;
  }

  /**
   * The whole version, in a new graph.
   *
   * @param base of the catalogue, under which articles and clauses have their IRIs
   */
  public Graph read(String base) {
    Graph graph = GraphFactory.createDefaultGraph();
    String file = "policy/" + version + ".ttl";
    try (InputStream in = Policy.class.getResourceAsStream(file)) {
      RDFParser.source(Objects.requireNonNull(in, file)).lang(Lang.TURTLE).base(base).parse(graph);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled policy " + file, e);
    }
    return graph;
  }

  private static Map<String, String> clauses(Graph graph) {
    Map<String, String> clauses = new HashMap<>();
    graph
        .find(Node.ANY, City.enforcedBy.asNode(), Node.ANY)
        .forEach(
            triple -> {
              Node number = graph.find(triple.getSubject(), NUMBER, Node.ANY).next().getObject();
              String other =
                  clauses.put(triple.getObject().getURI(), number.getLiteralLexicalForm());
              if (other != null) {
                throw new IllegalStateException(
                    triple.getObject() + " enforces two clauses: " + other + " and " + number);
              }
            });
    return clauses;
  }
}
