package org.machinami.web.glossary;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.page.View;

/**
 * All properties.
 *
 * @param datasets number of datasets that have data
 * @param groups those in use, by vocabulary, then those that wait for data
 */
public record GlossaryView(Graph description, long datasets, List<Group> groups) implements View {
  public GlossaryView {
    Objects.requireNonNull(description, "description");
    groups = List.copyOf(groups);
  }

  /**
   * Properties that belong together.
   *
   * @param key message key of the heading
   */
  public record Group(String key, String anchor, List<Entry> entries) {
    public Group {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A property.
   *
   * @param iri leads to what defines it
   * @param code prefixed name
   * @param types of its values: what the ontology says, else what the data have
   * @param unit of the values, where they are numbers of one
   * @param datasets some of those that use it
   * @param more number of others
   */
  public record Entry(
      String iri,
      String code,
      String anchor,
      Text label,
      Optional<Text> otherLabel,
      Optional<Text> definition,
      List<Value> types,
      Optional<Text> unit,
      List<Value> datasets,
      long more) {
    public Entry {
      types = List.copyOf(types);
      datasets = List.copyOf(datasets);
    }

    public long used() {
      return datasets.size() + more;
    }
  }

  @Override
  public String template() {
    return "glossary.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("glossary.title");
  }

  @Override
  public String section() {
    return "vocab";
  }
}
