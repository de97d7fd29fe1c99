package org.machinami.web.steward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;

/**
 * What the script that saves a form is told.
 *
 * @param version that the form is of now
 * @param said for the reader
 */
record Autosaved(int version, String said) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Autosaved {
    Objects.requireNonNull(said, "said");
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
