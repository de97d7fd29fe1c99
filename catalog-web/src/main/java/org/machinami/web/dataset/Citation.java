package org.machinami.web.dataset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * How to cite a dataset.
 *
 * @param text for a list of sources
 * @param bibtex for LaTeX
 */
public record Citation(String text, String bibtex) {
  /**
   * For a version of a dataset.
   *
   * @param publishers who stands as author
   * @param day of the last change, as the description or the ledger says, "2026-11-20"
   * @param version sequence of the commit
   */
  static Citation of(
      String id,
      String iri,
      Text title,
      List<Text> publishers,
      Optional<String> day,
      long version,
      Messages m) {
    String authors = publishers.stream().map(Text::value).collect(Collectors.joining(", "));
    String year = day.filter(d -> d.length() >= 4).map(d -> d.substring(0, 4)).orElse("");
    String text =
        m.text(
            "cite.text",
            authors.isEmpty() ? m.text("cite.nobody") : authors,
            title.value(),
            day.orElse(""),
            Long.toString(version),
            iri);
    StringBuilder bibtex = new StringBuilder("@misc{").append(id).append(",\n");
    field(bibtex, "author", authors.isEmpty() ? "" : "{" + escaped(authors) + "}");
    field(bibtex, "title", "{" + escaped(title.value()) + "}");
    field(bibtex, "year", year);
    field(bibtex, "version", Long.toString(version));
    field(bibtex, "url", iri);
    return new Citation(text, bibtex.append("}\n").toString());
  }

  private static void field(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append("  ").append(name).append(" = {").append(value).append("},\n");
    }
  }

  /** Without what TeX would take for a command. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\textbackslash{}");
        case '{', '}', '%', '&', '$', '#', '_' -> out.append('\\').append(c);
        case '~' -> out.append("\\textasciitilde{}");
        case '^' -> out.append("\\textasciicircum{}");
        case '\n', '\r', '\t' -> out.append(' ');
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
