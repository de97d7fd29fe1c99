package org.machinami.samples;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the source files of the synthetic datasets below a folder of dataset folders.
 *
 * <p>Only exact arithmetic and {@link java.util.SplittableRandom} are used, so that the files do
 * not depend on the machine. A test generates them anew and compares with the committed ones.
 */
public final class Generator {

  private Generator() {}

  /**
   * Writes all synthetic sources.
   *
   * @param facts folder of dataset folders from which wards, stations and libraries are read
   * @param target folder of dataset folders to write to; may be the same
   */
  public static void generate(Path facts, Path target) throws IOException {
    Facts city = Facts.read(facts);
    Sources sources = new Sources(target);
    Grid.write(sources);
    PeopleFlow.write(city, sources);
    Crowding.write(city, sources);
    RoadTraffic.write(city, sources);
    Electricity.write(sources);
    GasAndWater.write(city, sources);
    Commerce.write(city, sources);
    StreetFurniture.write(city, sources);
    Vehicles.write(city, sources);
    Blocks.write(sources);
  }

  /** Arguments: the folder of dataset folders; facts are read from it, series written into it. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("usage: Generator DATASETS");
    }
    Path datasets = Path.of(arguments[0]);
    generate(datasets, datasets);
  }
}
