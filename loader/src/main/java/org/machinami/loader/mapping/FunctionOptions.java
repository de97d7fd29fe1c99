package org.machinami.loader.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * The constants given to a function.
 *
 * @param values by local name of the property
 */
record FunctionOptions(Map<String, List<String>> values) {

  static final FunctionOptions NONE = new FunctionOptions(Map.of());

  FunctionOptions {
    Map<String, List<String>> copy = new HashMap<>();
    values.forEach((name, list) -> copy.put(name, list.stream().sorted().toList()));
    values = Map.copyOf(copy);
  }

  Optional<String> find(String name) {
    List<String> list = values.getOrDefault(name, List.of());
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(0));
  }

  String require(String function, String name) {
    return find(name)
        .orElseThrow(
            () -> new LoadException(Fault.FOLDER, "mapping.function-option", function, name));
  }

  /** Entries {@code key=value} as a table. */
  Map<String, String> table(String function, String name) {
    Map<String, String> table = new LinkedHashMap<>();
    for (String entry : values.getOrDefault(name, List.of())) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw new LoadException(Fault.FOLDER, "mapping.function-entry", function, entry);
      }
      table.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    if (table.isEmpty()) {
      throw new LoadException(Fault.FOLDER, "mapping.function-option", function, name);
    }
    return table;
  }

  void requireOnly(String function, Set<String> known) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new LoadException(
            Fault.FOLDER, "mapping.function-unknown-option", function, name, known);
      }
    }
  }
}
