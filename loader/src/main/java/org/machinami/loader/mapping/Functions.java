package org.machinami.loader.mapping;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.Nearest;
import org.machinami.ontology.MeshCode;

/** The functions that a mapping may call, by name; docs/mapping.md describes each. */
final class Functions {

  /** What a template in a column becomes; not callable by name. */
  static final String TEMPLATE = "template";

  private static final String DEFAULT_OFFSET = "+09:00";

  /** Builds a function from its options. */
  private record Kind(Set<String> options, Function<FunctionOptions, ValueFunction> build) {}

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          text("trim", String::strip),
          text("normalise", JapaneseText::normalise),
          text("lower", value -> value.toLowerCase(Locale.ROOT)),
          text("upper", value -> value.toUpperCase(Locale.ROOT)),
          text("number", JapaneseText::number),
          text("kanjiNumber", KanjiNumber::digits),
          text("chome", KanjiNumber::districts),
          text("municipalityCode", MunicipalityCode::fiveDigits),
          text("localGovernmentCode", MunicipalityCode::sixDigits),
          text("meshPolygon", code -> mesh(code).polygon()),
          text("meshCentroid", code -> mesh(code).centroid()),
          text("meshSize", code -> Integer.toString(mesh(code).metres())),
          Map.entry("meshAncestor", kind(Functions::meshAncestor, "level")),
          Map.entry("meshCode", kind(PlaceFunctions::meshCode, "level")),
          Map.entry("position", kind(PlaceFunctions::position, "crs")),
          Map.entry("toCRS84", kind(PlaceFunctions::toCrs84, "crs")),
          text("date", JapaneseDate::date),
          Map.entry("dateTime", kind(Functions::dateTime, "offset")),
          text("time", JapaneseDate::time),
          text("serviceTime", ServiceTime::padded),
          Map.entry("lookup", kind(Functions::lookup, "entry", "otherwise")),
          Map.entry("concat", kind(Functions::concat, "separator")),
          Map.entry("joined", kind(Joined::of, "separator")),
          Map.entry("split", kind(Functions::split, "separator")),
          Map.entry("extract", kind(Functions::extract, "pattern")));

  private Functions() {}

  /**
   * The function of a call.
   *
   * @throws LoadException when there is none of that name or an option is wrong
   */
  static ValueFunction of(FunctionCall call) {
    if (call.function().equals(TEMPLATE)) {
      return template(call.options().require(TEMPLATE, TEMPLATE));
    }
    Kind kind = KINDS.get(call.function());
    if (kind == null) {
      throw new LoadException(
          Fault.FOLDER,
          "mapping.function",
          call.function(),
          Nearest.of(call.function(), KINDS.keySet()));
    }
    if (call.of().isEmpty()) {
      throw new LoadException(Fault.FOLDER, "mapping.function-of", call.function());
    }
    call.options().requireOnly(call.function(), kind.options());
    return kind.build().apply(call.options());
  }

  /** Names of all functions. */
  static Set<String> names() {
    return new HashSet<>(KINDS.keySet());
  }

  private static Kind kind(Function<FunctionOptions, ValueFunction> build, String... options) {
    return new Kind(Set.of(options), build);
  }

  private static Map.Entry<String, Kind> text(String name, UnaryOperator<String> change) {
    ValueFunction function = (inputs, output) -> output.accept(change.apply(inputs.get(0)));
    return Map.entry(name, kind(options -> function));
  }

  private static ValueFunction template(String text) {
    Template template = Template.parse(text);
    return (inputs, output) -> {
      StringBuilder joined = new StringBuilder();
      int next = 0;
      for (Template.Part part : template.parts()) {
        joined.append(part.reference() ? inputs.get(next++) : part.text());
      }
      output.accept(joined.toString());
    };
  }

  private static ValueFunction meshAncestor(FunctionOptions options) {
    String level = options.require("meshAncestor", "level");
    return (inputs, output) -> {
      MeshCode cell = mesh(inputs.get(0));
      int digits = Integer.parseInt(level);
      if (digits > cell.code().length()) {
        throw new RowRefusal("row.mesh-code");
      }
      output.accept(cell.ancestor(digits));
    };
  }

  private static MeshCode mesh(String code) {
    return MeshCode.find(code).orElseThrow(() -> new RowRefusal("row.mesh-code"));
  }

  private static ValueFunction dateTime(FunctionOptions options) {
    String offset = options.find("offset").orElse(DEFAULT_OFFSET);
    return (inputs, output) ->
        output.accept(JapaneseDate.dateTime(String.join(" ", inputs), offset));
  }

  private static ValueFunction lookup(FunctionOptions options) {
    Map<String, String> table = options.table("lookup", "entry");
    return (inputs, output) -> {
      String value = inputs.get(0).strip();
      String found = table.get(value);
      if (found == null) {
        found =
            options
                .find("otherwise")
                .orElseThrow(() -> new RowRefusal("row.lookup", table.keySet().toString()));
      }
      output.accept(found);
    };
  }

  private static ValueFunction concat(FunctionOptions options) {
    String separator = options.find("separator").orElse("");
    return (inputs, output) -> output.accept(String.join(separator, inputs));
  }

  private static ValueFunction split(FunctionOptions options) {
    Pattern separators =
        Pattern.compile(options.find("separator").map(Pattern::quote).orElse("[;；、,，\\n]"));
    return (inputs, output) -> {
      for (String part : separators.split(inputs.get(0), -1)) {
        output.accept(part.strip());
      }
    };
  }

  private static ValueFunction extract(FunctionOptions options) {
    Pattern pattern = pattern(options.require("extract", "pattern"));
    return (inputs, output) -> {
      Matcher matcher = pattern.matcher(inputs.get(0));
      if (matcher.find()) {
        String found = matcher.group(matcher.groupCount() > 0 ? 1 : 0);
        if (found != null) {
          output.accept(found);
        }
      }
    };
  }

  /** A regular expression of the mapping. */
  static Pattern pattern(String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new LoadException(Fault.FOLDER, e, "mapping.pattern", expression, e.getDescription());
    }
  }
}
