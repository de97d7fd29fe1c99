package org.machinami.shapes.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.machinami.shapes.Expectation;
import org.machinami.shapes.PathText;

/** Puts the constraints of a shape into words. */
final class ExpectationText {

  /** Longer lists are cut: the message says which list it is. */
  private static final int LISTED = 12;

  private static final Map<Node, String> BOUNDS =
      Map.of(
          SHACL.minInclusive, "at-least",
          SHACL.minExclusive, "more-than",
          SHACL.maxInclusive, "at-most",
          SHACL.maxExclusive, "less-than",
          SHACL.minLength, "min-length",
          SHACL.maxLength, "max-length");

  private static final Pattern PREFIX =
      Pattern.compile("\\^((?:[A-Za-z0-9:/@_-]|https\\?|\\\\[.-])+)");
  private static final Pattern NOT_SCHEMES =
      Pattern.compile("\\^\\(\\?! \\*\\(\\?:([a-z|-]+)\\):\\).*");
  private static final Pattern WITHOUT = Pattern.compile("\\^.*\\[\\^([^\\]]+)\\]\\*\\$");

  private final ShapeReader shapes;

  ExpectationText(ShapeReader shapes) {
    this.shapes = shapes;
  }

  Optional<Expectation> of(Node shape) {
    String en = whole(shape, Locale.ENGLISH);
    return en.isEmpty()
        ? Optional.empty()
        : Optional.of(new Expectation(whole(shape, Locale.JAPANESE), en));
  }

  private String whole(Node shape, Locale locale) {
    List<String> parts = new ArrayList<>();
    shapes
        .first(shape, SHACL.qualifiedValueShape)
        .ifPresent(q -> qualified(shape, q, locale, parts));
    count(shape, locale, parts);
    value(shape, locale).ifPresent(parts::add);
    return parts.stream().distinct().collect(Collectors.joining(text(locale, "and")));
  }

  private void qualified(Node shape, Node part, Locale locale, List<String> parts) {
    OptionalInt least = shapes.number(shape, SHACL.qualifiedMinCount);
    OptionalInt most = shapes.number(shape, SHACL.qualifiedMaxCount);
    String what = value(part, locale).orElse("");
    least.ifPresent(n -> parts.add(text(locale, "qualified-min", n, what)));
    most.ifPresent(n -> parts.add(text(locale, "qualified-max", n, what)));
  }

  private void count(Node shape, Locale locale, List<String> parts) {
    OptionalInt least = shapes.number(shape, SHACL.minCount);
    OptionalInt most = shapes.number(shape, SHACL.maxCount);
    if (least.isPresent() && least.equals(most)) {
      parts.add(text(locale, "exactly", least.getAsInt()));
      return;
    }
    least.ifPresent(n -> parts.add(text(locale, "min", n)));
    most.ifPresent(n -> parts.add(text(locale, "max", n)));
  }

