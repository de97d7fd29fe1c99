package org.machinami.web.monitor.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.machinami.loader.policy.WhatIfFile;
import org.machinami.loader.policy.WhatIfReport;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.Outcome;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.monitor.FigureTable;
import org.machinami.web.monitor.FigureTable.Cell;
import org.machinami.web.monitor.MonitorNames;

/** The figures of a report as tables, whose numbers lead to the datasets behind them. */
final class WhatIfTables {
  private final MonitorNames names;
  private final String publishers;
  private final String run;
  private final WhatIfFile.Figures figures;
  private final Language language;
  private final Messages m;

  WhatIfTables(
      MonitorNames names, String base, String run, WhatIfFile.Figures figures, Language language) {
    this.names = names;
    this.publishers = base + "publishers/";
    this.run = run;
    this.figures = figures;
    this.language = language;
    this.m = Messages.in(language);
  }

  /** The message that names an outcome. */
  static String key(Outcome outcome) {
    return switch (outcome) {
      case ADMITTED -> "monitor.kind.admitted";
      case ADMITTED_WITH_WARNINGS -> "monitor.kind.warned";
      case REFUSED -> "monitor.kind.refused";
    };
  }

  List<FigureTable> all() {
    return List.of(outcomes(), clauses(), sectors(), publishers());
  }

  private Text own(String key) {
    return new Text(m.text(key), language.tag());
  }

  private Cell number(int count, WhatIfFilter behind) {
    return Cell.number(m.number(count), count == 0 ? "" : behind.path(run), count);
  }

  private Cell plain(int count) {
    return Cell.number(m.number(count), "", count);
  }

  private FigureTable outcomes() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      int today = figures.count(outcome, false);
      int then = figures.count(outcome, true);
      int more = then - today;
      String difference = more == 0 ? "±0" : (more > 0 ? "+" : "−") + m.number(Math.abs(more));
      rows.add(
          List.of(
              Cell.of(own(key(outcome)), "", outcome.id()),
              plain(today),
              plain(then),
              Cell.number(difference, "", more)));
    }
    return new FigureTable(
        "outcomes",
        m.text("whatif.outcomes"),
        List.of(
            m.text("monitor.verdict"),
            m.text("whatif.today"),
            m.text("whatif.then"),
            m.text("whatif.difference")),
        List.of("outcome", "today", "then", "difference"),
        rows,
        "");
  }

  /** The clause as the draft calls it. */
  Text clause(String number) {
    WhatIfFile.Words words = figures.clauses().get(number);
    String title = words == null ? "" : language == Language.JA ? words.ja() : words.en();
    return new Text((number + " " + title).strip(), language.tag());
  }

  private FigureTable clauses() {
    List<List<Cell>> rows = new ArrayList<>();
    figures
        .byClause()
        .forEach(
            (number, count) ->
                rows.add(
                    List.of(
                        Cell.of(
                            clause(number),
                            WhatIfFilter.WHOLE.withClause(number).path(run),
                            number),
                        plain(count.refused()),
                        plain(count.warned()),
                        plain(count.lost()))));
    return new FigureTable(
        "clauses",
        m.text("monitor.by-clause"),
        List.of(
            m.text("monitor.clause"),
            m.text("whatif.clause-refused"),
            m.text("whatif.clause-warned"),
            m.text("whatif.clause-lost")),
        List.of("clause", "refused", "warned", "lost"),
        rows,
        m.text("whatif.clause-note"));
  }

  private FigureTable sectors() {
    return shares(
        "sectors",
        m.text("monitor.by-sector"),
        m.text("monitor.sector"),
        figures.bySector(),
        this::sector,
        WhatIfFilter::withSector);
  }

  private FigureTable publishers() {
    return shares(
        "publishers",
        m.text("monitor.by-publisher"),
        m.text("monitor.publisher"),
        figures.byPublisher(),
        this::publisher,
        WhatIfFilter::withPublisher);
  }

  /** An organisation by its IRI; of one that no description names any more the IRI. */
  Text publisher(String iri) {
    return names.publisher(
        iri.startsWith(publishers) ? iri.substring(publishers.length()) : iri, language);
  }

  Text sector(String iri) {
    String prefix = Vocabularies.concept("sector", "");
    return names.sector(iri.startsWith(prefix) ? iri.substring(prefix.length()) : "", language);
  }

  private FigureTable shares(
      String id,
      String caption,
      String head,
      Map<String, WhatIfReport.Share> by,
      Function<String, Text> name,
      BiFunction<WhatIfFilter, String, WhatIfFilter> narrow) {
    List<List<Cell>> rows =
        by.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, WhatIfReport.Share> e) -> -e.getValue().all())
                    .thenComparing(Map.Entry::getKey))
            .map(
                entry -> {
                  WhatIfFilter behind = narrow.apply(WhatIfFilter.WHOLE, entry.getKey());
                  WhatIfReport.Share share = entry.getValue();
                  return List.of(
                      Cell.of(name.apply(entry.getKey()), behind.path(run), entry.getKey()),
                      number(share.refused(), behind.withThen(Outcome.REFUSED)),
                      plain(share.warned()),
                      plain(share.better()));
                })
            .toList();
    return new FigureTable(
        id,
        caption,
        List.of(head, m.text("whatif.refused"), m.text("whatif.warned"), m.text("whatif.better")),
        List.of(id, "refused", "warned", "better"),
        rows,
        "");
  }
}
