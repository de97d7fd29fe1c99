package org.machinami.web.harvest.addition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.web.harvest.addition.Addition.Kind;

/** The extras of a record, and what comes to them. Not thread-safe. */
final class RecordExtras {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode record;
  private final List<Addition> additions;
  private final Map<String, String> before = new LinkedHashMap<>();
  private final Map<String, String> added = new LinkedHashMap<>();

  /**
   * @param additions is told what comes to them
   */
  RecordExtras(ObjectNode record, List<Addition> additions) {
    this.record = record;
    this.additions = additions;
    for (JsonNode extra : record.path("extras")) {
      JsonNode value = extra.path("value");
      String text = value.isContainerNode() ? value.toString() : value.asText("");
      before.putIfAbsent(extra.path("key").asText(""), text);
    }
  }

  /** Whether the portal says anything under the key. */
  boolean has(String key) {
    return !before.getOrDefault(key, "").isBlank();
  }

  /** One value; the portal's own gives way to it, since it says the same by a code. */
  void add(Kind kind, String key, String value) {
    String old = before.getOrDefault(key, "");
    if (!value.isBlank() && !value.equals(old.strip())) {
      set(key, value);
      additions.add(new Addition(kind, "extras." + key, old, value));
    }
  }

  /** One value, where the portal has none. */
  void addWhereNone(Kind kind, String key, String value) {
    if (!has(key)) {
      add(kind, key, value);
    }
  }

  /** Values that the list lacks; what is in it stays. */
  void addToList(Kind kind, String key, List<String> values) {
    List<String> all = values(key);
    int old = all.size();
    values.stream().filter(value -> !all.contains(value)).forEach(all::add);
    if (all.size() > old) {
      add(kind, key, text(all));
    }
  }

  /** Codes for what the list says in words of its own, which give way when each has its code. */
  void addCodes(Kind kind, String key, List<String> codes) {
    List<String> words = values(key);
    words.removeIf(word -> word.startsWith("http"));
    if (codes.size() < words.size()) {
      addToList(kind, key, codes);
    } else if (!codes.isEmpty()) {
      List<String> all = values(key);
      all.removeAll(words);
      codes.stream().filter(code -> !all.contains(code)).forEach(all::add);
      if (!all.equals(values(key))) {
        add(kind, key, text(all));
      }
    }
  }

  private String text(List<String> values) {
    ArrayNode list = record.arrayNode();
    values.forEach(list::add);
    return values.size() == 1 ? values.get(0) : list.toString();
  }

  /** What the portal says under the key, one by one. */
  List<String> values(String key) {
    return list(before.getOrDefault(key, ""));
  }

  /** As harvests read it: a list of JSON, addresses with spaces, or words with commas between. */
  private static List<String> list(String text) {
    List<String> items = new ArrayList<>();
    if (text.strip().startsWith("[")) {
      try {
        JSON.readTree(text).forEach(item -> items.add(item.asText()));
        return items;
      } catch (JsonProcessingException e) {
        // No list after all: one value that begins with a bracket.
        return new ArrayList<>(List.of(text.strip()));
      }
    }
    if (!text.isBlank()) {
      String between = text.contains("://") ? "\\s+" : "\\s*[,;]\\s*";
      items.addAll(List.of(text.strip().split(between, -1)));
    }
    return items;
  }

  /** Without telling: who calls this tells it himself. */
  void set(String key, String value) {
    added.put(key, value);
  }

  /** All of them, as the portal has them and with what came; empty when nothing came. */
  Optional<ArrayNode> changed() {
    if (added.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> all = new LinkedHashMap<>(before);
    all.putAll(added);
    ArrayNode extras = record.arrayNode();
    all.forEach((key, value) -> extras.addObject().put("key", key).put("value", value));
    return Optional.of(extras);
  }
}
