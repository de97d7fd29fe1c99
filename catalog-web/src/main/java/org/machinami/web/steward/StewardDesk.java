package org.machinami.web.steward;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.machinami.loader.Approval;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.decision.Stop;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.loader.proposal.ProposedFolder;
import org.machinami.loader.repair.CellRepairs;
import org.machinami.ontology.City;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Repair;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;
import org.machinami.web.account.Account;
import org.machinami.web.dataset.DatasetReader;

/** What the desk does with the store: it rehearses, publishes, stops and withdraws. Thread-safe. */
final class StewardDesk {
  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final String PUBLISH = "publish";
  private static final int MOST_REHEARSED = 200;

  private final Store store;
  private final DraftRecords drafts;
  private final DraftFiles files;
  private final PolicyOfToday policy;
  private final NamedGraphs names;
  private final Iris iris;
  private final Cache<String, DatasetReport> rehearsed =
      Caffeine.newBuilder().maximumSize(MOST_REHEARSED).build();

  StewardDesk(Store store, DraftRecords drafts, DraftFiles files, PolicyOfToday policy) {
    this.store = store;
    this.drafts = drafts;
    this.files = files;
    this.policy = policy;
    this.names = new NamedGraphs(store.base());
    this.iris = new Iris(store.base());
  }

  /** What the gate would say to a draft as it is now; nothing is written. */
  DatasetReport rehearse(Draft draft) {
    PolicyOfToday.Judge judge = policy.judge();
    return rehearse(draft, judge.policy().version(), judge.validator());
  }

  /**
   * What the gate would say if another version of the policy were in force.
   *
   * @param version names it, whatever else is of the same number
   */
  DatasetReport rehearse(Draft draft, String version, MetadataValidator validator) {
    List<Draft.Attached> attached = drafts.files(draft.id());
    String key = String.join(" ", draft.id(), "" + draft.version(), version, "" + attached);
    DatasetReport known = rehearsed.getIfPresent(key);
    if (known != null && attached.stream().allMatch(this::isThere)) {
      return known;
    }
    DatasetReport report;
    try {
      report = rehearse(draft, attached, validator);
    } catch (DraftChanged e) {
      return failed(draft, e);
    }
    rehearsed.put(key, report);
    return report;
  }

  /** A file that is not what was sent stops a rehearsal, and is told. */
  private static DatasetReport failed(Draft draft, DraftChanged why) {
    return new DatasetReport(
        draft.dataset(),
        DatasetReport.Outcome.FAILED,
        Optional.empty(),
        Optional.empty(),
        new DatasetReport.Rows(0, 0, 0, 1, List.of(), OptionalLong.empty()),
        0,
        List.of(),
        0,
        OptionalLong.empty(),
        Optional.of(
            new LoadException(
                Fault.ENVIRONMENT, why, "source.unreadable", why.file(), why.getMessage())),
        Optional.empty());
  }

