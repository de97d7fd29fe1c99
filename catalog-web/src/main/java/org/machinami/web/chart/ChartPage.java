package org.machinami.web.chart;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/**
 * A chart of a dataset.
 *
 * @param tables the tables that one can draw
 * @param along the columns that one can go along
 * @param figures what can be shown at each place
 * @param measures what can be made of several figures
 * @param chart empty when the table has nothing to draw
 * @param mapped whether the dataset can be drawn on a map
 */
public record ChartPage(
    Graph description,
    String id,
    Text datasetTitle,
    List<Option> tables,
    List<Option> along,
    List<Option> figures,
    List<Option> measures,
    Optional<Chart> chart,
    boolean mapped)
    implements View {
  public ChartPage {
    tables = List.copyOf(tables);
    along = List.copyOf(along);
    figures = List.copyOf(figures);
    measures = List.copyOf(measures);
  }

  /** A choice of the form. */
  public record Option(String key, String name, boolean chosen) {}

  /**
   * What is drawn.
   *
   * @param caption what stands up and what stands across
   * @param along heading of the first column of the numbers
   * @param figure heading of the second
   * @param rows the numbers
   * @param counted whether these are numbers of rows
   * @param skipped rows without a value to show
   */
  public record Chart(
      String caption,
      Drawing drawing,
      String along,
      String figure,
      List<Row> rows,
      boolean counted,
      long skipped,
      boolean whole) {
    public Chart {
      rows = List.copyOf(rows);
    }
  }

  /** The number at one place. */
  public record Row(Text name, String figure, long rows) {}

  @Override
  public String template() {
    return "chart.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("chart.title", datasetTitle.value());
  }

  @Override
  public String section() {
    return "datasets";
  }
}
