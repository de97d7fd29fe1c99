package org.machinami.shapes;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.ontology.Vocabularies;

/**
 * A version of the policy with the shapes that it enforces: what stands in the store, or a draft.
 * Immutable; the graphs are not to be changed.
 *
 * @param text articles and clauses, and the shapes that are not the bundled ones
 * @param shapes all that it enforces
 * @param inForce the day from which it holds
 */
public record PolicyVersion(Policy policy, Graph text, Graph shapes, LocalDate inForce) {
  private static final String ELI = "http://data.europa.eu/eli/ontology#";
  private static final Node RESOURCE = NodeFactory.createURI(ELI + "LegalResource");
  private static final Node VERSION = NodeFactory.createURI(ELI + "version");
  private static final Node IN_FORCE = NodeFactory.createURI(ELI + "first_date_entry_in_force");
  private static final Node AMENDS = NodeFactory.createURI(ELI + "amends");
  private static final Node HAS_PART = NodeFactory.createURI(ELI + "has_part");
  private static final Node SAFE = NodeFactory.createURI(ShapeFiles.NS + "SafeIri");

  public PolicyVersion {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(shapes, "shapes");
    Objects.requireNonNull(inForce, "inForce");
  }

  /** The bundled one that is the newest. */
  public static PolicyVersion bundled(String base) {
    return bundled(Policy.current(), base);
  }

  /** The bundled ones, the newest last. */
  public static List<PolicyVersion> allBundled(String base) {
    return Policy.all().stream().map(policy -> bundled(policy, base)).toList();
  }

  private static PolicyVersion bundled(Policy policy, String base) {
    PolicyVersion read = read(policy.read(base), base);
    return new PolicyVersion(policy, read.text(), read.shapes(), read.inForce());
  }

  /**
   * The one in force on a day.
   *
   * @param versions at least one, the newest last
   * @return the first of them where the day of none has come: there is always a policy
   */
  public static PolicyVersion onDay(List<PolicyVersion> versions, LocalDate day) {
    PolicyVersion found = versions.get(0);
    for (PolicyVersion version : versions) {
      found = version.inForce().isAfter(day) ? found : version;
    }
    return found;
  }

  /**
   * A version from its statements.
   *
   * @throws PolicyException when they are not a version of the policy, or its shapes cannot be used
   */
  public static PolicyVersion of(Graph text, String base) {
    PolicyVersion read = read(text, base);
    try {
      MetadataValidator.of(read.shapes());
    } catch (RuntimeException e) { // a list that is none, a pattern, a query: each fails in its way
      throw new PolicyException("shapes", String.valueOf(e.getMessage()));
    }
    return read;
  }

  /** The same without making its shapes ready, which takes longer than all the rest. */
  private static PolicyVersion read(Graph text, String base) {
    List<Node> subjects =
        text.find(Node.ANY, VERSION, Node.ANY).mapWith(Triple::getSubject).toList();
    if (subjects.size() != 1 || !text.contains(subjects.get(0), RDF.type.asNode(), RESOURCE)) {
      throw new PolicyException("version", Integer.toString(subjects.size()));
    }
    Node subject = subjects.get(0);
    String version = one(text, subject, VERSION);
    if (!Iris.isId(version) || !subject.hasURI(new Iris(base).policy(version))) {
      throw new PolicyException("name", subject + " (" + version + ")");
    }
    LocalDate inForce;
    try {
      inForce = LocalDate.parse(one(text, subject, IN_FORCE));
    } catch (DateTimeParseException e) {
      throw new PolicyException("date", String.valueOf(e.getParsedString()));
    }
    Policy policy = policy(version, text);
    return new PolicyVersion(policy, text, enforced(text), inForce);
  }

  private static Policy policy(String version, Graph text) {
    try {
      return Policy.of(version, text);
    } catch (NoSuchElementException
        | NumberFormatException
        | DateTimeParseException
        | UnsupportedOperationException e) { // no value, or one of another kind
      throw new PolicyException("settings", String.valueOf(e.getMessage()));
    }
  }

  /**
   * A new version says of every rule on the content of files how it is used, so that none is
   * switched off by an oversight. An adopted one may be older than a rule, which it does not use.
   */
  private static PolicyVersion withSettings(PolicyVersion draft) {
    List<String> lacking =
        ContentRules.all().stream()
            .filter(rule -> draft.policy().setting(rule).isEmpty())
            .map(ContentRule::iri)
            .sorted()
            .toList();
    if (!lacking.isEmpty()) {
      throw new PolicyException("settings", String.join(", ", lacking));
    }
    return draft;
  }