  /** What a single value has to be. */
  private Optional<String> value(Node shape, Locale locale) {
    List<String> parts = new ArrayList<>();
    shapes.first(shape, SHACL.nodeKind).ifPresent(kind -> kind(kind, locale, parts));
    shapes.all(shape, SHACL.datatype).forEach(type -> parts.add(datatype(type, locale)));
    shapes
        .all(shape, SHACL.class_)
        .forEach(type -> parts.add(text(locale, "class", ConceptNames.localName(type.getURI()))));
    shapes
        .all(shape, SHACL.hasValue)
        .forEach(value -> parts.add(text(locale, "has-value", ConceptNames.label(value, locale))));
    List<Node> choices = shapes.members(shape, SHACL.in);
    if (!choices.isEmpty()) {
      parts.add(choices(choices, locale));
    }
    List<Node> languages = shapes.members(shape, SHACL.languageIn);
    if (!languages.isEmpty()) {
      parts.add(text(locale, "language", languages(languages, locale)));
    }
    shapes
        .all(shape, SHACL.pattern)
        .forEach(pattern -> parts.add(pattern(pattern.getLiteralLexicalForm(), locale)));
    BOUNDS.forEach(
        (bound, key) ->
            shapes
                .first(shape, bound)
                .ifPresent(value -> parts.add(text(locale, key, value.getLiteralLexicalForm()))));
    alternatives(shape, SHACL.or, "or", locale).ifPresent(parts::add);
    alternatives(shape, SHACL.xone, "or", locale).ifPresent(parts::add);
    alternatives(shape, SHACL.and, "and", locale).ifPresent(parts::add);
    shapes
        .all(shape, SHACL.not)
        .forEach(not -> value(not, locale).ifPresent(w -> parts.add(text(locale, "not", w))));
    shapes.all(shape, SHACL.node).forEach(node -> value(node, locale).ifPresent(parts::add));
    // A property shape with a name finds fault by itself.
    shapes.all(shape, SHACL.property).stream()
        .filter(Node::isBlank)
        .forEach(property -> parts.add(ofProperty(property, locale)));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(parts.stream().distinct().collect(Collectors.joining(text(locale, "and"))));
  }

  private String ofProperty(Node property, Locale locale) {
    String path = shapes.first(property, SHACL.path).map(PathText::of).orElse("");
    return text(locale, "of-property", path, whole(property, locale));
  }

  private Optional<String> alternatives(Node shape, Node property, String word, Locale locale) {
    String all =
        shapes.members(shape, property).stream()
            .flatMap(part -> value(part, locale).stream())
            .collect(Collectors.joining(text(locale, word)));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static void kind(Node kind, Locale locale, List<String> parts) {
    if (kind.equals(SHACL.IRI)) {
      parts.add(text(locale, "kind.iri"));
    } else if (kind.equals(SHACL.Literal)) {
      parts.add(text(locale, "kind.literal"));
    } else {
      parts.add(text(locale, "kind.resource"));
    }
  }

  private static String datatype(Node datatype, Locale locale) {
    return DatatypeWords.asked(datatype.getURI(), locale);
  }

  private static String choices(List<Node> choices, Locale locale) {
    String names =
        choices.stream()
            .limit(LISTED)
            .map(choice -> choice(choice, locale))
            .collect(Collectors.joining(text(locale, "comma")));
    return choices.size() > LISTED
        ? text(locale, "choices.more", names, choices.size() - LISTED)
        : text(locale, "choices", names);
  }

  private static String choice(Node choice, Locale locale) {
    String label = ConceptNames.label(choice, locale);
    String name = choice.isURI() ? ConceptNames.localName(choice.getURI()) : label;
    return label.equals(name) ? name : text(locale, "choice", label, name);
  }

  private static String languages(List<Node> languages, Locale locale) {
    return languages.stream()
        .map(Node::getLiteralLexicalForm)
        .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(locale) + " @" + tag)
        .collect(Collectors.joining(text(locale, "or")));
  }

  private static String pattern(String regex, Locale locale) {
    if (regex.equals("\\S")) {
      return text(locale, "pattern.not-blank");
    }
    Matcher schemes = NOT_SCHEMES.matcher(regex);
    if (schemes.matches()) {
      String names = schemes.group(1).replace("|", ": ") + ":";
      return text(locale, "pattern.not-scheme", names);
    }
    Matcher without = WITHOUT.matcher(regex);
    if (without.matches()) {
      return text(
          locale,
          "pattern.without",
          without.group(1).replace("\\x20", " ").replace("\\\\", "\\").strip());
    }
    Matcher prefix = PREFIX.matcher(regex);
    if (prefix.lookingAt()) {
      String start = prefix.group(1).replace("https?", "https").replace("\\", "");
      return text(locale, "pattern.prefix", start);
    }
    return text(locale, "pattern", regex);
  }

  private static String text(Locale locale, String key, Object... values) {
    return ExpectationWords.find(locale, key, values)
        .orElseThrow(() -> new IllegalStateException("no words for " + key));
  }
}
