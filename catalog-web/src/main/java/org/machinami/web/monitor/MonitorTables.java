package org.machinami.web.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.machinami.web.language.Coded;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.monitor.FigureTable.Cell;

/** Figures as tables whose numbers lead to what is behind them. */
final class MonitorTables {
  private static final int MOST_PUBLISHERS = 20;

  private final MonitorNames names;
  private final Language language;
  private final Messages m;

  MonitorTables(MonitorNames names, Language language) {
    this.names = names;
    this.language = language;
    this.m = Messages.in(language);
  }

  private Cell decisions(int count, MonitorFilter filter) {
    return Cell.number(m.number(count), count == 0 ? "" : filter.decisions(), count);
  }

  private Cell datasets(int count, MonitorFilter filter) {
    return Cell.number(m.number(count), count == 0 ? "" : filter.datasets(), count);
  }

  private FigureTable byKind(
      String id, String caption, String first, String key, List<List<Cell>> rows) {
    return byKind(id, caption, first, key, rows, "", Integer.MAX_VALUE);
  }

  private FigureTable byKind(
      String id,
      String caption,
      String first,
      String key,
      List<List<Cell>> rows,
      String note,
      int most) {
    List<String> columns = new ArrayList<>(List.of(first));
    List<String> keys = new ArrayList<>(List.of(key));
    for (Kind kind : Kind.ALL) {
      columns.add(m.text(kind.key()));
      keys.add(kind.id());
    }
    return new FigureTable(id, caption, columns, keys, rows, note, most);
  }

  private List<Cell> row(Cell head, Figures.Counts counts, MonitorFilter filter) {
    List<Cell> row = new ArrayList<>(List.of(head));
    Kind.ALL.forEach(kind -> row.add(decisions(counts.of(kind), filter.withKind(kind))));
    return row;
  }

