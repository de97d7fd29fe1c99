package org.machinami.web.monitor;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.monitor.FigureTable.Cell;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.RequestFilter;
import org.machinami.web.request.RequestRecords;
import org.machinami.web.request.RequestState;

/** {@code /monitor/reports} and {@code /monitor/reports/2026-Q4}: the report of each quarter. */
@Path("monitor/reports")
public final class ReportResource {
  private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-Q([1-4])");

  private final Store store;
  private final SearchIndex search;
  private final MonitorIndex index;
  private final RequestRecords requests;
  private final MonitorNames names;
  private final PolicyVersions policies;
  private final Clock clock;
  private final Answers answers;

  ReportResource(
      Store store,
      SearchIndex search,
      MonitorIndex index,
      RequestRecords requests,
      MonitorNames names,
      Clock clock,
      Answers answers) {
    this.store = store;
    this.search = search;
    this.index = index;
    this.requests = requests;
    this.names = names;
    this.policies = new PolicyVersions(store);
    this.clock = clock;
    this.answers = answers;
  }

  @GET
  public Response list(@Context ContainerRequestContext request) {
    MonitorIndex.State state = index.state();
    LocalDate today = LocalDate.now(clock);
    return answers.answerIn(
        List.of(Representation.HTML),
        request,
        new Version("q" + state.applied() + "." + today.toEpochDay(), Optional.empty()),
        language ->
            new ReportListView(
                quarters(state, today).stream().map(span -> quarter(span, language)).toList()));
  }

  /** From the first decision to today, the latest first. */
  private static List<Span> quarters(MonitorIndex.State state, LocalDate today) {
    LocalDate first = state.decisions().isEmpty() ? today : state.decisions().get(0).day();
    List<Span> spans = new ArrayList<>();
    for (Span span = Span.quarter(today); !span.to().isBefore(first); span = span.before()) {
      spans.add(span);
    }
    return spans;
  }

  private static ReportView.Quarter quarter(Span span, Language language) {
    Messages m = Messages.in(language);
    Matcher parts = QUARTER.matcher(span.id());
    if (!parts.matches()) {
      throw new IllegalArgumentException("span: " + span.id() + " is not a quarter");
    }
    return new ReportView.Quarter(
        span.id(),
        m.text("monitor.quarter", parts.group(1), parts.group(2)),
        m.text("monitor.days", m.day(span.from()), m.day(span.to())));
  }

  @GET
  @Path("{quarter}")
  public Response report(
      @Context ContainerRequestContext request, @PathParam("quarter") String quarter) {
    MonitorIndex.State state = index.state();
    LocalDate today = LocalDate.now(clock);
    Span span =
        quarters(state, today).stream()
            .filter(one -> one.id().equals(quarter))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("monitor/reports/" + quarter));
    Version version =
        new Version(
            "q"
                + state.applied()
                + "."
                + search.applied()
                + "."
                + today.toEpochDay()
                + ".r"
                + Long.toHexString(requests.revision())
                + "."
                + span.id(),
            Optional.empty());
    return answers.answerIn(
        Representation.OF_REPORTS,
        request,
        version,
        language -> report(state, span, today, language));
  }

  private ReportView report(
      MonitorIndex.State state, Span span, LocalDate today, Language language) {
    Messages m = Messages.in(language);
    MonitorTables tables = new MonitorTables(names, language);
    List<Decision> decisions =
        state.decisions().stream().filter(one -> span.holds(one.day())).toList();
    boolean over = span.to().isBefore(today);
    MonitorFilter within = MonitorFilter.NONE.within(span);
    List<Span> months =
        List.of(0, 1, 2).stream()
            .map(i -> span.from().plusMonths(i))
            .map(day -> Span.months(day, 1).get(0))
            .toList();
    List<FigureTable> found = new ArrayList<>();
    found.add(tables.overTime(decisions, months));
    found.add(tables.byClause(decisions, Map.of(), within));
    found.add(tables.bySector(decisions, within));
    found.add(tables.byPublisher(decisions, within));
    found.add(
        tables.list(
            decisions.stream().filter(one -> one.kind() == Kind.OVERRIDDEN || one.kind().ends())));
    if (!over) {
      List<Standing> standings = List.copyOf(state.standings());
      found.add(tables.freshness(standings, today));
      found.add(requests(m));
    }
    Map<Kind, Integer> all = new EnumMap<>(Kind.class);
    decisions.forEach(one -> all.merge(one.kind(), 1, Integer::sum));
    String sentence =
        m.text(
            "monitor.sentence",
            all.getOrDefault(Kind.ADMITTED, 0),
            all.getOrDefault(Kind.WARNED, 0),
            all.getOrDefault(Kind.REFUSED, 0),
            all.getOrDefault(Kind.OVERRIDDEN, 0),
            all.getOrDefault(Kind.STOPPED, 0),
            all.getOrDefault(Kind.WITHDRAWN, 0));
    return new ReportView(
        ReportGraph.of(store.base(), span, decisions, policies.inForce().policy().version()),
        quarter(span, language),
        over,
        state.applied(),
        sentence,
        found);
  }

  /** What people asked for, by what has become of it. */
  private FigureTable requests(Messages m) {
    List<List<Cell>> rows =
        RequestState.SHOWN.stream()
            .map(
                one -> {
                  long count = requests.count(RequestFilter.all(Optional.of(one)));
                  String path = count == 0 ? "" : "requests?state=" + one.id();
                  Text name = new Text(m.text(one.key()), m.language().tag());
                  return List.of(
                      Cell.of(name, path, one.id()), Cell.number(m.number(count), path, count));
                })
            .toList();
    return new FigureTable(
        "requests",
        m.text("monitor.requests"),
        List.of(m.text("monitor.state"), m.text("monitor.requests-count")),
        List.of("state", "requests"),
        rows,
        "");
  }
}
