package org.machinami.web.thing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Fact;
import org.machinami.web.page.Value;
import org.machinami.web.page.View;

/**
 * A thing of the city.
 *
 * @param otherNames its names in other languages, and how they are read
 * @param municipality its code, where it is a municipality that has a page of the coverage
 * @param sayings what is said of it, by who says it
 * @param datasets that speak of it: those that say something of it first, then by how often they
 *     point to it
 * @param pointers what points to it, dataset by dataset
 * @param more whether more points to it than was counted
 * @param describedBy datasets whose description says that they are about it
 */
public record ThingView(
    Graph description,
    String iri,
    Text name,
    List<Text> otherNames,
    List<Value> types,
    Optional<String> municipality,
    List<Saying> sayings,
    Optional<Place> place,
    List<Speaker> datasets,
    List<Pointers> pointers,
    boolean more,
    List<Value> describedBy)
    implements View {
  public ThingView {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(municipality, "municipality");
    Objects.requireNonNull(place, "place");
    otherNames = List.copyOf(otherNames);
    types = List.copyOf(types);
    sayings = List.copyOf(sayings);
    datasets = List.copyOf(datasets);
    pointers = List.copyOf(pointers);
    describedBy = List.copyOf(describedBy);
  }

  /**
   * Facts that the same datasets state.
   *
   * @param sources the datasets; none where the facts are in no dataset
   */
  public record Saying(List<Value> sources, List<Fact> facts) {
    public Saying {
      sources = List.copyOf(sources);
      facts = List.copyOf(facts);
    }
  }

  /** Where it lies, drawn and in words. */
  public record Place(MapView map, String words) {}

  /**
   * A dataset that speaks of it.
   *
   * @param times how often its data point to it, 0 where they only state facts of it
   */
  public record Speaker(Value dataset, long times) {}

  /**
   * What points to it in a dataset.
   *
   * @param dataset empty for what is in none
   * @param table path of the rows below the base, empty where there are none
   */
  public record Pointers(
      Optional<Value> dataset, String table, long times, List<ByProperty> properties) {
    public Pointers {
      properties = List.copyOf(properties);
    }
  }

  /**
   * What points to it by a property.
   *
   * @param times how many things do
   * @param first some of them
   */
  public record ByProperty(Text property, long times, List<Value> first) {
    public ByProperty {
      first = List.copyOf(first);
    }
  }

  @Override
  public String template() {
    return "thing.jte";
  }

  @Override
  public String title(Messages messages) {
    return name.value();
  }

  @Override
  public String section() {
    return "";
  }
}
