package org.machinami.web.thing;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** Well-known text of GeoSPARQL: longitude, latitude in degrees (CRS84). */
public final class Wkt {
  private static final int MOST_CHARACTERS = 400_000;

  private Wkt() {}

  /** The geometry of a thing, if it has one that can be read. */
  static Optional<Geometry> of(Described thing) {
    return thing.all(Terms.GEO + "hasGeometry").stream()
        .map(g -> g.value(Terms.GEO + "asWKT"))
        .flatMap(Optional::stream)
        .map(Wkt::parse)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** What of several texts can be read, as one geometry; empty when that is nothing. */
  public static Optional<Geometry> ofAll(List<String> literals) {
    List<Geometry> read = literals.stream().map(Wkt::parse).flatMap(Optional::stream).toList();
    return read.size() < 2
        ? read.stream().findFirst()
        : Optional.of(new GeometryFactory().buildGeometry(read));
  }

  /** Empty for what cannot be read, is empty, or is not on Earth. */
  public static Optional<Geometry> parse(String literal) {
    String text = literal.strip();
    if (text.startsWith("<")) { // a CRS before the text; ours are all CRS84
      text = text.substring(text.indexOf('>') + 1).strip();
    }
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      Geometry geometry = new WKTReader().read(text);
      var box = geometry.getEnvelopeInternal();
      boolean onEarth =
          !geometry.isEmpty()
              && box.getMinX() >= -180
              && box.getMaxX() <= 180
              && box.getMinY() >= -90
              && box.getMaxY() <= 90;
      return onEarth ? Optional.of(geometry) : Optional.empty();
    } catch (ParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
