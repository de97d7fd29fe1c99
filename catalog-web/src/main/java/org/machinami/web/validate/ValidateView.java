package org.machinami.web.validate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.page.View;

/**
 * The form, and what was found.
 *
 * @param typed what stands in the form
 * @param notice message key of why nothing was judged
 * @param results one a dataset or file; empty before anything was handed in
 * @param more how many judged datasets are not shown
 * @param megabytes most that may be handed in
 */
public record ValidateView(
    Graph description,
    Typed typed,
    Optional<String> notice,
    List<Result> results,
    int more,
    String megabytes,
    String address)
    implements View {
  public ValidateView {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(typed, "typed");
    Objects.requireNonNull(notice, "notice");
    results = List.copyOf(results);
  }

  /**
   * What was found on a dataset or file.
   *
   * @param id for links within the page
   * @param outcome id of the outcome
   * @param alone whether it is of a file without description
   * @param standards whose columns the file was held against
   * @param level of the quality of files; empty without files
   * @param first what to mend first
   * @param unlisted how many findings are not shown
   */
  public record Result(
      String id,
      String name,
      String iri,
      String outcome,
      int violations,
      int warnings,
      boolean alone,
      List<String> standards,
      Optional<Integer> level,
      List<Item> first,
      List<Group> groups,
      int unlisted) {
    public Result {
      standards = List.copyOf(standards);
      first = List.copyOf(first);
      groups = List.copyOf(groups);
    }
  }

  /** Findings of one severity. */
  public record Group(String severity, List<Item> items) {
    public Group {
      items = List.copyOf(items);
    }
  }

  /**
   * A finding.
   *
   * @param clause number of the clause; empty: none
   * @param clausePath of its page
   * @param repair what the repair is called; empty: there is none
   */
  public record Item(
      String id,
      String rule,
      String message,
      String thing,
      String property,
      String place,
      String value,
      String expected,
      String clause,
      String clausePath,
      String repair,
      List<String> removes,
      List<String> adds,
      String update) {
    public Item {
      removes = List.copyOf(removes);
      adds = List.copyOf(adds);
    }
  }

  @Override
  public String template() {
    return "validate.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("validate.title");
  }

  @Override
  public String section() {
    return "validate";
  }
}