  private DatasetReport rehearse(
      Draft draft, List<Draft.Attached> attached, MetadataValidator validator) {
    return inFolder(
        draft,
        attached,
        folder ->
            Loader.validating(store.base(), validator, Progress.none())
                .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT.dry())
                .datasets()
                .get(0));
  }

  /**
   * Makes a new version of a file of a draft, in which cells say what the rehearsal proposes.
   *
   * @param name of the repair
   * @param alike whether all of its kind in its column are made with it
   * @return false when it is proposed no more, or the draft is not open
   * @throws LoadException when the file cannot be written so
   */
  boolean mend(Draft draft, String name, boolean alike, Account account) {
    CellRepairs repairs = CellRepairs.of(rehearse(draft));
    Optional<Repair.NewCells> found = repairs.find(name);
    if (found.isEmpty()) {
      return false;
    }
    Repair.NewCells repair = alike ? repairs.withAlike(found.get()) : found.get();
    Draft.Attached mended =
        inFolder(
            draft,
            drafts.files(draft.id()),
            folder -> {
              Path target = folder.resolveSibling("mended");
              CellRepairs.make(folder, store.base(), repair, target);
              try (InputStream in = Files.newInputStream(target)) {
                return files.take(CellRepairs.file(repair), in);
              }
            });
    return drafts.putMended(draft.id(), mended, account, said(repair));
  }

  /** What was done, for the history. */
  private static String said(Repair.NewCells repair) {
    Repair.Cell first = repair.cells().get(0);
    int more = repair.cells().size() - 1;
    return CellRepairs.file(repair)
        + " "
        + first.at().column().orElseThrow()
        + ": "
        + first.before()
        + " → "
        + first.after()
        + (more > 0 ? " (+" + more + ")" : "");
  }

  private boolean isThere(Draft.Attached file) {
    return Files.isRegularFile(files.path(file));
  }

  /**
   * Commits a draft through the gate.
   *
   * @param approver who has read it
   * @param reason in their words
   */
  synchronized DatasetReport publish(Draft draft, Account approver, String reason) {
    String key = names.prefix(GraphName.Kind.ACTIVITY) + draft.id() + "-" + draft.version();
    Approval approval =
        new Approval(
            PUBLISH, reason, key, decision(key, draft, reason), drafts.answers(draft.id()));
    return inFolder(
        draft,
        drafts.files(draft.id()),
        folder ->
            new Loader(store, policy.judge().validator(), Progress.none())
                .load(
                    Recipe.read(folder),
                    Optional.empty(),
                    new LoadOptions(false, agent(approver)).approved(approval))
                .datasets()
                .get(0));
  }

  /** People are named in the records, which can forget; the ledger cannot. */
  private static String agent(Account account) {
    return "account " + account.id();
  }

  private Graph decision(String name, Draft draft, String reason) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node decision = NodeFactory.createURI(name + "#decision");
    graph.add(decision, RDF.type.asNode(), NodeFactory.createURI(PROV + "Activity"));
    graph.add(decision, DCTerms.description.asNode(), NodeFactory.createLiteralString(reason));
    graph.add(
        decision,
        NodeFactory.createURI(PROV + "generated"),
        NodeFactory.createURI(iris.dataset(draft.dataset())));
    graph.add(
        decision,
        NodeFactory.createURI(PROV + "wasAssociatedWith"),
        NodeFactory.createURI(store.base() + "publishers/" + draft.publisher()));
    graph.add(
        decision,
        City.policy.asNode(),
        NodeFactory.createURI(iris.policy(policy.judge().policy().version())));
    return graph;
  }

  private interface Work<T> {
    T in(Path folder) throws IOException;
  }

  private <T> T inFolder(Draft draft, List<Draft.Attached> attached, Work<T> work) {
    Draft.Version version = drafts.version(draft.id(), draft.version());
    Path parent = files.temporary();
    try {
      Path folder = Files.createDirectory(parent.resolve(draft.dataset()));
      Files.writeString(folder.resolve("dataset.ttl"), version.description());
      if (!version.mapping().isBlank()) {
        Files.writeString(
            folder.resolve(ProposedFolder.MAPPING), version.mapping(), StandardCharsets.UTF_8);
      }
      attached.forEach(file -> files.copy(file, folder.resolve(file.name())));
      return work.in(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      DraftFiles.delete(parent);
    }
  }

  /** The commit that a dataset has now, 0 for none. */
  long present(String dataset) {
    return store.states().find(names.metadata(dataset)).map(GraphState::sequence).orElse(0L);
  }

  /** Whether there is a dataset, or was one. */
  boolean everWas(String dataset) {
    return !store.states().history(names.metadata(dataset)).isEmpty();
  }

  /** The description of a dataset that is published. */
  Optional<Graph> published(String dataset) {
    return Iris.isId(dataset)
        ? store
            .states()
            .find(names.metadata(dataset))
            .map(state -> store.versions().graph(state.version()))
        : Optional.empty();
  }

  /** The organisation that a published dataset is of; empty when it is none of this catalogue. */
  Optional<String> publisherOf(String dataset) {
    String prefix = store.base() + "publishers/";
    return published(dataset)
        .flatMap(
            graph ->
                graph
                    .find(
                        NodeFactory.createURI(iris.dataset(dataset)),
                        DCTerms.publisher.asNode(),
                        Node.ANY)
                    .mapWith(triple -> triple.getObject())
                    .nextOptional())
        .filter(node -> node.isURI() && node.getURI().startsWith(prefix))
        .map(node -> node.getURI().substring(prefix.length()));
  }

  /** Stops the publication of a dataset at once; false when it is stopped already. */
  synchronized boolean stop(String dataset, Account by, String reasonJa, String reasonEn) {
    return Stop.begin(store, dataset, agent(by), reasonJa, reasonEn);
  }

  /** Ends a stop; false when there is none. */
  synchronized boolean resume(String dataset, Account by, String reason) {
    return Stop.end(store, dataset, agent(by), reason);
  }

  /** Since when the publication of a dataset is stopped; empty when it is not. */
  Optional<Instant> stoppedSince(String dataset) {
    return Stop.find(store, dataset).map(GraphState::modified);
  }

  /**
   * Takes a dataset away: description, data, verdict, files, mapping. What it was stays in the
   * ledger.
   */
  synchronized void withdraw(String dataset, Account by, String reason) {
    List<GraphChange> changes = new ArrayList<>();
    for (String graph :
        List.of(names.metadata(dataset), names.data(dataset), names.verdict(dataset))) {
      store
          .states()
          .find(graph)
          .ifPresent(state -> changes.add(GraphChange.deletion(state.graph())));
    }
    for (String prefix : List.of(iris.files(dataset), iris.recipe(dataset))) {
      try (Stream<GraphState> stored = store.states().list(prefix)) {
        stored.forEach(state -> changes.add(GraphChange.deletion(state.graph())));
      }
    }
    String key = DatasetReader.WITHDRAW + " " + dataset + " " + present(dataset);
    store.commit(
        new CommitRequest(
            agent(by),
            DatasetReader.WITHDRAW,
            reason,
            Optional.of(Hash.of(key.getBytes(StandardCharsets.UTF_8)).hex()),
            changes));
  }
}
