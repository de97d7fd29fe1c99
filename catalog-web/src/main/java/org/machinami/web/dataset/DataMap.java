package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.graph.NTriplesReader;
import org.machinami.store.ledger.Hash;
import org.machinami.web.rdf.Terms;
import org.machinami.web.thing.MapDrawing;
import org.machinami.web.thing.MapView;
import org.machinami.web.thing.Wkt;

/** Where the first things of a data graph lie, as a small map. */
final class DataMap {
  private static final int MOST_LINES = 2_500;
  private static final int MOST_SHAPES = 250;
  private static final String WKT = "> <" + Terms.GEO + "asWKT> ";

  private DataMap() {}

  /** Empty when the first lines hold no geometry. */
  static Optional<MapView> of(GraphVersions versions, Hash version) {
    List<Geometry> shapes = new ArrayList<>();
    NTriplesReader reader = new NTriplesReader();
    try (GraphLines lines = versions.lines(version)) {
      for (int i = 0; i < MOST_LINES && shapes.size() < MOST_SHAPES && lines.next(); i++) {
        if (lines.text().contains(WKT)) {
          Wkt.parse(reader.triple(lines).getObject().getLiteralLexicalForm())
              .ifPresent(g -> parts(g, shapes));
        }
      }
    }
    return shapes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            MapDrawing.alone(
                new GeometryFactory().createGeometryCollection(shapes.toArray(Geometry[]::new))));
  }

  private static void parts(Geometry geometry, List<Geometry> into) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part.getNumGeometries() > 1) {
        parts(part, into);
      } else {
        into.add(part);
      }
    }
  }
}
