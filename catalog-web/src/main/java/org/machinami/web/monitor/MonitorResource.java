package org.machinami.web.monitor;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Labels;
import org.machinami.web.request.RequestRecords;

/** {@code /monitor}, and the lists of decisions and datasets behind its figures. */
@Path("monitor")
public final class MonitorResource {
  private static final int LAST_PAGE = 50_000;

  private final Store store;
  private final SearchIndex search;
  private final MonitorIndex index;
  private final MonitorViews views;
  private final Clock clock;
  private final Answers answers;

  private MonitorResource(
      Store store,
      SearchIndex search,
      MonitorIndex index,
      MonitorViews views,
      Clock clock,
      Answers answers) {
    this.store = store;
    this.search = search;
    this.index = index;
    this.views = views;
    this.clock = clock;
    this.answers = answers;
  }

  /**
   * The pages.
   *
   * @param clock of the city
   */
  public static List<Object> resources(
      MonitorIndex index,
      RequestRecords requests,
      Store store,
      SearchIndex search,
      Labels labels,
      Clock clock,
      Answers answers) {
    MonitorNames names = new MonitorNames(store, search, labels);
    MonitorViews views = new MonitorViews(names);
    return List.of(
        new MonitorResource(store, search, index, views, clock, answers),
        new ReportResource(store, search, index, requests, names, clock, answers),
        new CheckpointResource(store));
  }

  @GET
  public Response monitor(@Context ContainerRequestContext request) {
    MultivaluedMap<String, String> asked = request.getUriInfo().getQueryParameters();
    boolean weekly = weekly(asked);
    MonitorIndex.State state = index.state();
    long behind = Math.max(0, store.ledger().head() - state.applied());
    LocalDate today = LocalDate.now(clock);
    return answers.answerIn(
        Representation.OF_FIGURES,
        request,
        version(state, today, "m" + weekly + behind),
        language -> views.monitor(state, behind, weekly, today, language));
  }

  private static boolean weekly(MultivaluedMap<String, String> asked) {
    String by = Optional.ofNullable(asked.getFirst("by")).orElse("month");
    if (!by.equals("week") && !by.equals("month")) {
      throw Problem.badParameter("by", by, "problem.bad-request.monitor");
    }
    return by.equals("week");
  }

  @GET
  @Path("decisions")
  public Response decisions(@Context ContainerRequestContext request) {
    return list(request, "decisions");
  }

  @GET
  @Path("datasets")
  public Response datasets(@Context ContainerRequestContext request) {
    return list(request, "datasets");
  }

  private Response list(ContainerRequestContext request, String list) {
    MultivaluedMap<String, String> asked = request.getUriInfo().getQueryParameters();
    MonitorFilter filter = MonitorFilter.of(asked);
    int page = page(asked);
    MonitorIndex.State state = index.state();
    LocalDate today = LocalDate.now(clock);
    return answers.answerIn(
        Representation.OF_FIGURES,
        request,
        version(state, today, filter.path(list, page)),
        language -> views.list(list, state, filter, page, today, language));
  }

  /** Names of datasets and publishers come from the search index. */
  private Version version(MonitorIndex.State state, LocalDate today, String query) {
    return new Version(
        "w"
            + state.applied()
            + "."
            + search.applied()
            + "."
            + today.toEpochDay()
            + "."
            + Integer.toHexString(query.hashCode()),
        Optional.empty());
  }

  private static int page(MultivaluedMap<String, String> asked) {
    String value = Optional.ofNullable(asked.getFirst("page")).orElse("1");
    if (value.matches("[1-9][0-9]{0,4}") && Integer.parseInt(value) <= LAST_PAGE) {
      return Integer.parseInt(value);
    }
    throw Problem.badParameter("page", value, "problem.bad-request.page");
  }
}
