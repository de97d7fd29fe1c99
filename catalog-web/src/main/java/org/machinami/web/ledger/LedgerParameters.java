package org.machinami.web.ledger;

import jakarta.ws.rs.core.MultivaluedMap;
import org.machinami.web.problem.Problem;

/** Reads parameters that are numbers. */
final class LedgerParameters {
  private LedgerParameters() {}

  /**
   * A whole number.
   *
   * @throws Problem 400 when it is none, or out of bounds
   */
  static long number(
      MultivaluedMap<String, String> parameters,
      String name,
      long otherwise,
      long least,
      long most) {
    String value = parameters.getFirst(name);
    if (value == null || value.isEmpty()) {
      return otherwise;
    }
    if (!value.matches("[0-9]{1,18}")
        || Long.parseLong(value) < least
        || Long.parseLong(value) > most) {
      String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
      throw Problem.badParameter(name, shown, "problem.ledger.number");
    }
    return Long.parseLong(value);
  }

  /**
   * The IRI of a graph or file.
   *
   * @throws Problem 400 when it is missing
   */
  static String name(MultivaluedMap<String, String> parameters) {
    String name = parameters.getFirst("name");
    if (name == null || name.isBlank()) {
      throw Problem.badParameter("name", "", "problem.ledger.name");
    }
    return name;
  }
}
