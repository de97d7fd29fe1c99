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
import java.util.function.Function;
import java.util.function.Supplier;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.RequestRecords;

/** {@code /monitor}, and the lists of decisions and datasets behind its figures. */
@Path("monitor")
public final class MonitorResource {
  private static final int LAST_PAGE = 50_000;

  private final Store store;
  private final SearchIndex search;
  private final MonitorIndex index;
  private final Added added;
  private final MonitorViews views;
  private final Clock clock;
  private final Answers answers;

  /**
   * Figures that are not from the ledger.
   *
   * @param table in a language
   * @param version another text whenever it would be another
   */
  public record Added(Function<Language, FigureTable> table, Supplier<String> version) {}

  private MonitorResource(
      Store store,
      SearchIndex search,
      MonitorIndex index,
      Added added,
      MonitorViews views,
      Clock clock,
      Answers answers) {
    this.store = store;
    this.search = search;
    this.index = index;
    this.added = added;
    this.views = views;
    this.clock = clock;
    this.answers = answers;
  }

  /**
   * The pages.
   *
   * @param added figures that are not from the ledger
   * @param clock of the city
   */
  public static List<Object> resources(
      MonitorIndex index,
      RequestRecords requests,
      Added added,
      Store store,
      SearchIndex search,
      MonitorNames names,
      Clock clock,
      Answers answers) {
    MonitorViews views = new MonitorViews(names);
    return List.of(
        new MonitorResource(store, search, index, added, views, clock, answers),
        new ReportResource(store, search, index, requests, names, clock, answers),
        new CheckpointResource(store));
  }

  @GET
  public Response monitor(@Context ContainerRequestContext request) {
    MultivaluedMap<String, String> asked = request.getUriInfo().getQueryParameters();
    boolean weekly = weekly(asked);
    String table = Optional.ofNullable(asked.getFirst("table")).orElse("over-time");
    MonitorIndex.State state = index.state();
    long behind = Math.max(0, store.ledger().head() - state.applied());
    LocalDate today = LocalDate.now(clock);
    return answers.answerIn(
        Representation.OF_FIGURES,
        request,
        version(state, today, "m" + weekly + table + behind + "." + added.version().get()),
        language ->
            views.monitor(
                state, behind, weekly, table, today, added.table().apply(language), language));
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
