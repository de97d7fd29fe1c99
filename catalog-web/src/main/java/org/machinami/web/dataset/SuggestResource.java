package org.machinami.web.dataset;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.Suggestion;

/**
 * {@code /datasets/suggest}: names that begin as typed, as the JSON array of OpenSearch.
 *
 * @see <a href="https://github.com/dewitt/opensearch">OpenSearch, extension Suggestions 1.1</a>
 */
@Path("datasets/suggest")
public final class SuggestResource {
  private static final int MOST = 8;

  private final SearchIndex search;
  private final JsonMapper json = new JsonMapper();

  public SuggestResource(SearchIndex search) {
    this.search = search;
  }

  @GET
  @Produces("application/x-suggestions+json")
  public Response suggest(@QueryParam("q") @DefaultValue("") String typed) {
    List<String> names = search.suggest(typed, MOST).stream().map(Suggestion::text).toList();
    return Response.ok(json.valueToTree(List.of(typed, names)).toString())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
