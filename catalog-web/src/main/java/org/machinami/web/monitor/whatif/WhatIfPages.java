package org.machinami.web.monitor.whatif;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.machinami.loader.policy.WhatIfFile;
import org.machinami.loader.policy.WhatIfReport;
import org.machinami.shapes.Outcome;
import org.machinami.web.account.Who;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.monitor.MonitorNames;

/** From a report to its page. Thread-safe. */
final class WhatIfPages {
  private static final int PAGE_SIZE = 50;

  /** As many as a browser prints without trouble; CSV has all. */
  private static final int MOST_PRINTED = 2_000;

  private final MonitorNames names;
  private final String base;

  WhatIfPages(MonitorNames names, String base) {
    this.names = names;
    this.base = base;
  }

  WhatIfReportView report(
      Who who, WhatIfRun run, Path file, WhatIfFilter filter, Language language) {
    try {
      WhatIfFile.Figures figures = WhatIfFile.figures(file);
      Map<String, WhatIfFile.Rule> rules = figures.rules();
      int size = filter.all() ? MOST_PRINTED : PAGE_SIZE;
      WhatIfFile.Some found =
          WhatIfFile.some(file, one -> filter.takes(one, rules), (filter.page() - 1) * size, size);
      WhatIfTables tables = new WhatIfTables(names, base, run.id(), figures, language);
      int pages = Math.max(1, (found.total() + size - 1) / size);
      return new WhatIfReportView(
          who,
          run,
          run.title(language),
          figures,
          figures.count(Outcome.REFUSED, true) - figures.count(Outcome.REFUSED, false),
          tables.all(),
          narrowed(filter, tables, language),
          found.datasets().stream().map(one -> row(one, rules, tables, language)).toList(),
          found.total(),
          filter.page(),
          pages,
          filter.page() > 1
              ? filter.withPage(Math.min(filter.page() - 1, pages)).path(run.id())
              : "",
          filter.page() < pages ? filter.withPage(filter.page() + 1).path(run.id()) : "",
          filter.all() || pages == 1 ? "" : filter.whole(true).path(run.id()),
          filter.all() && found.total() > MOST_PRINTED);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static List<Text> narrowed(WhatIfFilter filter, WhatIfTables tables, Language language) {
    List<Text> narrowed = new ArrayList<>();
    if (!filter.publisher().isEmpty()) {
      narrowed.add(
          tables.publisher(filter.publisher().equals(WhatIfFilter.NONE) ? "" : filter.publisher()));
    }
    if (!filter.sector().isEmpty()) {
      narrowed.add(tables.sector(filter.sector()));
    }
    if (!filter.clause().isEmpty()) {
      narrowed.add(tables.clause(filter.clause()));
    }
    for (Outcome outcome : Outcome.values()) {
      if (outcome.id().equals(filter.then())) {
        String key = WhatIfTables.key(outcome);
        narrowed.add(new Text(Messages.in(language).text(key), language.tag()));
      }
    }
    return narrowed;
  }

  private WhatIfReportView.Row row(
      WhatIfReport.Judged one,
      Map<String, WhatIfFile.Rule> rules,
      WhatIfTables tables,
      Language language) {
    return new WhatIfReportView.Row(
        one.id(),
        names.dataset(one.id(), language),
        tables.publisher(one.publisher()),
        WhatIfTables.key(one.before()),
        WhatIfTables.key(one.after()),
        one.after() == Outcome.REFUSED,
        one.gained().stream().map(found -> why(found, rules, language)).toList(),
        one.lost().stream().map(found -> why(found, rules, language)).toList());
  }

  private static WhatIfReportView.Why why(
      WhatIfReport.Found found, Map<String, WhatIfFile.Rule> rules, Language language) {
    WhatIfFile.Rule rule =
        rules.getOrDefault(found.shape(), new WhatIfFile.Rule("", new WhatIfFile.Words("", "")));
    String message = language == Language.JA ? rule.message().ja() : rule.message().en();
    return new WhatIfReportView.Why(
        rule.clause(),
        message.isEmpty() ? found.shape() : message,
        found.times(),
        found.property(),
        found.value());
  }
}
