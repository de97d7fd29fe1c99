package org.machinami.loader.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.machinami.shapes.Position;
import org.machinami.shapes.TermText;
import org.machinami.shapes.Violation;

/**
 * On which line of a text in RDF a finding stands. The parser keeps no lines, so the text is
 * searched for the value as it may be written, or for the subject where the value is missing. A
 * line is given only when there is no other that could be meant.
 */
final class SourceLines {

  private static final int LONGEST = 2_000_000;
  private static final Pattern PREFIX =
      Pattern.compile("(?i)^\\s*@?prefix\\s+([^:\\s]*):\\s*<([^>]*)>");
  private static final Pattern BASE = Pattern.compile("(?i)^\\s*@?base\\s+<([^>]*)>");
  private static final String NAME_END = "(?![A-Za-z0-9_%-])";

  private final String file;
  private final String base;
  private final List<String> lines;
  private final Map<String, String> prefixes = new HashMap<>();

  private SourceLines(String file, String base, List<String> lines) {
    this.file = file;
    this.lines = lines;
    String found = base;
    for (String line : lines) {
      Matcher prefix = PREFIX.matcher(line);
      if (prefix.find()) {
        prefixes.put(prefix.group(1), prefix.group(2));
      }
      Matcher declared = BASE.matcher(line);
      if (declared.find()) {
        found = declared.group(1);
      }
    }
    this.base = found;
  }

  /** A text that is too long to search is one of which no line is known. */
  static SourceLines of(String file, String base, String text) {
    return new SourceLines(file, base, text.length() > LONGEST ? List.of() : text.lines().toList());
  }

  /** Of a file of which no line can be told. */
  static SourceLines none(String file) {
    return new SourceLines(file, "", List.of());
  }

  Position find(Violation violation) {
    Optional<Integer> line =
        violation
            .value()
            .flatMap(value -> ofValue(value, violation))
            .or(
                () ->
                    violation.value().isEmpty() ? ofSubject(violation.focus()) : Optional.empty());
    return line.map(number -> Position.line(file, number)).orElseGet(() -> Position.of(file));
  }

  private Optional<Integer> ofValue(Node value, Violation violation) {
    List<Integer> everywhere = containing(forms(value), 0, lines.size());
    if (everywhere.size() == 1) {
      return Optional.of(everywhere.get(0) + 1);
    }
    return ofSubject(violation.focus())
        .map(start -> containing(forms(value), start - 1, end(start - 1)))
        .map(inBlock -> withProperty(inBlock, violation))
        .filter(found -> found.size() == 1)
        .map(found -> found.get(0) + 1);
  }

  /** Where more than one line has the value, those that name the property, too. */
  private List<Integer> withProperty(List<Integer> found, Violation violation) {
    Optional<Node> property = violation.path().flatMap(TermText::property);
    return found.size() < 2 || property.isEmpty()
        ? found
        : found.stream().filter(i -> contains(lines.get(i), forms(property.get()))).toList();
  }

  private Optional<Integer> ofSubject(Node subject) {
    if (!subject.isURI()) {
      return Optional.empty();
    }
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      for (String form : forms(subject)) {
        if (lines.get(i).matches("\\s{0,1}" + form + "(\\s.*)?")) {
          starts.add(i);
          break;
        }
      }
    }
    return starts.size() == 1 ? Optional.of(starts.get(0) + 1) : Optional.empty();
  }

  /** The line after the one that ends the statements on a subject. */
  private int end(int start) {
    for (int i = start; i < lines.size(); i++) {
      if (lines.get(i).stripTrailing().endsWith(".")) {
        return i + 1;
      }
    }
    return lines.size();
  }

  private List<Integer> containing(List<String> forms, int from, int to) {
    List<Integer> found = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (contains(lines.get(i), forms)) {
        found.add(i);
      }
    }
    return found;
  }

  private static boolean contains(String line, List<String> forms) {
    if (line.stripLeading().startsWith("#")) {
      return false;
    }
    return forms.stream().anyMatch(form -> Pattern.compile(form).matcher(line).find());
  }

  /** How a term may be written, as regular expressions. */
  private List<String> forms(Node term) {
    List<String> forms = new ArrayList<>();
    if (term.isURI()) {
      String iri = term.getURI();
      forms.add(Pattern.quote("<" + iri + ">"));
      forms.add(Pattern.quote("\"" + iri + "\""));
      if (!base.isEmpty() && iri.startsWith(base)) {
        forms.add(Pattern.quote("<" + iri.substring(base.length()) + ">"));
      }
      prefixes.forEach(
          (prefix, namespace) -> {
            if (!namespace.isEmpty() && iri.startsWith(namespace)) {
              String name = prefix + ":" + iri.substring(namespace.length());
              forms.add("(?<![A-Za-z0-9_<-])" + Pattern.quote(name) + NAME_END);
            }
          });
    } else if (term.isLiteral()) {
      String text = term.getLiteralLexicalForm();
      String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
      forms.add(Pattern.quote("\"" + escaped + "\""));
      forms.add(Pattern.quote("'" + text + "'"));
      if (text.matches("[+-]?[0-9.]+")) {
        forms.add("(?<![0-9A-Za-z.\"_-])" + Pattern.quote(text) + "(?![0-9A-Za-z\"])");
      }
    }
    return forms;
  }
}
