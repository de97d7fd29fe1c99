package org.machinami.web.contents;

import java.util.List;
import java.util.Objects;

/**
 * A property in the data of a dataset.
 *
 * @param iri of the property
 * @param statements number of its statements
 * @param types IRIs of the datatypes of its values; {@value #RESOURCE} where they are resources
 */
public record PropertyUse(String iri, long statements, List<String> types) {
  public static final String RESOURCE = "http://www.w3.org/2000/01/rdf-schema#Resource";

  public PropertyUse {
    Objects.requireNonNull(iri, "iri");
    types = List.copyOf(types);
  }
}
