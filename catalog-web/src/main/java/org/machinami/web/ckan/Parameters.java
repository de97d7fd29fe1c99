package org.machinami.web.ckan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an action is asked with. Values of an address or a form are texts; of a JSON body they have
 * their types, and where a number or a list is wanted either will do.
 */
record Parameters(Map<String, JsonNode> values) {
  private static final int MOST_ELEMENTS = 100;
  private static final int SHOWN = 60;

  Parameters {
    values = Map.copyOf(values);
  }

  /** Of texts. */
  static Parameters ofTexts(Map<String, String> texts) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    texts.forEach((name, text) -> values.put(name, TextNode.valueOf(text)));
    return new Parameters(values);
  }

  Optional<JsonNode> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isNull());
  }

  /** The text of a parameter; empty when it was not given, or is empty. */
  Optional<String> text(String name) {
    Optional<JsonNode> value = find(name);
    if (value.isPresent() && value.get().isContainerNode()) {
      throw CkanError.invalid(name, "Must be a text, not " + kind(value.get()) + ".");
    }
    return value.map(JsonNode::asText).map(String::strip).filter(text -> !text.isEmpty());
  }

  String require(String name) {
    return text(name).orElseThrow(() -> CkanError.invalid(name, "Missing value"));
  }

  /**
   * A whole number.
   *
   * @param most larger ones are an error
   */
  int natural(String name, int otherwise, int most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    String digits = text.get();
    boolean natural = digits.matches("[0-9]{1,9}");
    if (!natural || Integer.parseInt(digits) > most) {
      throw CkanError.invalid(
          name,
          digits.matches("-?[0-9]+")
              ? "Must be a whole number from 0 to " + most + ": " + shown(digits)
              : "Invalid integer: " + shown(digits));
    }
    return Integer.parseInt(digits);
  }

  boolean bool(String name, boolean otherwise) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    return switch (text.get().toLowerCase(java.util.Locale.ROOT)) {
      case "true", "yes", "t", "y", "1", "on" -> true;
      case "false", "no", "f", "n", "0", "off" -> false;
      default -> throw CkanError.invalid(name, "Must be true or false: " + shown(text.get()));
    };
  }

  /** A list: of JSON, as JSON in a text, or with commas. */
  List<String> list(String name) {
    Optional<JsonNode> value = find(name);
    if (value.isEmpty()) {
      return List.of();
    }
    JsonNode list = value.get();
    if (list.isTextual() && list.asText().strip().startsWith("[")) {
      list = json(name, list.asText());
    }
    List<String> elements = new ArrayList<>();
    if (list.isArray()) {
      for (JsonNode element : list) {
        if (element.isContainerNode()) {
          throw CkanError.invalid(name, "Must be a list of texts.");
        }
        elements.add(element.asText());
      }
    } else {
      for (String part : text(name).orElse("").split(",", MOST_ELEMENTS + 2)) {
        elements.add(part);
      }
    }
    if (elements.size() > MOST_ELEMENTS) {
      throw CkanError.invalid(name, "Has more than " + MOST_ELEMENTS + " elements.");
    }
    return elements.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  /** An object: of JSON, or as JSON in a text. */
  Optional<JsonNode> object(String name) {
    Optional<JsonNode> value = find(name);
    if (value.isEmpty() || (value.get().isTextual() && value.get().asText().isBlank())) {
      return Optional.empty();
    }
    JsonNode node = value.get().isTextual() ? json(name, value.get().asText()) : value.get();
    if (!node.isObject()) {
      throw CkanError.invalid(name, "Must be an object, not " + kind(node) + ".");
    }
    return Optional.of(node);
  }

  private static JsonNode json(String name, String text) {
    try {
      return ParametersReader.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw CkanError.invalid(name, "Is no JSON: " + e.getOriginalMessage());
    }
  }

  private static String kind(JsonNode node) {
    return node.isArray() ? "a list" : node.isObject() ? "an object" : "a single value";
  }

  /** A value as messages quote it. */
  static String shown(String value) {
    return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }
}
