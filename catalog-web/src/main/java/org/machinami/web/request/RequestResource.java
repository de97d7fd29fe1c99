package org.machinami.web.request;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Request;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.dataset.Cards;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Labels;

/** {@code /requests} and {@code /requests/{id}}: what people miss, and who needs it, too. */
@Path("requests")
public final class RequestResource {
  /** What the reader has just done, by the parameter "done" of the page that he is led to. */
  private static final Map<String, String> SAID =
      Map.of(
          "sent", "request.said.sent",
          "counted", "request.said.counted",
          "before", "request.said.before");

  private static final int LAST_PAGE = 50_000;
  private static final int SUPPORTS_PER_HOUR = 60;

  private final RequestRecords records;
  private final SearchIndex search;
  private final RequestChoices choices;
  private final RequestViews views;
  private final Browsers browsers;
  private final CallerLimit limit = new CallerLimit(SUPPORTS_PER_HOUR, System::nanoTime);
  private final Answers answers;

  private RequestResource(
      RequestRecords records,
      SearchIndex search,
      RequestChoices choices,
      RequestViews views,
      Browsers browsers,
      Answers answers) {
    this.records = records;
    this.search = search;
    this.choices = choices;
    this.views = views;
    this.browsers = browsers;
    this.answers = answers;
  }

  /**
   * The pages and the form.
   *
   * @param fields ids of the service fields in their order
   */
  public static List<Object> resources(
      RequestRecords records,
      RequestSettings settings,
      Store store,
      SearchIndex search,
      List<String> fields,
      Labels labels,
      Answers answers) {
    String base = store.base();
    RequestChoices choices = new RequestChoices(labels, base, fields);
    RequestViews views =
        new RequestViews(
            records, search, new Cards(store, labels), choices, base, settings.moderated());
    Browsers browsers = new Browsers(base, Clock.systemUTC());
    return List.of(
        new RequestResource(records, search, choices, views, browsers, answers),
        new RequestFormResource(records, settings, search, choices, views, browsers, answers));
  }

  @GET
  public Response list(@Context ContainerRequestContext request) {
    MultivaluedMap<String, String> asked = request.getUriInfo().getQueryParameters();
    RequestFilter filter =
        new RequestFilter(
            choice(asked, "field", choices::hasField),
            choice(asked, "municipality", choices::hasMunicipality),
            RequestState.find(choice(asked, "state", RequestResource::isShown)),
            true,
            !choice(asked, "sort", "needed"::equals).isEmpty());
    int page = page(asked);
    return answers.answerIn(
        Representation.OF_RECORD_LISTS,
        request,
        version(),
        language -> views.list(filter, page, language));
  }

  /** Names of datasets come from the search index. */
  private Version version() {
    return new Version(
        "r" + Long.toHexString(records.revision()) + "." + search.applied(), Optional.empty());
  }

  private static boolean isShown(String id) {
    return RequestState.find(id).filter(RequestState::isShown).isPresent();
  }

  private static String choice(
      MultivaluedMap<String, String> asked, String name, Predicate<String> known) {
    String value = Optional.ofNullable(asked.getFirst(name)).orElse("");
    if (!value.isEmpty() && !known.test(value)) {
      throw Problem.badParameter(name, value, "problem.bad-request.request-choice");
    }
    return value;
  }

  private static int page(MultivaluedMap<String, String> asked) {
    String value = Optional.ofNullable(asked.getFirst("page")).orElse("1");
    try {
      int page = Integer.parseInt(value);
      if (page >= 1 && page <= LAST_PAGE) {
        return page;
      }
    } catch (NumberFormatException e) {
      // told below, like a number that is too small or too large
    }
    throw Problem.badParameter("page", value, "problem.bad-request.page");
  }

  @GET
  @Path("{id}")
  public Response request(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam("done") @DefaultValue("") String done) {
    DataRequest found = require(id);
    Response.ResponseBuilder answer =
        Response.fromResponse(
            answers.answerIn(
                Representation.OF_RECORDS,
                request,
                version(),
                language -> views.of(found, Optional.ofNullable(SAID.get(done)), language)));
    if (found.state() == RequestState.WAITING) {
      answer.header("X-Robots-Tag", "noindex");
    }
    return answer.build();
  }

  /** One that is hidden is not there. */
  private DataRequest require(String id) {
    return records
        .find(id)
        .filter(found -> found.state() != RequestState.HIDDEN)
        .orElseThrow(() -> Problem.notFound("requests/" + id));
  }

  /** "I need this, too." Once for each browser. */
  @POST
  @Path("{id}/support")
  public Response support(
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context Request connection,
      @PathParam("id") String id,
      @CookieParam(Supporter.COOKIE) @DefaultValue("") String cookie) {
    String about = "requests/" + id;
    if (!browsers.isOwnPage(headers)) {
      throw Problem.of(Kind.FORBIDDEN, about);
    }
    if (!require(id).state().isOpen()) {
      throw Problem.notFound(about + "/support");
    }
    if (!limit.allows(Request.getRemoteAddr(connection))) {
      throw Problem.tooMany(about, CallerLimit.PERIOD);
    }
    Supporter supporter = Supporter.read(cookie).orElseGet(Supporter::random);
    boolean first = records.support(id, supporter);
    return Response.seeOther(
            URI.create(
                Asked.of(request).prefix() + about + "?done=" + (first ? "counted" : "before")))
        .cookie(browsers.cookie(supporter))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
