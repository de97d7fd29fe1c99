package org.machinami.web.monitor.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.monitor.FigureTable;
import org.machinami.web.monitor.FigureTable.Cell;
import org.machinami.web.monitor.IdParameter;
import org.machinami.web.monitor.MonitorNames;
import org.machinami.web.page.QueryString;

/** Questions as everybody may see them: numbers, states and days. */
final class QuestionTables {
  private final MonitorNames names;
  private final LocalDate today;
  private final Language language;
  private final Messages m;

  QuestionTables(MonitorNames names, LocalDate today, Language language) {
    this.names = names;
    this.today = today;
    this.language = language;
    this.m = Messages.in(language);
  }

  private Text own(String key) {
    return new Text(m.text(key), language.tag());
  }

  private Map<QuestionState, Integer> count(List<Question> questions) {
    Map<QuestionState, Integer> counts = new EnumMap<>(QuestionState.class);
    questions.forEach(one -> counts.merge(one.state(today), 1, Integer::sum));
    return counts;
  }

  private static String path(String state, String publisher) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("state", state);
    parameters.put("publisher", publisher);
    return "monitor/questions" + QueryString.of(parameters);
  }

  /**
   * How many stand how.
   *
   * @param caption what the table is called
   * @param note below it, may be empty
   */
  FigureTable states(List<Question> questions, String caption, String note) {
    Map<QuestionState, Integer> counts = count(questions);
    List<List<Cell>> rows = new ArrayList<>();
    for (QuestionState state : QuestionState.values()) {
      int count = counts.getOrDefault(state, 0);
      String path = count == 0 ? "" : path(state.id(), "");
      rows.add(
          List.of(
              Cell.of(own(state.key()), path, state.id()),
              Cell.number(m.number(count), path, count)));
    }
    return new FigureTable(
        "questions",
        caption,
        List.of(m.text("monitor.state"), m.text("question.count-head")),
        List.of("state", "questions"),
        questions.isEmpty() ? List.of() : rows,
        note);
  }

  /** The same by organisation. */
  FigureTable publishers(List<Question> questions) {
    Map<String, List<Question>> by = new TreeMap<>();
    questions.forEach(one -> by.computeIfAbsent(one.publisher(), id -> new ArrayList<>()).add(one));
    List<List<Cell>> rows = new ArrayList<>();
    by.forEach(
        (publisher, some) -> {
          Map<QuestionState, Integer> counts = count(some);
          List<Cell> row = new ArrayList<>();
          row.add(
              Cell.of(
                  names.publisher(publisher, language),
                  path("", IdParameter.of(publisher)),
                  publisher));
          for (QuestionState state : QuestionState.values()) {
            int count = counts.getOrDefault(state, 0);
            String path = count == 0 ? "" : path(state.id(), IdParameter.of(publisher));
            row.add(Cell.number(m.number(count), path, count));
          }
          rows.add(row);
        });
    List<String> columns = new ArrayList<>(List.of(m.text("monitor.publisher")));
    List<String> keys = new ArrayList<>(List.of("publisher"));
    for (QuestionState state : QuestionState.values()) {
      columns.add(m.text(state.key()));
      keys.add(state.id());
    }
    return new FigureTable("by-publisher", m.text("monitor.by-publisher"), columns, keys, rows, "");
  }

  /** How the organisation is called to which a list is narrowed. */
  Text publisher(String asked) {
    return names.publisher(IdParameter.id(asked), language);
  }

  /** One by one. */
  FigureTable list(List<Question> questions) {
    List<List<Cell>> rows =
        questions.stream()
            .map(
                one ->
                    List.of(
                        Cell.of(
                            names.dataset(one.dataset(), language),
                            "datasets/" + one.dataset(),
                            one.dataset()),
                        Cell.of(
                            names.clause(one.clause(), language),
                            names.clausePath(one.clause()),
                            one.clause()),
                        Cell.of(names.publisher(one.publisher(), language), "", one.publisher()),
                        Cell.of(own(one.state(today).key()), "", one.state(today).id()),
                        day(one.asked()),
                        day(one.due()),
                        one.last() == QuestionKind.ASKED
                            ? Cell.of(new Text("", ""), "", "")
                            : day(one.changed().atZone(Messages.CITY).toLocalDate())))
            .toList();
    return new FigureTable(
        "list",
        m.text("question.list"),
        List.of(
            m.text("monitor.dataset"),
            m.text("monitor.clause"),
            m.text("monitor.publisher"),
            m.text("monitor.state"),
            m.text("question.asked"),
            m.text("question.due"),
            m.text("question.changed")),
        List.of("dataset", "clause", "publisher", "state", "asked", "due", "changed"),
        rows,
        "");
  }

  private Cell day(LocalDate day) {
    return Cell.of(new Text(m.day(day), language.tag()), "", day.toString());
  }
}
