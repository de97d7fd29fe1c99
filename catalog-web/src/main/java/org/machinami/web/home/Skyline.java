package org.machinami.web.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The ten service fields as a row of buildings, our sign: a floor stands for the same number of
 * datasets in every building, the light is on where something was updated lately.
 *
 * @param perFloor datasets for each floor: 1, 2, 5, 10, 20, 50 and so on, the least with which the
 *     tallest building has at most {@value #MOST_FLOORS} floors
 * @param buildings in the order of the fields
 */
public record Skyline(long perFloor, List<Building> buildings) {
  /** Of the drawing of a building, in its own units; the street is at the bottom. */
  public static final int WIDTH = 100;

  public static final int HEIGHT = 232;

  static final int MOST_FLOORS = 12;
  static final int WINDOWS = 3;

  private static final int WALLS = 180;
  private static final int TALLEST_FLOOR = 26;
  private static final int LEFT = 12;
  private static final int WINDOW_WIDTH = 14;
  private static final int WINDOW_STEP = 23;

  public Skyline {
    if (perFloor < 1) {
      throw new IllegalArgumentException("perFloor: " + perFloor + " is below 1");
    }
    buildings = List.copyOf(buildings);
  }

  /** A field with its number of datasets, and how many of these were updated lately. */
  public record Lot(HomeView.Tile field, long updated) {
    public Lot {
      Objects.requireNonNull(field, "field");
      if (updated < 0 || updated > field.datasets()) {
        throw new IllegalArgumentException(
            field.id() + ": " + updated + " of " + field.datasets() + " updated");
      }
    }
  }

  /**
   * A building.
   *
   * @param roof height of the roof line above the street
   * @param dark its windows without light, an SVG path
   * @param lit its windows with light, an SVG path
   */
  public record Building(
      HomeView.Tile field, long updated, int floors, int roof, String dark, String lit) {
    /** Where the roof line is, from the top. */
    public int top() {
      return HEIGHT - roof;
    }
  }

  static Skyline of(List<Lot> lots) {
    long most = lots.stream().mapToLong(l -> l.field().datasets()).max().orElse(0);
    long perFloor = perFloor(most);
    int tallest = (int) Math.max(1, floors(most, perFloor));
    int floorHeight = Math.min(TALLEST_FLOOR, WALLS / tallest);
    return new Skyline(
        perFloor, lots.stream().map(lot -> building(lot, perFloor, floorHeight)).toList());
  }

  private static long perFloor(long most) {
    for (long power = 1; ; power *= 10) {
      for (long step : new long[] {1, 2, 5}) {
        if (floors(most, step * power) <= MOST_FLOORS) {
          return step * power;
        }
      }
    }
  }

  private static long floors(long datasets, long perFloor) {
    return (datasets + perFloor - 1) / perFloor;
  }

  private static Building building(Lot lot, long perFloor, int floorHeight) {
    long datasets = lot.field().datasets();
    int floors = (int) floors(datasets, perFloor);
    // Where a floor is a dataset it is lit as a whole, else windows are lit in proportion.
    int group = perFloor == 1 ? WINDOWS : 1;
    int groups = floors * WINDOWS / group;
    int on = groups == 0 || lot.updated() == 0 ? 0 : share(groups, lot.updated(), datasets);
    boolean[] lit = spread(groups, on);
    StringBuilder with = new StringBuilder();
    StringBuilder without = new StringBuilder();
    for (int i = 0; i < floors * WINDOWS; i++) {
      window(lit[i / group] ? with : without, i / WINDOWS, i % WINDOWS, floorHeight);
    }
    return new Building(
        lot.field(),
        lot.updated(),
        floors,
        floors * floorHeight,
        without.toString(),
        with.toString());
  }

  /** In proportion, but never dark when there is one. */
  private static int share(int groups, long updated, long datasets) {
    return Math.max(1, (int) Math.round((double) groups * updated / datasets));
  }

  /** That many of the groups, scattered, the same every time. */
  private static boolean[] spread(int groups, int on) {
    List<Integer> order = new ArrayList<>();
    int stride = Math.max(1, (int) Math.round(groups * 0.618));
    while (gcd(stride, Math.max(1, groups)) != 1) {
      stride++;
    }
    for (int i = 0, at = 0; i < groups; i++, at = (at + stride) % groups) {
      order.add(at);
    }
    boolean[] lit = new boolean[groups];
    order.subList(0, on).forEach(i -> lit[i] = true);
    return lit;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static void window(StringBuilder path, int floor, int column, int floorHeight) {
    int height = Math.max(4, floorHeight * 6 / 11);
    int x = LEFT + 8 + column * WINDOW_STEP;
    int y = HEIGHT - (floor + 1) * floorHeight + (floorHeight - height) / 2;
    path.append('M').append(x).append(' ').append(y);
    path.append('h').append(WINDOW_WIDTH).append('v').append(height);
    path.append("h-").append(WINDOW_WIDTH).append('z');
  }
}
