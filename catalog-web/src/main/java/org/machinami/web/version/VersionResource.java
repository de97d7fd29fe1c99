package org.machinami.web.version;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.dataset.History;
import org.machinami.web.dataset.VersionEntry;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Terms;
import org.machinami.web.rows.Names;

/** {@code /datasets/{id}/versions/{sequence}}: what a commit changed in a dataset. */
@Path("datasets/{id}/versions/{sequence}")
public final class VersionResource {
  private final Store store;
  private final DatasetReader reader;
  private final History history;
  private final ChangesReader changes;
  private final Names names;
  private final Answers answers;

  public VersionResource(Store store, DatasetReader reader, Names names, Answers answers) {
    this.store = store;
    this.reader = reader;
    this.history = new History(store);
    this.changes = new ChangesReader(store.versions(), names);
    this.names = names;
    this.answers = answers;
  }

  @GET
  public Response version(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("sequence") String sequence) {
    DatasetState state = reader.require(id);
    VersionEntry entry =
        Optional.of(sequence)
            .filter(s -> s.matches("[1-9][0-9]{0,17}"))
            .flatMap(s -> history.find(id, Long.parseLong(s)))
            .orElseThrow(() -> Problem.notFound("datasets/" + id + "/versions/" + sequence));
    Commit commit = store.ledger().read(entry.sequence() - 1, 1).get(0);
    String tag =
        String.join(
            ".",
            state.metadata().version().hex().substring(0, 16),
            commit.hash().hex().substring(0, 16));
    Version version = new Version(tag, Optional.of(commit.time())).with(names.state());
    return answers.answer(request, version, language -> page(state, entry, commit, language));
  }

  private VersionPage page(
      DatasetState state, VersionEntry entry, Commit commit, Language language) {
    String data = new NamedGraphs(store.base()).data(state.id());
    List<GraphState> states = store.states().history(data);
    Optional<GraphState> here =
        states.stream().filter(s -> s.sequence() == entry.sequence()).findFirst();
    Optional<GraphState> before =
        states.stream().filter(s -> s.sequence() < entry.sequence()).findFirst();
    return new VersionPage(
        description(state.id(), entry, commit),
        state.id(),
        state.title(reader.describe(state), language),
        entry,
        commit.agent(),
        commit.hash().hex(),
        here.filter(h -> state.stop().isEmpty())
            .map(h -> changes.read(before.flatMap(VersionResource::present), present(h), language)),
        state.stop().isEmpty() && store.states().findAsOf(data, entry.sequence()).isPresent(),
        before.filter(b -> !b.deleted()).stream().mapToLong(GraphState::sequence).findFirst());
  }

  private static Optional<Hash> present(GraphState state) {
    return state.deleted() ? Optional.empty() : Optional.of(state.version());
  }

  private Graph description(String id, VersionEntry entry, Commit commit) {
    VersionGraph graph = new VersionGraph(store.base() + "datasets/" + id);
    graph.add(
        graph.add(entry),
        Terms.DCT + "identifier",
        NodeFactory.createLiteralString(commit.hash().hex()));
    return graph.graph();
  }
}
