package org.machinami.loader.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.gate.Skolem;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.PolicyException;
import org.machinami.shapes.PolicyVersion;
import org.machinami.store.Store;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;

/** The versions of the policy that a store holds; each is read once. Thread-safe. */
public final class PolicyVersions {
  /** What the name of a draft's graph ends with. */
  public static final String DRAFT = "-draft";

  static final ZoneId CITY = ZoneId.of("Asia/Tokyo");
  private static final long LARGEST = 4L << 20;

  private final Store store;
  private final NamedGraphs names;
  private final Map<Hash, PolicyVersion> read = new ConcurrentHashMap<>();
  private List<PolicyVersion> bundled; // read when they are first asked for

  public PolicyVersions(Store store) {
    this.store = store;
    this.names = new NamedGraphs(store.base());
  }

  /** All that were adopted, the one that came into force last at the end. */
  public List<PolicyVersion> adopted() {
    List<PolicyVersion> versions = new ArrayList<>();
    String prefix = names.prefix(GraphName.Kind.POLICY);
    try (Stream<GraphState> states = store.states().list(prefix)) {
      states
          .filter(state -> !state.graph().endsWith(DRAFT))
          .forEach(state -> versions.add(known(state)));
    }
    versions.sort(Comparator.comparing(PolicyVersion::inForce));
    return versions;
  }

  /** The one in force today, on the city's clock. */
  public PolicyVersion inForce() {
    return inForce(LocalDate.now(CITY));
  }

  /**
   * The one in force on a day; before the first of them, and in an empty store, the bundled one of
   * that day.
   */
  public PolicyVersion inForce(LocalDate day) {
    return adopted().stream()
        .filter(version -> !version.inForce().isAfter(day))
        .reduce((earlier, later) -> later)
        .orElseGet(() -> PolicyVersion.onDay(bundled(), day));
  }

  /** A draft that was kept; empty when there is none of that version. */
  public Optional<PolicyVersion> findDraft(String version) {
    return store
        .states()
        .find(names.policy(version) + DRAFT)
        .map(state -> PolicyVersion.of(read(state), store.base()));
  }

  /** The numbers of the drafts that are kept, in order of their text. */
  public List<String> drafts() {
    String prefix = names.prefix(GraphName.Kind.POLICY);
    try (Stream<GraphState> states = store.states().list(prefix)) {
      return states
          .map(GraphState::graph)
          .filter(graph -> graph.endsWith(DRAFT))
          .map(graph -> graph.substring(prefix.length(), graph.length() - DRAFT.length()))
          .toList();
    }
  }

  private synchronized List<PolicyVersion> bundled() {
    if (bundled == null) {
      bundled = PolicyVersion.allBundled(store.base());
    }
    return bundled;
  }

  /** A version takes a while to read, and never changes. */
  private PolicyVersion known(GraphState state) {
    return read.computeIfAbsent(
        state.version(),
        hash -> {
          Graph text = read(state);
          return bundled().stream()
              .filter(known -> known.text().isIsomorphicWith(text))
              .findFirst()
              .orElseGet(() -> PolicyVersion.of(text, store.base()));
        });
  }

  /** With the blank nodes that it had: a list of shapes or a path is one only with them. */
  private Graph read(GraphState state) {
    String genid = store.base() + ".well-known/genid/";
    Map<String, Node> blank = new HashMap<>();
    Graph graph = GraphFactory.createDefaultGraph();
    for (Triple triple : store.versions().statements(state.version())) {
      graph.add(
          blank(triple.getSubject(), genid, blank),
          triple.getPredicate(),
          blank(triple.getObject(), genid, blank));
    }
    return graph;
  }

  private static Node blank(Node node, String genid, Map<String, Node> blank) {
    return node.isURI() && node.getURI().startsWith(genid)
        ? blank.computeIfAbsent(node.getURI(), iri -> NodeFactory.createBlankNode())
        : node;
  }

  /**
   * Reads a draft.
   *
   * @throws LoadException when it is not Turtle or not a version of the policy
   */
  public PolicyVersion readDraft(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new LoadException(Fault.DATA, "policy.large", file, LARGEST);
      }
      try (InputStream in = Files.newInputStream(file)) {
        return readDraft(in, file.getFileName().toString());
      }
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
    }
  }

  /** The same from anywhere; the stream is bounded by whoever opens it. */
  public PolicyVersion readDraft(InputStream in, String name) {
    Graph parsed = GraphFactory.createDefaultGraph();
    try {
      RDFParser.source(in)
          .lang(Lang.TURTLE)
          .base(store.base())
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(parsed);
      return PolicyVersion.draft(parsed, inForce(), store.base());
    } catch (RiotException e) {
      throw new LoadException(Fault.DATA, e, "rdf.syntax", name, e.getMessage());
    } catch (StackOverflowError e) {
      throw new LoadException(Fault.DATA, e, "rdf.nesting", name);
    } catch (PolicyException e) {
      throw new LoadException(Fault.DATA, e, "policy." + e.code(), name, e.about());
    }
  }

  /**
   * Makes a version the one in force from its date on.
   *
   * @throws LoadException when there is one of that number already that says something else
   */
  public Commit adopt(PolicyVersion version, String agent, String reason) {
    String name = names.policy(version.policy().version());
    Graph text =
        new Skolem(store.base(), "policy-" + version.policy().version()).apply(version.text());
    var written = store.write(text).hash();
    Optional<GraphState> there = store.states().find(name);
    if (there.isPresent() && !there.get().version().equals(written)) {
      throw new LoadException(Fault.DATA, "policy.adopted", version.policy().version());
    }
    List<GraphChange> changes = new ArrayList<>(List.of(GraphChange.to(name, written)));
    store
        .states()
        .find(name + DRAFT)
        .ifPresent(draft -> changes.add(GraphChange.deletion(draft.graph())));
    return commit(agent, "adopt-policy", reason, changes);
  }

  /** Keeps a draft in the ledger, where no verdict rests on it. */
  public Commit keep(PolicyVersion draft, String agent, String reason) {
    String version = draft.policy().version();
    Graph text = new Skolem(store.base(), "policy-" + version).apply(draft.text());
    GraphChange change = GraphChange.to(names.policy(version) + DRAFT, store.write(text).hash());
    return commit(agent, "draft-policy", reason, List.of(change));
  }

  private Commit commit(String agent, String activity, String reason, List<GraphChange> changes) {
    return store.commit(new CommitRequest(agent, activity, reason, Optional.empty(), changes));
  }
}
