package org.machinami.web.theme;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.dataset.DatasetCard;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/**
 * A service field and its datasets.
 *
 * @param sectors the number of its datasets by sector
 * @param total number of its datasets; at most 20 are shown
 * @param allPath the list of all of them
 */
public record ThemeView(
    Graph description,
    String id,
    Text label,
    Text definition,
    List<SectorCount> sectors,
    long total,
    List<DatasetCard> datasets,
    String allPath)
    implements View {
  public ThemeView {
    Objects.requireNonNull(description, "description");
    sectors = List.copyOf(sectors);
    datasets = List.copyOf(datasets);
  }

  /** A sector, how many datasets of the field it has, and the list of them. */
  public record SectorCount(String id, Text label, long datasets, String path) {}

  @Override
  public String template() {
    return "theme.jte";
  }

  @Override
  public String title(Messages messages) {
    return label.value();
  }

  @Override
  public String section() {
    return "themes";
  }
}
