package org.machinami.web.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.chart.ChartPage;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;
import org.machinami.web.rows.Shape;
import org.machinami.web.rows.TableView;
import org.machinami.web.thing.MapView;

/**
 * The map of a dataset.
 *
 * @param description the statements of the rows that stand in the table
 * @param table the table that is drawn
 * @param name what its things are called
 * @param tables the tables that can be drawn
 * @param colours the columns that one can colour by
 * @param sketch a drawing of the first places, for where no script runs
 * @param rows the first rows
 */
public record MapPage(
    Graph description,
    String id,
    Text datasetTitle,
    Shape.Table table,
    Text name,
    List<Choice> tables,
    List<ChartPage.Option> colours,
    Optional<MapView> sketch,
    TableView rows)
    implements View {
  private static final ObjectMapper JSON = new ObjectMapper();

  public MapPage {
    Objects.requireNonNull(description, "description");
    tables = List.copyOf(tables);
    colours = List.copyOf(colours);
  }

  /** A table that one can choose. */
  public record Choice(Text name, long rows, String path, boolean chosen) {}

  public String path() {
    return "datasets/" + id + "/map";
  }

  /** Where the features are, without rectangle and colour. */
  public String featuresPath() {
    return path() + ".geojson" + table.query();
  }

  /** Where all rows stand as text. */
  public String tablePath() {
    return "datasets/" + id + "/table" + table.query();
  }

  /** Where all rows are with their geometries. */
  public String downloadPath() {
    return "datasets/" + id + "/data.geojson" + table.query();
  }

  /** What the script says, as a JSON object; the keys are the ends of those of the messages. */
  public static String words(Messages m) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("loading", m.text("map.loading"));
    words.put("failed", m.text("map.failed"));
    words.put("unable", m.text("map.unable"));
    words.put("all", m.text("map.all"));
    words.put("part", m.text("map.part"));
    words.put("together", m.text("map.together"));
    words.put("nothing", m.text("map.nothing"));
    words.put("unplaced", m.text("map.unplaced"));
    words.put("rows", m.text("map.rows"));
    words.put("page", m.text("map.page"));
    words.put("no-value", m.text("map.no-value"));
    words.put("zoom-in", m.text("map.zoom-in"));
    words.put("zoom-out", m.text("map.zoom-out"));
    words.put("close", m.text("map.close"));
    words.put("map", m.text("map.heading"));
    words.put("rectangle", m.text("map.rectangle"));
    try {
      return JSON.writeValueAsString(words);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings are always JSON", e);
    }
  }

  @Override
  public String template() {
    return "map.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("map.title", datasetTitle.value());
  }

  @Override
  public String section() {
    return "datasets";
  }
}
