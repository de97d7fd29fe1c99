package org.machinami.web.dataset;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.Suggestion;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.page.SearchVersion;
import org.machinami.web.rdf.Labels;

/**
 * {@code /datasets}: search with filters; {@code /datasets/suggest}: words while they are typed.
 */
@Path("datasets")
public final class DatasetListResource {
  private static final int MOST_SUGGESTIONS = 8;

  private final SearchIndex search;
  private final SearchVersion version;
  private final ListViews views;
  private final Answers answers;
  private final JsonMapper json = new JsonMapper();

  public DatasetListResource(Store store, SearchIndex search, Labels labels, Answers answers) {
    this.search = search;
    this.version = new SearchVersion(store, search);
    this.views = new ListViews(search, labels, store.base());
    this.answers = answers;
  }

  @GET
  public Response list(@Context ContainerRequestContext request) {
    ListQuery query = ListParameters.read(request.getUriInfo().getQueryParameters());
    Version state = version.of(Asked.of(request).query());
    Instant changed = state.modified().orElse(Instant.EPOCH);
    return answers.answerIn(
        Representation.OF_LISTS, request, state, language -> views.of(query, language, changed));
  }

  /**
   * What could be meant while it is typed.
   *
   * @see <a
   *     href="https://github.com/dewitt/opensearch/blob/master/mediawiki/Specifications/OpenSearch/Extensions/Suggestions/1.1/Draft%201.wiki">OpenSearch
   *     Suggestions 1.1</a>
   */
  @GET
  @Path("suggest")
  @Produces("application/x-suggestions+json")
  public Response suggest(@QueryParam("q") @DefaultValue("") String typed) {
    List<String> texts =
        search.suggest(typed, MOST_SUGGESTIONS).stream().map(Suggestion::text).toList();
    return Response.ok(json.valueToTree(List.of(typed, texts)).toString())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
