package org.machinami.loader.mapping;

import java.math.BigDecimal;
import java.util.List;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.coordinates.Degrees;
import org.machinami.loader.coordinates.ProjectedText;
import org.machinami.loader.coordinates.ReferenceSystem;
import org.machinami.ontology.MeshCode;

/** The functions of a mapping that make places out of coordinates. */
final class PlaceFunctions {

  private static final List<String> LEVELS = List.of("4", "6", "8", "9", "10", "11");

  /** Longest number of a coordinate: more digits than the size of an atom needs. */
  private static final int LONGEST = 40;

  private PlaceFunctions() {}

  /** Two numbers in the order of their system, as a point. */
  static ValueFunction position(FunctionOptions options) {
    ReferenceSystem system = system("position", options);
    return (inputs, output) -> {
      requireTwo(inputs);
      double[] place =
          system.toDegrees(
              number(inputs.get(0)).doubleValue(), number(inputs.get(1)).doubleValue());
      if (!Double.isFinite(place[0]) || !Double.isFinite(place[1])) {
        throw new RowRefusal("row.plane", system.code());
      }
      StringBuilder text = new StringBuilder("POINT(");
      Degrees.appendPosition(text, place[0], place[1]);
      output.accept(text.append(')').toString());
    };
  }

  /** A geometry of another system, as one in longitude and latitude. */
  static ValueFunction toCrs84(FunctionOptions options) {
    ReferenceSystem system = system("toCRS84", options);
    return (inputs, output) ->
        output.accept(
            ProjectedText.toCrs84(inputs.get(0), system)
                .orElseThrow(() -> new RowRefusal("row.plane", system.code())));
  }

  /** The cell of the mesh around a longitude and a latitude. */
  static ValueFunction meshCode(FunctionOptions options) {
    String level = options.require("meshCode", "level");
    if (!LEVELS.contains(level)) {
      throw new LoadException(
          Fault.FOLDER, "mapping.function-value", "meshCode", "level", level, LEVELS.toString());
    }
    int digits = Integer.parseInt(level);
    return (inputs, output) -> {
      requireTwo(inputs);
      output.accept(
          MeshCode.at(number(inputs.get(0)), number(inputs.get(1)), digits)
              .orElseThrow(() -> new RowRefusal("row.outside-mesh"))
              .code());
    };
  }

  private static ReferenceSystem system(String function, FunctionOptions options) {
    String name = options.require(function, "crs");
    return ReferenceSystem.find(name)
        .orElseThrow(
            () ->
                new LoadException(
                    Fault.FOLDER,
                    "mapping.function-value",
                    function,
                    "crs",
                    name,
                    ReferenceSystem.KNOWN));
  }

  private static void requireTwo(List<String> inputs) {
    if (inputs.size() != 2) {
      throw new RowRefusal("row.two-numbers");
    }
  }

  private static BigDecimal number(String text) {
    String plain = JapaneseText.normalise(text);
    try {
      if (plain.length() <= LONGEST) {
        BigDecimal number = new BigDecimal(plain);
        if (Math.abs((long) number.scale()) <= LONGEST) {
          return number;
        }
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new RowRefusal("row.number");
  }
}