  /** What was decided in each span, the latest first. */
  FigureTable overTime(List<Decision> decisions, List<Span> spans) {
    List<Figures.Counts> counts = Figures.over(decisions, spans);
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = spans.size() - 1; i >= 0; i--) {
      Span span = spans.get(i);
      MonitorFilter filter = MonitorFilter.NONE.within(span);
      Cell head = Cell.of(new Text(span.id(), ""), filter.decisions(), span.id());
      rows.add(row(head, counts.get(i), filter));
    }
    return byKind(
        "over-time", m.text("monitor.over-time"), m.text("monitor.period"), "period", rows);
  }

  /** What was decided, by sector. */
  FigureTable bySector(List<Decision> decisions, MonitorFilter within) {
    List<List<Cell>> rows = new ArrayList<>();
    new TreeMap<>(Figures.by(decisions, Decision::sector))
        .forEach(
            (sector, counts) -> {
              MonitorFilter filter = within.withSector(sector);
              Cell head = Cell.of(names.sector(sector, language), filter.decisions(), sector);
              rows.add(row(head, counts, filter));
            });
    return byKind(
        "by-sector", m.text("monitor.by-sector"), m.text("monitor.sector"), "sector", rows);
  }

  /** What was decided, by organisation, those with the most first. */
  FigureTable byPublisher(List<Decision> decisions, MonitorFilter within) {
    Map<String, Figures.Counts> by = Figures.by(decisions, Decision::publisher);
    List<List<Cell>> rows =
        by.entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<String, Figures.Counts> e) -> -e.getValue().all())
                    .thenComparing(Map.Entry::getKey))
            .map(
                entry -> {
                  MonitorFilter filter = within.withPublisher(entry.getKey());
                  Cell head =
                      Cell.of(
                          names.publisher(entry.getKey(), language),
                          filter.decisions(),
                          entry.getKey());
                  return row(head, entry.getValue(), filter);
                })
            .toList();
    String note =
        by.size() > MOST_PUBLISHERS
            ? m.text("monitor.first-publishers", MOST_PUBLISHERS, by.size())
            : "";
    return byKind(
        "by-publisher",
        m.text("monitor.by-publisher"),
        m.text("monitor.publisher"),
        "publisher",
        rows,
        note,
        MOST_PUBLISHERS);
  }

  /**
   * What was decided, by clause, and the findings that are open today.
   *
   * @param open how many datasets have one under each clause; empty: not shown
   */
  FigureTable byClause(List<Decision> decisions, Map<String, Integer> open, MonitorFilter within) {
    Map<String, Figures.Counts> by = Figures.byClause(decisions);
    TreeMap<String, Figures.Counts> all = new TreeMap<>(Figures.BY_NUMBER);
    all.putAll(by);
    open.keySet().forEach(clause -> all.putIfAbsent(clause, Figures.Counts.none()));
    List<Kind> kinds = Kind.UNDER_CLAUSES;
    List<List<Cell>> rows = new ArrayList<>();
    all.forEach(
        (clause, counts) -> {
          MonitorFilter filter = within.withClause(clause);
          List<Cell> row = new ArrayList<>();
          row.add(Cell.of(names.clause(clause, language), names.clausePath(clause), clause));
          kinds.forEach(kind -> row.add(decisions(counts.of(kind), filter.withKind(kind))));
          if (!open.isEmpty()) {
            row.add(datasets(open.getOrDefault(clause, 0), MonitorFilter.NONE.withClause(clause)));
          }
          rows.add(row);
        });
    List<String> columns = new ArrayList<>(List.of(m.text("monitor.clause")));
    List<String> keys = new ArrayList<>(List.of("clause"));
    kinds.forEach(
        kind -> {
          columns.add(m.text(kind.key()));
          keys.add(kind.id());
        });
    if (!open.isEmpty()) {
      columns.add(m.text("monitor.open"));
      keys.add("open");
    }
    return new FigureTable(
        "by-clause",
        m.text("monitor.by-clause"),
        columns,
        keys,
        rows,
        m.text("monitor.clause-note"));
  }

  /** How the datasets that are there keep to what was promised. */
  FigureTable freshness(List<Standing> standings, LocalDate today) {
    Map<Freshness, Integer> counts =
        Figures.count(standings, standing -> standing.freshness(today));
    int kept = standings.stream().mapToInt(Standing::kept).sum();
    int intervals = standings.stream().mapToInt(Standing::intervals).sum();
    List<List<Cell>> rows =
        Arrays.stream(Freshness.values())
            .map(
                one -> {
                  MonitorFilter filter = MonitorFilter.NONE.withFreshness(one);
                  int count = counts.getOrDefault(one, 0);
                  Cell head =
                      Cell.of(
                          new Text(m.text(one.key()), language.tag()),
                          count == 0 ? "" : filter.datasets(),
                          one.id());
                  return List.of(head, datasets(count, filter));
                })
            .toList();
    return new FigureTable(
        "freshness",
        m.text("monitor.freshness"),
        List.of(m.text("monitor.state"), m.text("monitor.datasets")),
        List.of("state", "datasets"),
        rows,
        intervals == 0 ? "" : m.text("monitor.kept", kept, intervals));
  }

  /** How many datasets have each stage of personal data, and how each of these was let in. */
  FigureTable stages(List<Standing> standings) {
    return standing(
        "stages",
        m.text("monitor.stages"),
        m.text("monitor.stage"),
        standings,
        Standing::stage,
        stage -> names.stage(stage, language),
        MonitorFilter.NONE::withStage);
  }

  /** How the datasets stand today, by verdict. */
  FigureTable today(List<Standing> standings) {
    return standing(
        "today",
        m.text("monitor.today"),
        m.text("monitor.verdict"),
        standings,
        one -> one.kind().id(),
        id -> new Text(m.text(Coded.require(Kind.class, id).key()), language.tag()),
        id -> MonitorFilter.NONE.withKind(Coded.require(Kind.class, id)));
  }

  private FigureTable standing(
      String id,
      String caption,
      String head,
      List<Standing> standings,
      Function<Standing, String> what,
      Function<String, Text> name,
      Function<String, MonitorFilter> filter) {
    List<List<Cell>> rows = new ArrayList<>();
    new TreeMap<>(Figures.count(standings, what))
        .forEach(
            (value, count) -> {
              MonitorFilter behind = filter.apply(value);
              rows.add(
                  List.of(
                      Cell.of(name.apply(value), behind.datasets(), value),
                      datasets(count, behind)));
            });
    return new FigureTable(
        id, caption, List.of(head, m.text("monitor.datasets")), List.of(id, "datasets"), rows, "");
  }

  /** Decisions one by one. */
  FigureTable list(Stream<Decision> decisions) {
    List<List<Cell>> rows =
        decisions
            .map(
                one ->
                    List.of(
                        Cell.of(
                            new Text(m.minute(one.time()), language.tag()),
                            "",
                            one.time().toString()),
                        Cell.of(
                            new Text(m.text(one.kind().key()), language.tag()),
                            "",
                            one.kind().id()),
                        dataset(one.shown(), one.kind() != Kind.WITHDRAWN),
                        Cell.of(names.publisher(one.publisher(), language), "", one.publisher()),
                        Cell.of(names.sector(one.sector(), language), "", one.sector()),
                        clauses(one.clauses()),
                        reason(one),
                        commit(one.sequence())))
            .toList();
    return new FigureTable(
        "decisions",
        m.text("monitor.decisions"),
        List.of(
            m.text("monitor.time"),
            m.text("monitor.decision"),
            m.text("monitor.dataset"),
            m.text("monitor.publisher"),
            m.text("monitor.sector"),
            m.text("monitor.clauses"),
            m.text("monitor.reason"),
            m.text("monitor.commit")),
        List.of(
            "time", "decision", "dataset", "publisher", "sector", "clauses", "reason", "commit"),
        rows,
        "");
  }

  /** The line of the ledger that says it. */
  private Cell commit(long sequence) {
    String path = "ledger?after=" + (sequence - 1) + "&limit=1";
    return Cell.number(m.number(sequence), path, sequence);
  }

  private Cell reason(Decision one) {
    String reason = one.reason(language);
    boolean untold = reason.isEmpty() && one.kind() == Kind.WITHDRAWN;
    return Cell.of(new Text(untold ? m.text("monitor.gone") : reason, ""), "", reason);
  }

  private Cell dataset(String id, boolean there) {
    if (id.isEmpty()) {
      return Cell.of(new Text(m.text("monitor.unnamed"), language.tag()), "", "");
    }
    return Cell.of(there ? names.dataset(id, language) : new Text(id, "zxx"), "datasets/" + id, id);
  }

  private static Cell clauses(List<String> clauses) {
    String joined = String.join(", ", clauses);
    return Cell.of(new Text(joined, ""), "", String.join(" ", clauses));
  }

  /** Datasets one by one. */
  FigureTable standings(Stream<Standing> standings, LocalDate today) {
    List<List<Cell>> rows =
        standings
            .map(
                one ->
                    List.of(
                        dataset(one.id(), true),
                        Cell.of(
                            new Text(m.text(one.kind().key()), language.tag()),
                            "",
                            one.kind().id()),
                        clauses(one.clauses()),
                        Cell.of(names.publisher(one.publisher(), language), "", one.publisher()),
                        Cell.of(names.sector(one.sector(), language), "", one.sector()),
                        Cell.of(names.stage(one.stage(), language), "", one.stage()),
                        Cell.of(
                            new Text(m.text(one.freshness(today).key()), language.tag()),
                            "",
                            one.freshness(today).id())))
            .toList();
    return new FigureTable(
        "datasets",
        m.text("monitor.datasets"),
        List.of(
            m.text("monitor.dataset"),
            m.text("monitor.verdict"),
            m.text("monitor.open"),
            m.text("monitor.publisher"),
            m.text("monitor.sector"),
            m.text("monitor.stage"),
            m.text("monitor.freshness")),
        List.of("dataset", "verdict", "clauses", "publisher", "sector", "stage", "freshness"),
        rows,
        "");
  }
}
