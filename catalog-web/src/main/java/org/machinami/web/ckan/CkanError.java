package org.machinami.web.ckan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/** A reason why an action gives no result, in the words that clients of CKAN know. */
final class CkanError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final String field;

  private CkanError(int status, String type, String field, String message) {
    super(message);
    this.status = status;
    this.type = Objects.requireNonNull(type, "type");
    this.field = Objects.requireNonNull(field, "field");
  }

  static CkanError notFound(String message) {
    return new CkanError(404, "Not Found Error", "message", message);
  }

  static CkanError denied(String message) {
    return new CkanError(403, "Authorization Error", "message", message);
  }

  /** A parameter that cannot be used. */
  static CkanError invalid(String parameter, String message) {
    return new CkanError(409, "Validation Error", parameter, message);
  }

  /** A search that cannot be understood. */
  static CkanError query(String message) {
    return new CkanError(400, "Search Query Error", "message", message);
  }

  static CkanError busy(String message) {
    return new CkanError(429, "Too Many Requests Error", "message", message);
  }

  /** No action at all; CKAN answers with a mere text. */
  static CkanError badRequest(String message) {
    return new CkanError(400, "", "message", message);
  }

  int status() {
    return status;
  }

  boolean isPlain() {
    return type.isEmpty();
  }

  /** The member "error" of the answer: of a validation error a list of messages for the field. */
  ObjectNode json() {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    if (type.startsWith("Validation")) {
      error.putArray(field).add(getMessage());
    } else {
      error.put(field, getMessage());
    }
    return error.put("__type", type);
  }
}
