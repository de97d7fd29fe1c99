package org.machinami.web.openapi;

import java.util.List;
import java.util.Objects;

/**
 * Something that programs can ask for.
 *
 * @param path below the base, parameters in braces
 * @param id unique name
 * @param tag group that it stands in
 * @param summary key of the message that says what it gives
 * @param parameters of path and query
 * @param types media types of the answer
 */
record Operation(
    String path,
    String id,
    String tag,
    String summary,
    List<Parameter> parameters,
    List<String> types) {
  Operation {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(summary, "summary");
    parameters = List.copyOf(parameters);
    types = List.copyOf(types);
  }

  /**
   * A parameter.
   *
   * @param type of JSON Schema
   * @param words key of the message that explains it
   * @param isPath whether it is a part of the path
   */
  record Parameter(String name, String type, String words, boolean isPath, boolean isRequired) {
    Parameter {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(words, "words");
    }

    static Parameter path(String name, String words) {
      return new Parameter(name, "string", words, true, true);
    }

    static Parameter text(String name, String words) {
      return new Parameter(name, "string", words, false, false);
    }

    static Parameter number(String name, String words) {
      return new Parameter(name, "integer", words, false, false);
    }

    static Parameter required(String name, String words) {
      return new Parameter(name, "string", words, false, true);
    }
  }
}
