package org.machinami.samples;

import static org.machinami.samples.Sources.decimal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Outlines and heights of an imagined quarter: 20 by 20 plots on a rectangle of Harumi. */
final class Blocks {

  private static final int PLOTS = 20;
  private static final double SOUTH = 35.6490;
  private static final double WEST = 139.7770;
  private static final double PLOT_HEIGHT = 0.00032;
  private static final double PLOT_WIDTH = 0.00040;
  private static final double METRES_A_DEGREE_NORTH = 110_950;
  private static final double METRES_A_DEGREE_EAST = 90_550;
  private static final double STOREY = 3.6;

  private Blocks() {}

  static void write(Sources sources) throws IOException {
    Dice dice = new Dice("building-blocks");
    List<String> features = new ArrayList<>();
    for (int row = 0; row < PLOTS; row++) {
      for (int column = 0; column < PLOTS; column++) {
        if (row % 5 == 4 || column % 7 == 6) {
          continue;
        }
        double south = SOUTH + row * PLOT_HEIGHT;
        double west = WEST + column * PLOT_WIDTH;
        double depth = PLOT_HEIGHT * dice.within(0.5, 0.85);
        double width = PLOT_WIDTH * dice.within(0.5, 0.85);
        int storeys = dice.of(2, 3, 4, 5, 6, 8, 10, 12, 14, 30, 45);
        double area = depth * METRES_A_DEGREE_NORTH * width * METRES_A_DEGREE_EAST;
        features.add(
            "{\"type\":\"Feature\",\"properties\":{\"建物ID\":\"sample-"
                + Days.twoDigits(row)
                + Days.twoDigits(column)
                + "\",\"用途\":\""
                + dice.of("住宅", "共同住宅", "共同住宅", "業務施設", "商業施設")
                + "\",\"地上階数\":"
                + storeys
                + ",\"計測高さ\":"
                + decimal(storeys * STOREY * dice.factor(0.08), 1)
                + ",\"建築面積\":"
                + decimal(area, 1)
                + ",\"標準地域コード\":\"13102\"},\"geometry\":"
                + Grid.polygon(west, south, west + width, south + depth)
                + "}");
      }
    }
    sources.geoJson("building-blocks/building_blocks.geojson", features);
  }
}
