package org.machinami.shapes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
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
  private static final List<Policy> ALL = List.of(of("1", bundled("1", "http://localhost/")));

  private final String version;
  private final Map<String, String> clauses;
  private final Map<String, String> measured;
  private final Map<String, RuleSetting> settings;
  private final DisclosureLimits disclosure;
  private final Set<String> numbers;

  private Policy(String version, Graph text) {
    this.version = version;
    PolicySettings reader = new PolicySettings(text);
    this.clauses = clauses(text, City.enforcedBy);
    this.measured = clauses(text, City.measuredBy);
    this.settings = reader.rules();
    this.disclosure = reader.disclosure();
    this.numbers =
        text.find(Node.ANY, City.rationale.asNode(), Node.ANY)
            .mapWith(triple -> text.find(triple.getSubject(), NUMBER, Node.ANY))
            .filterKeep(Iterator::hasNext)
            .mapWith(found -> found.next().getObject().getLiteralLexicalForm())
            .toSet();
  }

  /** A version by its statements, as they stand in the store. */
  static Policy of(String version, Graph text) {
    return new Policy(version, text);
  }

  /** The bundled versions, the newest last. */
  public static List<Policy> all() {
    return ALL;
  }

  /**
   * The newest of the bundled versions, whose shapes the program brings. What is in force is asked
   * of the ledger, or of {@link PolicyVersion#onDay}.
   */
  public static Policy current() {
    return ALL.get(ALL.size() - 1);
  }

  public String version() {
    return version;
  }

  /** Whether there is a clause of that number. */
  public boolean hasClause(String number) {
    return numbers.contains(number);
  }

  /** The numbers of its clauses, in order of their text. */
  public SortedSet<String> numbers() {
    return new TreeSet<>(numbers);
  }

  /** The number of the clause that the shape enforces, such as {@code 2.1}. */
  public Optional<String> clauseOf(String shape) {
    return Optional.ofNullable(clauses.get(shape));
  }

  /**
   * The number of the clause that a list of metrics measures; empty: this version uses it for none.
   *
   * @param list IRI of its concept scheme
   */
  public Optional<String> clauseMeasuredBy(String list) {
    return Optional.ofNullable(measured.get(list));
  }

  /** How a rule on the content of files is used; empty: this version does not use it. */
  public Optional<RuleSetting> setting(ContentRule rule) {
    return Optional.ofNullable(settings.get(rule.iri()));
  }

  /** How much may be told of persons. */
  public DisclosureLimits disclosure() {
    return disclosure;
  }

  /** Whether another version asks the same of data and of the content of files. */
  public boolean judgesDataLike(Policy other) {
    return disclosure.equals(other.disclosure) && settings.equals(other.settings);
  }

  /**
   * The whole version, in a new graph.
   *
   * @param base of the catalogue, under which articles and clauses have their IRIs
   */
  public Graph read(String base) {
    return bundled(version, base);
  }

  private static Graph bundled(String version, String base) {
    Graph graph = GraphFactory.createDefaultGraph();
    String file = "policy/" + version + ".ttl";
    try (InputStream in = Policy.class.getResourceAsStream(file)) {
      RDFParser.source(Objects.requireNonNull(in, file)).lang(Lang.TURTLE).base(base).parse(graph);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled policy " + file, e);
    }
    return graph;
  }

  /** The number of the clause that names something by a property, by what it names. */
  private static Map<String, String> clauses(Graph graph, Property property) {
    Map<String, String> clauses = new HashMap<>();
    graph
        .find(Node.ANY, property.asNode(), Node.ANY)
        .forEach(
            triple -> {
              Iterator<Triple> found = graph.find(triple.getSubject(), NUMBER, Node.ANY);
              if (!found.hasNext()) {
                throw new PolicyException("property", triple.getSubject() + " " + NUMBER);
              }
              Node number = found.next().getObject();
              String other =
                  clauses.put(triple.getObject().getURI(), number.getLiteralLexicalForm());
              if (other != null) {
                throw new PolicyException(
                    "two-clauses", triple.getObject() + ": " + other + ", " + number);
              }
            });
    return clauses;
  }
}
