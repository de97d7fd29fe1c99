package org.machinami.web.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.TableView;

/**
 * A page of a table.
 *
 * @param description the statements of the rows that are shown
 * @param tables the tables of the dataset
 * @param choices what the filter can look at
 * @param matches how many rows there are
 * @param more whether there are more rows than one can page through
 * @param counted whether the rows, columns and tables of all of the data are known
 * @param whole whether all of the data was looked at for the rows
 * @param first number of the first row shown, from 1
 * @param pages how many there are to page through
 * @param mapped whether the dataset can be drawn on a map
 */
public record TablePage(
    Graph description,
    String id,
    Text datasetTitle,
    Text name,
    TableQuery query,
    List<Choice> tables,
    List<TableView.Head> choices,
    TableView table,
    long matches,
    boolean more,
    boolean counted,
    boolean whole,
    long first,
    int pages,
    boolean mapped)
    implements View {
  public TablePage {
    Objects.requireNonNull(description, "description");
    tables = List.copyOf(tables);
    choices = List.copyOf(choices);
  }

  /** A table that one can choose. */
  public record Choice(Text name, long rows, String path, boolean chosen) {}

  public String path() {
    return "datasets/" + id + "/table";
  }

  /** Where a click on the head of a column leads: sorted by it, then the other way round. */
  public String sortPath(Column column) {
    String key = query.sort().equals(column.key()) ? "-" + column.key() : column.key();
    return path() + query.withSort(key).encoded();
  }

  /** The column of names, where things have names. */
  public Optional<Column> nameColumn() {
    return choices.stream().map(TableView.Head::column).filter(Column::isName).findFirst();
  }

  /** The value of aria-sort; null for a column by which the rows are not sorted. */
  public String ariaSort(Column column) {
    if (query.sort().equals(column.key())) {
      return "ascending";
    }
    return query.sort().equals("-" + column.key()) ? "descending" : null;
  }

  public String pagePath(int number) {
    return path() + query.withPage(number).encoded();
  }

  public String unfilteredPath() {
    return path() + query.withoutFilter().encoded();
  }

  public boolean filtered() {
    return !(query.words() + query.from() + query.to()).isEmpty();
  }

  public long last() {
    return first + table.rows().size() - 1;
  }

  @Override
  public String template() {
    return "table.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("table.title", datasetTitle.value());
  }

  @Override
  public String section() {
    return "datasets";
  }
}
