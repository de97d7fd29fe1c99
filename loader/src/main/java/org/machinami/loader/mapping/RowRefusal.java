package org.machinami.loader.mapping;

import java.util.List;

/** Leaves the mapping of one row; never leaves the package. Costs no stack trace. */
final class RowRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<String> arguments;
  private String column = "";
  private String value = "";

  RowRefusal(String key, String... arguments) {
    super(key, null, false, false);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** Says which reference and which value is to blame, unless that is known already. */
  RowRefusal blame(String reference, String wrong) {
    if (column.isEmpty()) {
      column = reference;
      value = wrong;
    }
    return this;
  }

  String key() {
    return key;
  }

  List<String> arguments() {
    return arguments;
  }

  String column() {
    return column;
  }

  String value() {
    return value;
  }
}
