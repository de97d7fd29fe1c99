package org.machinami.web.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/**
 * A version of the policy.
 *
 * @param inForce the day from which it holds
 */
public record PolicyView(Graph description, Text heading, LocalDate inForce, List<Article> articles)
    implements View {
  public PolicyView {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(heading, "heading");
    articles = List.copyOf(articles);
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
