package org.machinami.web.contents;

import java.util.List;
import java.util.Objects;

/**
 * What the data and the description of a dataset say of properties and places.
 *
 * @param id of the dataset
 * @param data version of its data, hexadecimal; empty when it has none
 * @param fields ids of its service fields
 * @param areas what its description says that it covers: paths below {@code id/}, such as {@code
 *     prefecture/13} or {@code municipality/13104}
 * @param municipalities codes of those of which its data speak
 * @param properties that its data use, in order of their IRIs
 */
public record Contents(
    String id,
    String data,
    List<String> fields,
    List<String> areas,
    List<String> municipalities,
    List<PropertyUse> properties) {
  public Contents {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(data, "data");
    fields = List.copyOf(fields);
    areas = List.copyOf(areas);
    municipalities = List.copyOf(municipalities);
    properties = List.copyOf(properties);
  }

  /** Whether there is anything to remember. */
  boolean isEmpty() {
    return data.isEmpty() && (fields.isEmpty() || areas.isEmpty());
  }
}
