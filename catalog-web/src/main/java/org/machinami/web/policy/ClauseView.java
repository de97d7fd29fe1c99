package org.machinami.web.policy;

import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.shapes.ClauseExample;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/**
 * A clause on a page of its own.
 *
 * @param policy the version's title
 * @param policyPath its page
 * @param article its number and title
 * @param encodedQuery asks which datasets are warned under it, percent-encoded; empty when no shape
 *     enforces it
 * @param about what is known of the example besides; may be empty
 * @param example what keeps the clause and what does not; empty where people judge
 */
public record ClauseView(
    Graph description,
    Text policy,
    String policyPath,
    PolicyView.Article article,
    Clause clause,
    String encodedQuery,
    String about,
    Optional<ClauseExample> example)
    implements View {
  public ClauseView {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(encodedQuery, "encodedQuery");
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(example, "example");
  }

  @Override
  public String template() {
    return "clause.jte";
  }

  @Override
  public String title(Messages messages) {
    return clause.number() + " " + clause.title().value();
  }

  @Override
  public String section() {
    return "policy";
  }
}
