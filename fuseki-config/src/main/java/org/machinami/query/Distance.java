package org.machinami.query;

import org.apache.jena.geosparql.implementation.GeometryWrapper;
import org.apache.jena.geosparql.implementation.UnitsConversionException;
import org.apache.jena.geosparql.implementation.registry.UnitsRegistry;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase3;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.opengis.geometry.MismatchedDimensionException;
import org.opengis.referencing.operation.TransformException;
import org.opengis.util.FactoryException;

/**
 * {@code geof:distance} that gives metres between points of longitude and latitude, along the great
 * circle; Jena's own only knows degrees there. Public because the function registry makes it.
 *
 * @see <a href="https://docs.ogc.org/is/22-047r1/22-047r1.html">GeoSPARQL 1.1, distance</a>
 */
public final class Distance extends FunctionBase3 {
  private static final String NAME = "http://www.opengis.net/def/function/geosparql/distance";

  /** Puts it in the place of Jena's, for the whole process. */
  static void register() {
    FunctionRegistry.get().put(NAME, Distance.class);
  }

  @Override
  public NodeValue exec(NodeValue from, NodeValue to, NodeValue unit) {
    if (!unit.isIRI()) {
      throw new ExprEvalException("geof:distance: the unit " + unit + " is not an IRI");
    }
    String unitIri = unit.asNode().getURI();
    try {
      GeometryWrapper start = GeometryWrapper.extract(from);
      GeometryWrapper end = GeometryWrapper.extract(to);
      return NodeValue.makeDouble(
          UnitsRegistry.isLinearUnits(unitIri)
              ? start.distance(end, unitIri)
              : start.distanceEuclidean(end, unitIri));
    } catch (FactoryException
        | MismatchedDimensionException
        | TransformException
        | UnitsConversionException e) {
      throw new ExprEvalException("geof:distance: " + e.getMessage(), e);
    }
  }
}
