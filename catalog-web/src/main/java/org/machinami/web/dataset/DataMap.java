package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.machinami.ontology.MeshCode;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.graph.NTriplesReader;
import org.machinami.store.ledger.Hash;
import org.machinami.store.search.Box;
import org.machinami.web.rdf.Terms;
import org.machinami.web.thing.MapDrawing;
import org.machinami.web.thing.MapView;
import org.machinami.web.thing.Wkt;

/** Where the first things of a data graph lie, as a small map. */
public final class DataMap {
  private static final int MOST_LINES = 2_500;
  private static final int MOST_SHAPES = 250;
  private static final String WKT = "> <" + Terms.GEO + "asWKT> ";

  private DataMap() {}

  /**
   * Empty when the first lines hold neither a geometry nor the IRI of a cell of the mesh.
   *
   * @param base of the catalogue
   */
  public static Optional<MapView> of(GraphVersions versions, Hash version, String base) {
    List<Geometry> shapes = new ArrayList<>();
    Set<String> cells = new LinkedHashSet<>();
    String cell = "<" + base + "id/mesh/";
    NTriplesReader reader = new NTriplesReader();
    try (GraphLines lines = versions.lines(version)) {
      for (int i = 0; i < MOST_LINES && shapes.size() < MOST_SHAPES && lines.next(); i++) {
        String line = lines.text();
        int named = line.indexOf(cell);
        if (line.contains(WKT)) {
          Wkt.parse(reader.triple(lines).getObject().getLiteralLexicalForm())
              .ifPresent(g -> parts(g, shapes));
        } else if (named >= 0 && cells.size() < MOST_SHAPES) {
          cells.add(line.substring(named + cell.length(), line.indexOf('>', named)));
        }
      }
    }
    if (shapes.isEmpty()) {
      cells.stream()
          .map(MeshCode::find)
          .flatMap(Optional::stream)
          .map(DataMap::area)
          .forEach(shapes::add);
    }
    return shapes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            MapDrawing.alone(
                new GeometryFactory().createGeometryCollection(shapes.toArray(Geometry[]::new))));
  }

  /** The rectangles by themselves; empty where there is none, or one crosses the date line. */
  static Optional<MapView> around(List<Box> boxes) {
    if (boxes.isEmpty() || boxes.stream().anyMatch(Box::crossesDateLine)) {
      return Optional.empty();
    }
    Geometry[] areas =
        boxes.stream()
            .map(b -> area(new Envelope(b.west(), b.east(), b.south(), b.north())))
            .toArray(Geometry[]::new);
    return Optional.of(MapDrawing.alone(new GeometryFactory().createGeometryCollection(areas)));
  }

  private static Geometry area(MeshCode cell) {
    double[] edges = cell.edges();
    return area(new Envelope(edges[0], edges[2], edges[1], edges[3]));
  }

  private static Geometry area(Envelope rectangle) {
    return new GeometryFactory().toGeometry(rectangle);
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
