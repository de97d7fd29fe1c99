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
 * @param incoming what points to it, by property
 * @param more whether more points to it than is shown
 * @param datasets in which it stands
 */
public record ThingView(
    Graph description,
    String iri,
    Text name,
    List<Text> otherNames,
    List<Value> types,
    List<Fact> facts,
    Optional<MapView> map,
    List<Fact> incoming,
    boolean more,
    List<Value> datasets)
    implements View {
  public ThingView {
    Objects.requireNonNull(description, "description");
    otherNames = List.copyOf(otherNames);
    types = List.copyOf(types);
    facts = List.copyOf(facts);
    incoming = List.copyOf(incoming);
    datasets = List.copyOf(datasets);
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
