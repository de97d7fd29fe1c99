package org.machinami.shapes.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bundled contracts: the standard open datasets for municipalities of Japan. */
public final class Contracts {

  private static final List<String> NAMES =
      List.of(
          "aed",
          "care-service",
          "medical-institution",
          "cultural-property",
          "tourist-facility",
          "event",
          "public-wifi",
          "public-toilet",
          "fire-water",
          "evacuation-site",
          "population",
          "public-facility",
          "child-care",
          "open-data");

  /** Columns of a file that a contract has to know before the file is taken to follow it. */
  private static final int ENOUGH = 5;

  /** Of the columns of a file, so many have to be of the contract. */
  private static final double MOST = 0.6;

  /** A column that one contract alone has tells which is meant, or two that two have. */
  private static final double TELLING = 1;

  private static final class Holder {
    static final List<Contract> ALL =
        NAMES.stream().map(name -> ContractReader.read(Contracts.class, name + ".ttl")).toList();

    /** In how many contracts a column of that name is. */
    static final Map<String, Integer> SPREAD = spread();

    private static Map<String, Integer> spread() {
      Map<String, Integer> spread = new HashMap<>();
      for (Contract contract : ALL) {
        contract
            .columns()
            .forEach(column -> spread.merge(ColumnName.folded(column.header()), 1, Integer::sum));
      }
      return spread;
    }
  }

  private Contracts() {}

  /**
   * The contract that alone has columns of a property, so that such a column tells what a row is.
   */
  public static Optional<Contract> only(String property) {
    List<Contract> having =
        all().stream()
            .filter(
                contract ->
                    contract.columns().stream()
                        .anyMatch(c -> c.mapping().property().filter(property::equals).isPresent()))
            .toList();
    return having.size() == 1 ? Optional.of(having.get(0)) : Optional.empty();
  }

  /** All of them, in the order of the standard. */
  public static List<Contract> all() {
    return Holder.ALL;
  }

  /** The contract with that IRI. */
  public static Optional<Contract> find(String iri) {
    return all().stream().filter(contract -> contract.iri().equals(iri)).findFirst();
  }

  /**
   * The contract that a file with these columns follows: most of them are the contract's, and one
   * of them at least is no other's.
   */
  public static Optional<Contract> recognise(List<String> header) {
    Contract best = null;
    double highest = 0;
    List<String> named = header.stream().filter(name -> !name.isBlank()).distinct().toList();
    for (Contract contract : all()) {
      int known = 0;
      double weight = 0;
      double telling = 0;
      for (String name : named) {
        if (contract.column(name).isPresent()) {
          int spread = Holder.SPREAD.get(ColumnName.folded(name));
          known++;
          weight += 1.0 / spread;
          telling += spread <= 2 ? 1.0 / spread : 0;
        }
      }
      if (telling >= TELLING
          && known >= ENOUGH
          && known >= MOST * named.size()
          && weight > highest) {
        highest = weight;
        best = contract;
      }
    }
    return Optional.ofNullable(best);
  }
}
