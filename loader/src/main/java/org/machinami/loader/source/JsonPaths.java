package org.machinami.loader.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * JSONPath. Plain paths (members, indexes, {@code *}) are steps that need no document in memory;
 * everything else of JSONPath goes to Jayway's implementation.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9535">RFC 9535</a>
 */
public final class JsonPaths {

  /** One step of a plain path: a member, an index, or all. */
  record Step(Optional<String> member, int index) {
    static final int ALL = -1;

    boolean matches(String name) {
      return member.isPresent() ? member.get().equals(name) : index == ALL;
    }

    boolean matches(int place) {
      return member.isEmpty() && (index == ALL || index == place);
    }
  }

  private static final Pattern STEP =
      Pattern.compile(
          "\\.?\\[\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|(\\d{1,9})|(\\*))\\s*\\]"
              + "|\\.(\\*)"
              + "|\\.([^\\[\\].*?()'\"$]+)");
  private static final Configuration JAYWAY =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider())
          .mappingProvider(new JacksonMappingProvider())
          .options(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS)
          .build();

  private JsonPaths() {}

  /** The steps of a plain path; empty when it needs more than steps. */
  static Optional<List<Step>> plain(String path) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    int at = 1;
    while (at < path.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return Optional.empty();
      }
      String quoted = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      if (quoted != null) {
        steps.add(new Step(Optional.of(quoted.replaceAll("\\\\(.)", "$1")), Step.ALL));
      } else if (matcher.group(3) != null) {
        steps.add(new Step(Optional.empty(), Integer.parseInt(matcher.group(3))));
      } else if (matcher.group(6) != null) {
        steps.add(new Step(Optional.of(matcher.group(6)), Step.ALL));
      } else {
        steps.add(new Step(Optional.empty(), Step.ALL));
      }
      at = matcher.end();
    }
    return Optional.of(List.copyOf(steps));
  }

  /**
   * How many steps lead to the object that is so many objects above what the path selects; empty
   * where it has not as many.
   */
  static OptionalInt above(List<Step> path, int objects) {
    int left = objects;
    for (int depth = path.size() - 1; depth >= 0; depth--) {
      if (path.get(depth).member().isPresent() && --left == 0) {
        return OptionalInt.of(depth);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * A path as the mapping writes it: {@code name}, {@code $.name}, {@code ['a b']}, {@code @.x}.
   */
  static String rooted(String reference) {
    if (reference.startsWith("$")) {
      return reference;
    }
    if (reference.startsWith("@.") || reference.startsWith("@[")) {
      return "$" + reference.substring(1);
    }
    return (reference.startsWith("[") || reference.startsWith(".") ? "$" : "$.") + reference;
  }

  /**
   * Compiles what is no plain path.
   *
   * @throws LoadException when it is no JSONPath either
   */
  static JsonPath compile(String path) {
    if (!balanced(path)) {
      throw new LoadException(Fault.FOLDER, "mapping.json-path", path, "brackets do not match");
    }
    try {
      return JsonPath.compile(path);
    } catch (InvalidPathException e) {
      throw new LoadException(Fault.FOLDER, e, "mapping.json-path", path, e.getMessage());
    }
  }

  /** Jayway takes what follows a closing bracket too many for nothing. */
  private static boolean balanced(String path) {
    int open = 0;
    char quote = 0;
    for (int i = 0; i < path.length() && open >= 0; i++) {
      char c = path.charAt(i);
      if (quote != 0) {
        i += c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '[' || c == '(') {
        open++;
      } else if (c == ']' || c == ')') {
        open--;
      }
    }
    return open == 0 && quote == 0;
  }

  /**
   * The names of members along a path that leads to a list, which may end in {@code [*]}.
   *
   * @return empty when it is no such path
   */
  public static Optional<List<String>> members(String path) {
    if (!path.startsWith("$")) {
      return Optional.empty();
    }
    return plain(path.endsWith("[*]") ? path.substring(0, path.length() - 3) : path)
        .filter(steps -> steps.stream().allMatch(step -> step.member().isPresent()))
        .map(steps -> steps.stream().map(step -> step.member().get()).toList());
  }

  /**
   * Looks whether something is a JSONPath.
   *
   * @throws LoadException when it is none
   */
  public static void requirePath(String path) {
    compile(path);
  }

  /**
   * The first text or number that a path selects; empty where there is none, or it is empty.
   *
   * @throws LoadException when the path is none
   */
  public static Optional<String> text(String path, JsonNode document) {
    return select(compile(path), document).stream()
        .filter(node -> node.isTextual() || node.isNumber())
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /** What a compiled path selects below a node. */
  static List<JsonNode> select(JsonPath path, JsonNode node) {
    JsonNode found = path.read(node, JAYWAY);
    List<JsonNode> nodes = new ArrayList<>();
    if (found != null) {
      found.forEach(nodes::add);
    }
    return nodes;
  }

  /**
   * What plain steps select below a node that was no JSON: what comes again there has become a
   * list, whose elements are all meant.
   */
  static void selectAll(List<Step> steps, JsonNode node, List<JsonNode> found) {
    if (steps.isEmpty()) {
      found.add(node);
    } else if (node.isArray() && steps.get(0).member().isPresent()) {
      node.forEach(element -> selectAll(steps, element, found));
    } else {
      List<JsonNode> next = new ArrayList<>();
      select(steps.subList(0, 1), 0, node, next);
      next.forEach(inner -> selectAll(steps.subList(1, steps.size()), inner, found));
    }
  }

  /** What plain steps select below a node. */
  static void select(List<Step> steps, int from, JsonNode node, List<JsonNode> found) {
    if (from == steps.size()) {
      found.add(node);
      return;
    }
    Step step = steps.get(from);
    if (step.member().isPresent()) {
      JsonNode child = node.get(step.member().get());
      if (child != null) {
        select(steps, from + 1, child, found);
      }
    } else if (step.index() == Step.ALL) {
      node.forEach(child -> select(steps, from + 1, child, found));
    } else if (node.isArray() && step.index() < node.size()) {
      select(steps, from + 1, node.get(step.index()), found);
    }
  }
}
