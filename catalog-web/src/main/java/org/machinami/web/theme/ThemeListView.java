package org.machinami.web.theme;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.home.HomeView;
import org.machinami.web.language.Messages;
import org.machinami.web.page.View;

/** The ten service fields. */
public record ThemeListView(Graph description, List<HomeView.Tile> fields) implements View {
  public ThemeListView {
    Objects.requireNonNull(description, "description");
    fields = List.copyOf(fields);
  }

  @Override
  public String template() {
    return "themes.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("themes.title");
  }

  @Override
  public String section() {
    return "themes";
  }
}
