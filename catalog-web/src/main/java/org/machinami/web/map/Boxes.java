package org.machinami.web.map;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.machinami.store.search.Box;

/** Rectangles by their numbers from 0, packed into 16 bytes each. Immutable. */
final class Boxes {
  /** 1 cm at the equator; 180 degrees still fit. */
  private static final double UNITS = 1e7;

  private final int size;
  private final int[] edges; // west, south, east, north, one rectangle after the other
  private final Optional<Box> around;
  private final Optional<Box> together;

  private Boxes(int size, int[] edges) {
    this.size = size;
    this.edges = edges;
    this.around = around(IntStream.range(0, size));
    Fence longitudes = Fence.of(IntStream.range(0, size).mapToDouble(this::longitude));
    Fence latitudes = Fence.of(IntStream.range(0, size).mapToDouble(this::latitude));
    this.together =
        around(
            IntStream.range(0, size)
                .filter(i -> longitudes.has(longitude(i)) && latitudes.has(latitude(i))));
  }

  int size() {
    return size;
  }

  double west(int number) {
    return edges[4 * number] / UNITS;
  }

  double south(int number) {
    return edges[4 * number + 1] / UNITS;
  }

  double east(int number) {
    return edges[4 * number + 2] / UNITS;
  }

  double north(int number) {
    return edges[4 * number + 3] / UNITS;
  }

  double longitude(int number) {
    return (west(number) + east(number)) / 2;
  }

  double latitude(int number) {
    return (south(number) + north(number)) / 2;
  }

  /** The numbers of those that have a point in common with the rectangle, ascending. */
  int[] touching(Box box) {
    int[] found = new int[Math.min(size, 1024)];
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (touches(i, box)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.min(size, 2 * count));
        }
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private boolean touches(int i, Box box) {
    if (south(i) > box.north() || north(i) < box.south()) {
      return false;
    }
    return box.crossesDateLine()
        ? east(i) >= box.west() || west(i) <= box.east()
        : east(i) >= box.west() && west(i) <= box.east();
  }

  /** The rectangle around all; empty when there are none. */
  Optional<Box> around() {
    return around;
  }

  /**
   * The rectangle around those that lie together: without what is far from the middle half, as the
   * islands of a city in the ocean are. Empty when there are none.
   */
  Optional<Box> together() {
    return together;
  }

  /**
   * What is no outlier, as Tukey has it: no further from the quartiles than three times their
   * distance.
   */
  private record Fence(double low, double high) {
    private static final double REACH = 3;
    private static final double LEAST = 0.05; // degrees: some kilometres are never far

    static Fence of(DoubleStream values) {
      double[] sorted = values.sorted().toArray();
      if (sorted.length == 0) {
        return new Fence(0, 0);
      }
      double first = sorted[sorted.length / 4];
      double third = sorted[3 * sorted.length / 4];
      double reach = Math.max(LEAST, REACH * (third - first));
      return new Fence(first - reach, third + reach);
    }

    boolean has(double value) {
      return value >= low && value <= high;
    }
  }

  private Optional<Box> around(IntStream numbers) {
    Envelope all = new Envelope();
    numbers.forEach(
        i -> {
          all.expandToInclude(west(i), south(i));
          all.expandToInclude(east(i), north(i));
        });
    return all.isNull()
        ? Optional.empty()
        : Optional.of(new Box(all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY()));
  }

  /** About how much memory it takes. */
  int bytes() {
    return 4 * edges.length;
  }

  /** Takes one after the other. Not thread-safe. */
  static final class Builder {
    private final Ints edges = new Ints();

    void add(double west, double south, double east, double north) {
      edges.add((int) Math.round(west * UNITS));
      edges.add((int) Math.round(south * UNITS));
      edges.add((int) Math.round(east * UNITS));
      edges.add((int) Math.round(north * UNITS));
    }

    Boxes build() {
      return new Boxes(edges.size() / 4, edges.toArray());
    }
  }
}
