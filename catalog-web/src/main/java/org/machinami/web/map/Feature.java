package org.machinami.web.map;

import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;

/**
 * Something on the map.
 *
 * @param iri of the thing; empty for several things together
 * @param rows how many rows it stands for
 * @param value what it is coloured by, NaN for none
 */
record Feature(
    Kind kind,
    String iri,
    Text name,
    Geometry geometry,
    long rows,
    double value,
    List<Fact> facts) {
  Feature {
    Objects.requireNonNull(geometry, "geometry");
    facts = List.copyOf(facts);
  }

  Feature withoutFacts() {
    return new Feature(kind, iri, name, geometry, rows, value, List.of());
  }

  /** What it is. */
  enum Kind {
    /** A row. */
    THING("thing"),
    /** A cell of the mesh, with all rows in it. */
    CELL("cell"),
    /** Several rows that lie close together. */
    CLUSTER("cluster");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  /**
   * What a row says.
   *
   * @param column place in the list of columns
   */
  record Fact(int column, List<Value> values) {
    Fact {
      values = List.copyOf(values);
    }
  }
}