  /**
   * A draft, which is a whole version, or says by {@code eli:amends} which version it goes on from.
   * An amendment takes over all of that; what it says of an article, clause or shape replaces what
   * was said by the same property, but parts are added.
   *
   * @param current what it may amend
   * @throws PolicyException as {@link #of}, and when it amends another version
   */
  public static PolicyVersion draft(Graph draft, PolicyVersion current, String base) {
    List<Triple> amends = draft.find(Node.ANY, AMENDS, Node.ANY).toList();
    if (amends.isEmpty()) {
      return withSettings(of(draft, base));
    }
    Iris iris = new Iris(base);
    String before = iris.policy(current.policy().version());
    if (amends.size() != 1 || !amends.get(0).getObject().hasURI(before)) {
      throw new PolicyException("amends", amends.get(0).getObject() + " / " + before);
    }
    String after = amends.get(0).getSubject().toString();
    Graph merged = GraphFactory.createDefaultGraph();
    current
        .text()
        .find()
        .mapWith(triple -> renamed(triple, before, after))
        .forEachRemaining(merged::add);
    for (Triple said : draft.find().toList()) {
      if (!said.getPredicate().equals(HAS_PART) && !said.getSubject().isBlank()) {
        List.copyOf(merged.find(said.getSubject(), said.getPredicate(), Node.ANY).toList())
            .forEach(merged::delete);
      }
    }
    GraphUtil.addInto(merged, draft);
    merged.remove(Node.ANY, AMENDS, Node.ANY);
    return withSettings(of(merged, base));
  }

  private static Triple renamed(Triple triple, String before, String after) {
    return Triple.create(
        renamed(triple.getSubject(), before, after),
        triple.getPredicate(),
        renamed(triple.getObject(), before, after));
  }

  private static Node renamed(Node node, String before, String after) {
    boolean own =
        node.isURI() && (node.getURI().equals(before) || node.getURI().startsWith(before + "/"));
    return own ? NodeFactory.createURI(after + node.getURI().substring(before.length())) : node;
  }

  /**
   * The bundled shapes of descriptions and those of the version, of two with the same name the
   * version's; what no clause enforces is switched off. Shapes of data, contracts of columns and
   * rules on content are the bundled ones: clauses may name them, and no version brings its own.
   */
  private static Graph enforced(Graph text) {
    Graph shapes = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(shapes, ShapeFiles.read());
    Set<Node> own = ShapeParts.named(text);
    for (Node shape : own) {
      ShapeParts.closure(shapes, shape).forEach(shapes::delete);
      ShapeParts.closure(text, shape).forEach(shapes::add);
    }
    Set<Node> wanted =
        text.find(Node.ANY, City.enforcedBy.asNode(), Node.ANY).mapWith(Triple::getObject).toSet();
    Graph known = RuleGraphs.with(shapes);
    List<String> lacking = new ArrayList<>();
    wanted.stream()
        .filter(shape -> !known.contains(shape, RDF.type.asNode(), Node.ANY))
        .forEach(shape -> lacking.add(shape.toString()));
    text.find(Node.ANY, City.measuredBy.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .filterDrop(PolicyVersion::isList)
        .forEachRemaining(list -> lacking.add(list.toString()));
    if (!lacking.isEmpty()) {
      throw new PolicyException("no-shape", String.join(", ", new TreeSet<>(lacking)));
    }
    if (!wanted.contains(SAFE)) {
      throw new PolicyException("safe", SAFE.toString());
    }
    for (Node shape : ShapeParts.named(shapes)) {
      if (!wanted.contains(shape) && own.contains(shape)) {
        throw new PolicyException("no-clause", shape.toString());
      }
      if (!wanted.contains(shape)
          && ShapeParts.below(shapes, shape).stream().noneMatch(wanted::contains)) {
        shapes.add(
            shape,
            NodeFactory.createURI(SHACL.getURI() + "deactivated"),
            NodeFactory.createLiteralByValue(true));
      }
    }
    return shapes;
  }

  private static boolean isList(Node node) {
    return Vocabularies.lists().stream().anyMatch(list -> node.hasURI(list.iri()));
  }

  private static String one(Graph text, Node subject, Node property) {
    List<Node> values = text.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
    if (values.size() != 1 || !values.get(0).isLiteral()) {
      throw new PolicyException("property", subject + " " + property);
    }
    return values.get(0).getLiteralLexicalForm();
  }

  /** Judges descriptions by this version. */
  public MetadataValidator validator() {
    return policy.equals(Policy.current())
        ? MetadataValidator.bundled()
        : MetadataValidator.of(shapes, policy);
  }
}
