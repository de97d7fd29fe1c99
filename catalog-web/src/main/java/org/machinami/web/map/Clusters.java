package org.machinami.web.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.machinami.ontology.MeshCode;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/** Puts places that lie close together into one, until there are not too many. */
final class Clusters {
  /** Side of the square, in pixels, whose places are one. */
  private static final int PIXELS = 56;

  /** Lengths of the codes of the cells that cells are put into: 1 km, 10 km, 80 km. */
  private static final int[] LARGER_CELLS = {8, 6, 4};

  private Clusters() {}

  /** Places of things that are one. */
  static final class Cluster {
    private final int first;
    private long count;
    private double longitude;
    private double latitude;
    private double sum;
    private long valued;

    private Cluster(int first) {
      this.first = first;
    }

    private void add(double x, double y, float value) {
      count++;
      longitude += x;
      latitude += y;
      if (!Float.isNaN(value)) {
        sum += value;
        valued++;
      }
    }

    /** The number of one of them. */
    int first() {
      return first;
    }

    long count() {
      return count;
    }

    /** As a point in their middle; its value is their mean. */
    Feature feature(boolean meaningfulMean, Language language) {
      return new Feature(
          Feature.Kind.CLUSTER,
          "",
          new Text(Messages.in(language).count("map.cluster", count), language.tag()),
          new GeometryFactory().createPoint(new Coordinate(longitude / count, latitude / count)),
          count,
          meaningfulMean && valued > 0 ? sum / valued : Double.NaN,
          List.of());
    }
  }

  /**
   * Places of things, put together by squares of the map.
   *
   * @param most how many there may be in the end
   */
  static Collection<Cluster> of(
      Boxes boxes, int[] places, Optional<Figures> figures, double zoom, int most) {
    double side = PIXELS / (Mercator.WORLD * Math.pow(2, zoom));
    Map<Long, Cluster> clusters = new HashMap<>();
    do {
      clusters.clear();
      for (int place : places) {
        double longitude = boxes.longitude(place);
        double latitude = boxes.latitude(place);
        long column = (long) Math.floor(Mercator.x(longitude) / side);
        long row = (long) Math.floor(Mercator.y(latitude) / side);
        clusters
            .computeIfAbsent((column << 32) | (row & 0xFFFFFFFFL), k -> new Cluster(place))
            .add(longitude, latitude, figures.map(f -> f.value(place)).orElse(Float.NaN));
        if (clusters.size() > most) {
          break;
        }
      }
      side *= 2;
    } while (clusters.size() > most);
    return clusters.values();
  }

  /** Cells, put together into larger cells of the same mesh. */
  static List<Ground.Cell> of(List<Ground.Cell> cells, int columns, int most) {
    List<Ground.Cell> these = cells;
    for (int i = 0; i < LARGER_CELLS.length && these.size() > most; i++) {
      these = larger(these, columns, LARGER_CELLS[i]);
    }
    return these;
  }

  private static List<Ground.Cell> larger(List<Ground.Cell> cells, int columns, int digits) {
    Map<String, Ground.Cell> larger = new HashMap<>();
    for (Ground.Cell cell : cells) {
      String code = cell.code().ancestor(Math.min(digits, cell.code().code().length()));
      larger
          .computeIfAbsent(code, c -> new Ground.Cell(MeshCode.find(c).orElseThrow(), columns))
          .add(cell);
    }
    return new ArrayList<>(larger.values());
  }
}
