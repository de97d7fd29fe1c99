package org.machinami.web.vocabulary;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/** The ontology and the code lists. */
public record VocabularyListView(Graph description, List<Entry> vocabularies) implements View {
  public VocabularyListView {
    Objects.requireNonNull(description, "description");
    vocabularies = List.copyOf(vocabularies);
  }

  /** One of them and the number of its terms. */
  public record Entry(String name, Text title, Optional<Text> definition, long terms) {}

  @Override
  public String template() {
    return "vocabularies.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("vocab.title");
  }

  @Override
  public String section() {
    return "vocab";
  }
}
