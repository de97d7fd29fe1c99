package org.machinami.web.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
 */
public record PolicyView(
    Graph description,
    Text heading,
    String version,
    LocalDate inForce,
    PolicyVersion judging,
    List<Article> articles)
    implements View {
  public PolicyView {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(heading, "heading");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(inForce, "inForce");
    Objects.requireNonNull(judging, "judging");
    articles = List.copyOf(articles);
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
