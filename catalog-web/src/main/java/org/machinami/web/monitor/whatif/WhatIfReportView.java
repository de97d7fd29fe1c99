package org.machinami.web.monitor.whatif;

import java.util.List;
import java.util.Objects;
import org.machinami.loader.policy.WhatIfFile;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.monitor.FigureTable;

/**
 * What a draft would change.
 *
 * @param title of the draft
 * @param refused how many that are here would be refused
 * @param tables the figures, by outcome first
 * @param narrowed by what the list is narrowed, in words
 * @param rows datasets whose verdict changes
 * @param total how many of them the list has
 * @param previous path of the page before, empty for none
 * @param next path of the page after, empty for none
 * @param whole path of the list on one page, empty when it is so, or all stands here
 * @param cut whether more than this page may hold are not shown
 */
public record WhatIfReportView(
    Who who,
    WhatIfRun run,
    Text title,
    WhatIfFile.Figures figures,
    int refused,
    List<FigureTable> tables,
    List<Text> narrowed,
    List<Row> rows,
    int total,
    int page,
    int pages,
    String previous,
    String next,
    String whole,
    boolean cut)
    implements DeskView {
  public WhatIfReportView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(figures, "figures");
    tables = List.copyOf(tables);
    narrowed = List.copyOf(narrowed);
    rows = List.copyOf(rows);
  }

  /** A dataset: from which outcome to which, both as message keys, and why. */
  public record Row(
      String id,
      Text title,
      Text publisher,
      String beforeKey,
      String afterKey,
      boolean refused,
      List<Why> gained,
      List<Why> lost) {
    public Row {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }
  }

  /**
   * A rule that finds something under one of the versions only.
   *
   * @param clause its number, empty for none
   * @param message what it asks for
   * @param times how often
   * @param property what is at fault, empty for none
   * @param value what stands there, empty where something is missing
   */
  public record Why(String clause, String message, int times, String property, String value) {}

  @Override
  public String template() {
    return "what-if-report.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("whatif.report-title", figures.draft());
  }

  @Override
  public String section() {
    return "monitor";
  }
}
