package org.machinami.web.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.shapes.PolicyVersion;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/**
 * A version of the policy.
 *
 * @param inForce the day from which it holds
 * @param judging the version that verdicts rest on today
 * @param editions all versions, in the order in which they come into force
 * @param changes since the version before; empty for the first
 */
public record PolicyView(
    Graph description,
    Text heading,
    String version,
    LocalDate inForce,
    PolicyVersion judging,
    List<Article> articles,
    List<Edition> editions,
    Optional<ClauseChanges> changes)
    implements View {
  public PolicyView {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(heading, "heading");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(inForce, "inForce");
    Objects.requireNonNull(judging, "judging");
    articles = List.copyOf(articles);
    editions = List.copyOf(editions);
    Objects.requireNonNull(changes, "changes");
  }

  /**
   * A version in the list of all.
   *
   * @param shown whether the page is of it
   * @param inForce whether verdicts rest on it today
   */
  public record Edition(Text title, String path, LocalDate from, boolean shown, boolean inForce) {}

  /** What happened to a clause since the version before; empty for nothing. */
  public String change(String clause, Messages m) {
    return changes
        .filter(known -> known.keys().containsKey(clause))
        .map(known -> m.text(known.keys().get(clause), known.before()))
        .orElse("");
  }

  /** How many clauses changed since the version before; empty for the first version. */
  public String changed(Messages m) {
    return changes
        .map(
            known ->
                m.text("policy.changes", known.before(), known.keys().size())
                    + (known.dropped().isEmpty()
                        ? ""
                        : " " + m.text("policy.dropped", String.join(", ", known.dropped()))))
        .orElse("");
  }

  /** What is to be said of its time: it judges, it comes, or another one came after it. */
  public String standing(Messages m) {
    String day = m.day(inForce);
    String judge = judging.policy().version();
    if (judge.equals(version)) {
      return m.text("policy.in-force", day);
    }
    return m.text(inForce.isAfter(judging.inForce()) ? "policy.coming" : "policy.past", day, judge);
  }

  /** An article and its clauses. */
  public record Article(String number, Text title, List<Clause> clauses) {}

  @Override
  public String template() {
    return "policy.jte";
  }

  @Override
  public String title(Messages messages) {
    return heading.value();
  }

  @Override
  public String section() {
    return "policy";
  }
}
