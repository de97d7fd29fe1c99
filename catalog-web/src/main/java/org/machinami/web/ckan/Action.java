package org.machinami.web.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.machinami.web.language.Language;

/** An action of the API. Thread-safe. */
@FunctionalInterface
interface Action {
  /**
   * Looks at the parameters and finds what there is to say; throws before anything is written.
   *
   * @param language of titles and explanations
   * @throws CkanError when there is no result
   */
  Result run(Parameters parameters, Language language);

  /** The member "result" of the answer. */
  interface Result {
    /** Writes the value, as it comes. */
    void write(JsonGenerator json) throws IOException;

    /** A value that is in memory. */
    static Result of(JsonNode value) {
      return json -> ParametersReader.JSON.writeTree(json, value);
    }
  }
}
