package org.machinami.web.vocabulary;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Fact;
import org.machinami.web.page.View;

/**
 * An ontology or a code list.
 *
 * @param groups classes and properties of the ontology; one group for a list
 */
public record VocabularyView(
    Graph description,
    String name,
    String iri,
    Text heading,
    Optional<Text> definition,
    List<Group> groups)
    implements View {
  public VocabularyView {
    Objects.requireNonNull(description, "description");
    groups = List.copyOf(groups);
  }

  /**
   * Terms of a kind.
   *
   * @param key message key of its heading
   */
  public record Group(String key, String anchor, List<Term> terms) {}

  /**
   * A class, a property or a concept.
   *
   * @param anchor fragment on the page
   * @param code notation or local name
   */
  public record Term(
      String iri,
      String anchor,
      String code,
      Text label,
      Optional<Text> otherLabel,
      Optional<Text> definition,
      List<Fact> facts) {}

  @Override
  public String template() {
    return "vocabulary.jte";
  }

  @Override
  public String title(Messages messages) {
    return heading.value();
  }

  @Override
  public String section() {
    return "vocab";
  }
}
