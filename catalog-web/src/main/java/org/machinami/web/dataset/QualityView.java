package org.machinami.web.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;

/**
 * How good a dataset is, as far as a program can tell, and why.
 *
 * @param level 0 to 3; empty when no file was judged
 * @param definition what the level means
 * @param broken rules that are, those of the lowest level first
 * @param asked rules that no program can decide, and nobody has said anything of
 * @param answered what a person has said of such rules
 * @param kept rules that are
 * @param description how complete the description is
 * @param contracts how far files follow the standard columns
 */
public record QualityView(
    OptionalInt level,
    Text definition,
    List<Finding> broken,
    List<Finding> asked,
    List<Answered> answered,
    List<Value> kept,
    Optional<DescriptionLevel> description,
    List<ContractLevel> contracts) {
  public QualityView {
    Objects.requireNonNull(level, "level");
    broken = List.copyOf(broken);
    asked = List.copyOf(asked);
    answered = List.copyOf(answered);
    kept = List.copyOf(kept);
    contracts = List.copyOf(contracts);
  }

  /**
   * A rule with the places where it is broken or in question.
   *
   * @param rule leads to its page
   * @param advice what to do
   * @param places the first of them in words
   * @param more how many there are besides
   */
  public record Finding(Value rule, String advice, List<Place> places, long more) {
    public Finding {
      places = List.copyOf(places);
    }
  }

  /**
   * What a person has said of a rule.
   *
   * @param rule leads to its page
   * @param question that was answered
   * @param reply message key
   * @param by organisation that answered
   */
  public record Answered(Value rule, String question, String reply, Text by, Instant at) {}

  /**
   * A place in a file.
   *
   * @param words file, row and column
   * @param value what stands there; empty where that says nothing
   */
  public record Place(String words, String value) {}

  /**
   * How complete the description is.
   *
   * @param metric leads to what the levels mean
   */
  public record DescriptionLevel(int level, Value metric) {}

  /**
   * How far a file follows the standard columns that it claims, or is recognised to follow.
   *
   * @param metric leads to what the number means
   * @param title of the standard columns
   * @param breaks in how many places it differs
   */
  public record ContractLevel(Value metric, String title, String file, long breaks) {}
}
