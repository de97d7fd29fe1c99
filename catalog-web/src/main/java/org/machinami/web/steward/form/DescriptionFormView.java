package org.machinami.web.steward.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/**
 * A page with the form, or with one of its companions: the difference that a repair makes, the
 * conflict of two people's work, the whole as Turtle.
 *
 * @param key of the message that is the heading
 * @param name of the dataset; empty when it has none yet
 * @param part what the page shows
 * @param place the addresses of the form
 */
public record DescriptionFormView(String key, String name, Part part, FormPlace place)
    implements View {

  /** What a page shows. */
  public sealed interface Part permits Filled, Repaired, Conflicting, Expert {}

  /** The form. */
  public record Filled(FormView form) implements Part {}

  /**
   * What a repair would change, before it is taken.
   *
   * @param repair name under which it is confirmed
   */
  public record Repaired(Difference difference, String repair) implements Part {}

  /** Two people's changes. */
  public record Conflicting(ConflictView conflict) implements Part {}

  /**
   * The whole as Turtle.
   *
   * @param text with its errors
   */
  public record Expert(ExpertText text) implements Part {}

  public DescriptionFormView {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(place, "place");
  }

  /** The part, if it is the form. */
  public Optional<FormView> filled() {
    return part instanceof Filled filled ? Optional.of(filled.form()) : Optional.empty();
  }

  public Optional<Repaired> repaired() {
    return part instanceof Repaired repaired ? Optional.of(repaired) : Optional.empty();
  }

  public Optional<ConflictView> conflicting() {
    return part instanceof Conflicting both ? Optional.of(both.conflict()) : Optional.empty();
  }

  public Optional<ExpertText> expert() {
    return part instanceof Expert expert ? Optional.of(expert.text()) : Optional.empty();
  }

  @Override
  public Graph description() {
    return Graph.emptyGraph;
  }

  @Override
  public String template() {
    return "description-form.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text(key, name);
  }

  @Override
  public String section() {
    return "";
  }

  @Override
  public List<Representation> representations() {
    return List.of();
  }
}
