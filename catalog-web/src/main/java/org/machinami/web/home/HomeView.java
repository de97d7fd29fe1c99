package org.machinami.web.home;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.dataset.DatasetCard;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/**
 * The front page.
 *
 * @param skyline the ten service fields
 * @param sectors public, utility, private
 * @param newest the latest datasets
 * @param mostUsed those with the most uses lately, empty where none was used
 */
public record HomeView(
    Graph description,
    long datasets,
    long publishers,
    long formats,
    Skyline skyline,
    List<Tile> sectors,
    List<DatasetCard> newest,
    List<DatasetCard> mostUsed)
    implements View {
  public HomeView {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(skyline, "skyline");
    sectors = List.copyOf(sectors);
    newest = List.copyOf(newest);
    mostUsed = List.copyOf(mostUsed);
  }

  /** A concept with the number of datasets that have it. */
  public record Tile(String id, Text label, Text definition, long datasets, String path) {}

  @Override
  public String template() {
    return "home.jte";
  }

  @Override
  public String title(Messages messages) {
    return "";
  }

  @Override
  public String section() {
    return "";
  }
}
