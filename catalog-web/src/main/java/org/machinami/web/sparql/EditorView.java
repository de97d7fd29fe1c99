package org.machinami.web.sparql;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The query page.
 *
 * @param query text in the form
 * @param examples all of them
 * @param outcome what the query gave, when it was sent as a form
 */
public record EditorView(String query, List<ExampleQuery> examples, Optional<Outcome> outcome) {
  public EditorView {
    examples = List.copyOf(examples);
  }

  /** What a query gave: rows, a text, or the reason why there is none. */
  public sealed interface Outcome permits Table, Text, Refused {}

  /**
   * Rows of a SELECT.
   *
   * @param variables names without "?"
   * @param rows a cell for each variable
   * @param more whether there are rows that are not shown
   */
  public record Table(List<String> variables, List<List<Cell>> rows, boolean more)
      implements Outcome {
    public Table {
      variables = List.copyOf(variables);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A bound value.
   *
   * @param text as people read it; empty for an unbound variable
   * @param iri when it is one, else empty
   * @param language tag of a literal, else empty
   */
  public record Cell(String text, String iri, String language) {}

  /** An ASK's answer, or Turtle. */
  public record Text(String text, boolean more) implements Outcome {}

  /** Why there is no answer, in the words of the query process. */
  public record Refused(int status, String title, String detail) implements Outcome {}

  /** The address of this page with an example in its form, relative to the root. */
  public String path(ExampleQuery example) {
    return "sparql?query="
        + URLEncoder.encode(example.text(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
