package org.machinami.web.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.machinami.web.chart.StackedColumns;
import org.machinami.web.language.Coded;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.problem.Problem;

/** From decisions and standings to pages. Thread-safe. */
final class MonitorViews {
  private static final int MONTHS = 12;
  private static final int WEEKS = 26;
  private static final int PAGE_SIZE = 50;
  private static final int MOST_EXPORTED = 100_000;

  private final MonitorNames names;

  MonitorViews(MonitorNames names) {
    this.names = names;
  }

  /**
   * The figures.
   *
   * @param table id of the one that CSV has
   * @throws Problem 400 when there is no such table
   */
  MonitorView monitor(
      MonitorIndex.State state,
      long behind,
      boolean weekly,
      String table,
      LocalDate today,
      FigureTable questions,
      Language language) {
    Messages m = Messages.in(language);
    List<Span> spans = weekly ? Span.weeks(today, WEEKS) : Span.months(today, MONTHS);
    List<Figures.Counts> counts = Figures.over(state.decisions(), spans);
    List<StackedColumns.Series> series =
        Kind.ALL.stream()
            .map(
                kind ->
                    new StackedColumns.Series(
                        kind.id(),
                        m.text(kind.key()),
                        counts.stream().map(one -> one.of(kind)).toList()))
            .toList();
    MonitorTables tables = new MonitorTables(names, language);
    List<Decision> decisions = state.decisions();
    List<Standing> standings = List.copyOf(state.standings());
    List<FigureTable> all =
        List.of(
            tables.overTime(decisions, spans),
            tables.today(standings),
            tables.byClause(decisions, Figures.open(standings), MonitorFilter.NONE),
            questions,
            tables.bySector(decisions, MonitorFilter.NONE),
            tables.byPublisher(decisions, MonitorFilter.NONE),
            tables.freshness(standings, today),
            tables.stages(standings));
    FigureTable chosen =
        all.stream()
            .filter(one -> one.id().equals(table))
            .findFirst()
            .orElseThrow(() -> Problem.badParameter("table", table, "problem.bad-request.monitor"));
    return new MonitorView(
        state.applied(),
        behind,
        weekly,
        StackedColumns.of(spans.stream().map(Span::id).toList(), series, language),
        series,
        all,
        chosen,
        Span.quarter(today).id());
  }

  MonitorListView list(
      String list,
      MonitorIndex.State state,
      MonitorFilter filter,
      int page,
      LocalDate today,
      Language language) {
    MonitorTables tables = new MonitorTables(names, language);
    if (list.equals("decisions")) {
      List<Decision> found =
          new ArrayList<>(state.decisions().stream().filter(filter::takes).toList());
      Collections.reverse(found);
      return view(list, state, filter, page, language, found, tables::list);
    }
    List<Standing> found =
        state.standings().stream().filter(one -> filter.takes(one, today)).toList();
    return view(list, state, filter, page, language, found, some -> tables.standings(some, today));
  }

  private <T> MonitorListView view(
      String list,
      MonitorIndex.State state,
      MonitorFilter filter,
      int page,
      Language language,
      List<T> found,
      Function<Stream<T>, FigureTable> table) {
    int pages = Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    return new MonitorListView(
        list,
        state.applied(),
        found.size(),
        page,
        pages,
        choices(list, state, filter, language),
        hidden(filter, language),
        filter.from().map(LocalDate::toString).orElse(""),
        filter.to().map(LocalDate::toString).orElse(""),
        page > 1 ? filter.path(list, Math.min(page - 1, pages)) : "",
        page < pages ? filter.path(list, page + 1) : "",
        table.apply(found.stream().skip((page - 1L) * PAGE_SIZE).limit(PAGE_SIZE)),
        () -> table.apply(found.stream().limit(MOST_EXPORTED)));
  }

  private List<MonitorListView.Choice> choices(
      String list, MonitorIndex.State state, MonitorFilter filter, Language language) {
    Messages m = Messages.in(language);
    boolean decisions = list.equals("decisions");
    List<MonitorListView.Choice> choices = new ArrayList<>();
    choices.add(
        choice(
            "kind",
            decisions ? m.text("monitor.decision") : m.text("monitor.verdict"),
            Kind.ALL.stream()
                .filter(kind -> decisions || (kind != Kind.REFUSED && !kind.ends()))
                .map(Kind::id)
                .toList(),
            filter.kind().map(Kind::id).orElse(""),
            id -> new Text(m.text(Coded.require(Kind.class, id).key()), language.tag()),
            m));
    TreeSet<String> sectors = new TreeSet<>();
    state.decisions().forEach(one -> sectors.add(IdParameter.of(one.sector())));
    choices.add(
        choice(
            "sector",
            m.text("monitor.sector"),
            List.copyOf(sectors),
            filter.sector(),
            id -> names.sector(IdParameter.id(id), language),
            m));
    choices.add(
        choice(
            "clause",
            m.text("monitor.clause"),
            List.copyOf(names.titles(language).keySet()),
            filter.clause(),
            id -> names.clause(id, language).shortened(28),
            m));
    if (!decisions) {
      choices.add(
          choice(
              "fresh",
              m.text("monitor.freshness"),
              Arrays.stream(Freshness.values()).map(Freshness::id).toList(),
              filter.fresh().map(Freshness::id).orElse(""),
              id -> new Text(m.text(Coded.require(Freshness.class, id).key()), language.tag()),
              m));
    }
    return choices;
  }

  private static MonitorListView.Choice choice(
      String name,
      String label,
      List<String> ids,
      String chosen,
      Function<String, Text> text,
      Messages m) {
    List<MonitorListView.Option> options = new ArrayList<>();
    options.add(
        new MonitorListView.Option(
            "", new Text(m.text("monitor.any"), m.language().tag()), chosen.isEmpty()));
    ids.forEach(
        id -> options.add(new MonitorListView.Option(id, text.apply(id), id.equals(chosen))));
    return new MonitorListView.Choice(name, label, options);
  }

  private List<MonitorListView.Hidden> hidden(MonitorFilter filter, Language language) {
    List<MonitorListView.Hidden> hidden = new ArrayList<>();
    if (!filter.publisher().isEmpty()) {
      hidden.add(
          new MonitorListView.Hidden(
              "publisher",
              filter.publisher(),
              names.publisher(IdParameter.id(filter.publisher()), language)));
    }
    if (!filter.stage().isEmpty()) {
      hidden.add(
          new MonitorListView.Hidden(
              "stage", filter.stage(), names.stage(IdParameter.id(filter.stage()), language)));
    }
    return hidden;
  }
}
