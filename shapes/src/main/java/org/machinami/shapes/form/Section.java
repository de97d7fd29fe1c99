package org.machinami.shapes.form;

import java.util.List;
import java.util.Objects;

/**
 * Fields under one heading, the most wanted first.
 *
 * @param name letters, digits and hyphens
 * @param label the heading; both texts are empty in a form that has no headings
 */
public record Section(String name, Words label, List<Field> fields) {

  public Section {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
    fields = List.copyOf(fields);
  }
}
