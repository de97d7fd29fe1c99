package org.machinami.web.sparql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.web.language.Language;

/**
 * A query that works on the bundled city, with the question that it answers.
 *
 * @param name of its file, without the end
 * @param ja the question in Japanese
 * @param en the question in English
 * @param text of the query, without the two comments that hold the questions
 */
public record ExampleQuery(String name, String ja, String en, String text) {
  private static final Pattern QUESTION = Pattern.compile("^# (ja|en): *(.+)$");

  /** The question in a language. */
  public String question(Language language) {
    return language == Language.JA ? ja : en;
  }

  /**
   * Reads a file that begins with {@code # ja: ...} and {@code # en: ...}.
   *
   * @throws IllegalArgumentException when a question is missing
   */
  static ExampleQuery parse(String name, String file) {
    List<String> lines = file.lines().toList();
    String ja = question(name, lines, "ja");
    String en = question(name, lines, "en");
    String text =
        String.join("\n", lines.stream().filter(line -> !QUESTION.matcher(line).matches()).toList())
            .strip();
    return new ExampleQuery(name, ja, en, text + "\n");
  }

  private static String question(String name, List<String> lines, String language) {
    for (String line : lines) {
      Matcher matcher = QUESTION.matcher(line);
      if (matcher.matches() && matcher.group(1).equals(language)) {
        return matcher.group(2).strip();
      }
    }
    throw new IllegalArgumentException(
        name + ".rq has no line \"# " + language + ": ...\" with its question");
  }
}
