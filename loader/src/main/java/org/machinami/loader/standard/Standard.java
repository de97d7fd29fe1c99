package org.machinami.loader.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.Nearest;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.Contracts;

/**
 * What a dataset folder without a mapping says of its file: which standard it keeps to.
 *
 * @param name {@code gtfs-jp}, or that of a contract of columns such as {@code aed}
 * @param source the file
 */
public record Standard(String name, String source) {

  /** Feeds of public transport. */
  static final String GTFS = "gtfs-jp";

  public Standard {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
  }

  /**
   * The standard of that name.
   *
   * @param said where it was named, for messages
   * @throws LoadException when there is none
   */
  public static Standard of(String said, String name, String source) {
    if (!names().contains(name)) {
      throw new LoadException(
          Fault.FOLDER,
          "recipe.standard",
          said,
          name,
          Nearest.of(name, names()),
          String.join(", ", names()));
    }
    return new Standard(name, source);
  }

  /** Names of all. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of(GTFS));
    Contracts.all().forEach(contract -> names.add(name(contract)));
    return names;
  }

  /** The last part of its IRI. */
  static String name(Contract contract) {
    return contract.iri().substring(contract.iri().lastIndexOf('/') + 1);
  }
}
