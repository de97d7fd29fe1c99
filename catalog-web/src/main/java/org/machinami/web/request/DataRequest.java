package org.machinami.web.request;

import java.time.Instant;
import java.util.Objects;

/**
 * A request for data.
 *
 * @param id made by us: eight letters and digits
 * @param language in which it is written, "ja" or "en"
 * @param wanted which data, one line
 * @param purpose what they are needed for
 * @param field id of a service field, empty for none
 * @param municipality code of five digits, empty for none
 * @param about id of a dataset in which something is missing or wrong, empty for none
 * @param contact for the operator only; empty for none
 * @param supporters how many browsers need it, the asker's among them
 * @param last its present state
 */
public record DataRequest(
    String id,
    Instant created,
    String language,
    String wanted,
    String purpose,
    String field,
    String municipality,
    String about,
    String contact,
    long supporters,
    RequestEvent last) {
  public DataRequest {
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(last, "last");
    if (!RequestIds.isOne(id)) {
      throw new IllegalArgumentException("id is none: " + id);
    }
  }

  public RequestState state() {
    return last.state();
  }
}
