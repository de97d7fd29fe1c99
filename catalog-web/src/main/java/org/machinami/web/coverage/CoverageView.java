package org.machinami.web.coverage;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/**
 * Fields by municipality, for a prefecture.
 *
 * @param code of the prefecture, two digits
 * @param prefectures the others that can be chosen
 * @param whole what there is on the whole prefecture
 * @param rows its municipalities in order of their codes
 * @param gaps cells with nothing, neither on the municipality nor on the whole prefecture
 * @param behind commits that are not counted yet
 */
public record CoverageView(
    Graph description,
    String code,
    Text prefecture,
    List<Choice> prefectures,
    List<Field> fields,
    List<Cell> whole,
    List<Row> rows,
    long gaps,
    long behind)
    implements View {
  public CoverageView {
    Objects.requireNonNull(description, "description");
    prefectures = List.copyOf(prefectures);
    fields = List.copyOf(fields);
    whole = List.copyOf(whole);
    rows = List.copyOf(rows);
  }

  public record Choice(String code, Text name, boolean chosen) {}

  public record Field(String id, Text label) {}

  public record Row(String code, Text name, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A field in a municipality.
   *
   * @param datasets number of datasets on it
   * @param whole number of datasets on the whole prefecture
   */
  public record Cell(Field field, int datasets, int whole) {}

  /** Number of cells of municipalities. */
  public long cells() {
    return (long) rows.size() * fields.size();
  }

  @Override
  public String template() {
    return "coverage.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("coverage.title");
  }

  @Override
  public String section() {
    return "coverage";
  }
}
