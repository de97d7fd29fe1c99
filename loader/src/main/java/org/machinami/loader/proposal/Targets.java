package org.machinami.loader.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.proposal.Target.Form;
import org.machinami.shapes.contract.ColumnMapping;
import org.machinami.shapes.contract.ContractColumn;
import org.machinami.shapes.contract.Words;

/** From what a column means, and how its values are written, to what it becomes. */
final class Targets {

  private static final Map<String, Form> PARTS =
      Map.of("day", Form.DAY, "hour", Form.HOUR, "year", Form.YEAR, "month_of_year", Form.MONTH);

  private static final List<String> YES =
      List.of(
          "有", "あり", "有り", "○", "◯", "〇", "●", "1", "true", "TRUE", "True", "はい", "可", "yes", "Y");
  private static final List<String> NO =
      List.of("無", "なし", "無し", "×", "✕", "0", "false", "FALSE", "False", "いいえ", "不可", "no", "N");

  private Targets() {}

  static Target of(ContractColumn column, ColumnProfile profile) {
    Words meaning = column.title();
    ColumnMapping mapping = column.mapping();
    if (mapping.suppressed()) {
      return Target.nothing(meaning);
    }
    if (mapping.property().isEmpty()) {
      return Target.neutral(meaning);
    }
    String property = mapping.property().get();
    if (property.equals(Terms.LATITUDE)) {
      return Target.of(Form.LATITUDE, meaning);
    }
    if (property.equals(Terms.LONGITUDE)) {
      return Target.of(Form.LONGITUDE, meaning);
    }
    if (PARTS.containsKey(column.name())) {
      return part(column, profile, property);
    }
    if (mapping.valueUrl().isPresent()) {
      return link(column, profile, property, mapping.valueUrl().get());
    }
    String datatype = column.values().datatype().substring(Terms.XSD.length());
    return switch (datatype) {
      case "boolean" -> flag(meaning, property, profile);
      case "nonNegativeInteger", "integer", "decimal" ->
          number(meaning, property, profile, datatype);
      case "date" -> date(meaning, property, profile);
      case "time" -> Target.value(meaning, property, Terms.XSD + "time").through("time", List.of());
      case "dateTime" ->
          Target.value(meaning, property, Terms.XSD + "dateTime").through("dateTime", List.of());
      case "anyURI" -> Target.of(Form.NEUTRAL, meaning).with(property).formed(Form.IRI);
      case "gYear", "gYearMonth" -> Target.value(meaning, property, Terms.XSD + datatype);
      default ->
          Target.text(meaning, property, mapping.language()).partedBy(column.values().separator());
    };
  }

  /** A piece of a point in time; a day alone is a date. */
  private static Target part(ContractColumn column, ColumnProfile profile, String property) {
    Form form = PARTS.get(column.name());
    Target target = Target.of(form, column.title()).with(property).formed(form);
    boolean unpadded = profile.samples().stream().anyMatch(sample -> sample.length() == 1);
    return switch (form) {
      case DAY -> profile.kind() == ValueKind.DATE ? target : target.through("date", List.of());
      case HOUR -> {
        if (profile.kind() == ValueKind.TIME) {
          yield target.through("time", List.of());
        }
        yield unpadded ? target.through("lookup", padded(0, 23)) : target;
      }
      case MONTH -> unpadded ? target.through("lookup", padded(1, 12)) : target;
      default -> target;
    };
  }

  /** A table from 9 and 09 to 09. */
  private static List<String> padded(int from, int to) {
    List<String> entries = new ArrayList<>();
    for (int number = from; number <= to; number++) {
      String two = number < 10 ? "0" + number : Integer.toString(number);
      entries.add(two + "=" + two);
      if (number < 10) {
        entries.add(number + "=" + two);
      }
    }
    return entries;
  }

  private static Target link(
      ContractColumn column, ColumnProfile profile, String property, String template) {
    Words meaning = column.title();
    if (template.indexOf('{') < 0) {
      List<String> entries =
          column.values().values().stream()
              .filter(value -> !value.isEmpty())
              .map(value -> value + "=" + template)
              .toList();
      return new Target(
          Form.CONCEPT,
          meaning,
          Optional.of(property),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of("lookup"),
          entries,
          Optional.empty());
    }
    Target link = Target.link(meaning, property, template.replaceAll("\\{[^}]*}", "{}"));
    boolean code = link.link().filter(Terms.MUNICIPALITY_LINK::equals).isPresent();
    return code && profile.kind() != ValueKind.MUNICIPALITY_CODE
        ? link.through("municipalityCode", List.of())
        : link;
  }

  private static Target flag(Words meaning, String property, ColumnProfile profile) {
    Target target = Target.value(meaning, property, Terms.XSD + "boolean");
    List<String> values = profile.choices().isEmpty() ? List.of("有", "無") : profile.choices();
    List<String> entries = new ArrayList<>();
    for (String value : values) {
      String plain = value.strip();
      if (YES.contains(plain)) {
        entries.add(plain + "=true");
      } else if (NO.contains(plain)) {
        entries.add(plain + "=false");
      }
    }
    boolean already = values.stream().allMatch(v -> v.equals("true") || v.equals("false"));
    if (entries.isEmpty()) {
      return Target.text(meaning, property, Optional.of("ja"));
    }
    return already ? target : target.through("lookup", entries);
  }

  private static Target number(
      Words meaning, String property, ColumnProfile profile, String datatype) {
    boolean fraction = datatype.equals("decimal") || profile.kind() == ValueKind.DECIMAL;
    Target target = Target.value(meaning, property, Terms.XSD + (fraction ? "decimal" : "integer"));
    boolean dressed =
        profile.kind() == ValueKind.NUMBER_IN_TEXT
            || profile.kind() == ValueKind.MIXED
            || profile.kind() == ValueKind.CHOICE;
    return dressed ? target.through("number", List.of()) : target;
  }

  private static Target date(Words meaning, String property, ColumnProfile profile) {
    Target target = Target.value(meaning, property, Terms.XSD + "date");
    return profile.kind() == ValueKind.DATE ? target : target.through("date", List.of());
  }

  /** What is kept under its own name. */
  static Words named(ColumnProfile profile) {
    return new Words(profile.reference(), profile.reference());
  }
}
