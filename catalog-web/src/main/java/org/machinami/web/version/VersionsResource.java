package org.machinami.web.version;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.machinami.store.Store;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.dataset.History;
import org.machinami.web.dataset.HistoryPart;
import org.machinami.web.language.Language;
import org.machinami.web.page.Answers;
import org.machinami.web.rdf.Terms;

/**
 * {@code /datasets/{id}/versions}: the commits on a dataset, the latest first, some on a page. The
 * parameter {@code before} names a commit; the page has those that came before it.
 */
@Path("datasets/{id}/versions")
public final class VersionsResource {
  private final DatasetReader reader;
  private final History history;
  private final Answers answers;
  private final String base;

  public VersionsResource(Store store, DatasetReader reader, Answers answers) {
    this.reader = reader;
    this.history = new History(store);
    this.answers = answers;
    this.base = store.base();
  }

  @GET
  public Response versions(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam(History.BEFORE) String parameter) {
    long before = History.before(parameter);
    DatasetState state = reader.require(id);
    return answers.answer(
        request, state.versionOfHistory(), language -> page(state, before, language));
  }

  private VersionsPage page(DatasetState state, long before, Language language) {
    HistoryPart part = history.of(state.id(), before);
    return new VersionsPage(
        description(state.id(), before, part),
        state.id(),
        state.title(reader.describe(state), language),
        part,
        before == Long.MAX_VALUE);
  }

  private Graph description(String id, long before, HistoryPart part) {
    String dataset = base + "datasets/" + id;
    VersionGraph graph = new VersionGraph(dataset);
    String all = dataset + "/versions";
    Node collection = NodeFactory.createURI(all);
    Node page =
        NodeFactory.createURI(
            before == Long.MAX_VALUE ? all : all + "?" + History.BEFORE + "=" + before);
    graph.add(collection, Terms.type, NodeFactory.createURI(Terms.HYDRA + "Collection"));
    graph.add(collection, Terms.HYDRA + "view", page);
    graph.add(page, Terms.type, NodeFactory.createURI(Terms.HYDRA + "PartialCollectionView"));
    part.olderQuery()
        .ifPresent(
            query -> graph.add(page, Terms.HYDRA + "next", NodeFactory.createURI(all + query)));
    part.entries()
        .forEach(entry -> graph.add(collection, Terms.HYDRA + "member", graph.add(entry)));
    return graph.graph();
  }
}
