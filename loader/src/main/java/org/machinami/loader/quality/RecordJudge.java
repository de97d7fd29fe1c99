package org.machinami.loader.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.shapes.quality.Fault;
import org.machinami.shapes.quality.Rule;
import org.machinami.shapes.quality.RuleResult;

/**
 * Judges the records of a JSON document, or the properties of the Features of a GeoJSON one: what
 * is asked of values and names, not what is asked of the form of a table. Not thread-safe.
 */
final class RecordJudge implements FileJudge {

  private static final List<Rule> RULES =
      List.of(
          Rule.FORMAT,
          Rule.HEADERS,
          Rule.NO_LAYOUT,
          Rule.ONE_VALUE,
          Rule.CHARACTERS,
          Rule.EMPTY_OR_ZERO,
          Rule.NUMBERS,
          Rule.NO_OMISSION,
          Rule.CHOICES,
          Rule.OTHER_APART,
          Rule.CODE_LIST,
          Rule.MARKS,
          Rule.UNITS,
          Rule.DATES,
          Rule.AREAS,
          Rule.LONG_FORM);

  /** Names beyond this are data, as where members are keyed by a code. */
  private static final int MOST_MEMBERS = 1_000;

  private final FaultPlaces places;
  private final boolean geographic;
  private final Map<String, ColumnValues> members = new LinkedHashMap<>();
  private long records;

  RecordJudge(String file, boolean geographic) {
    this.places = new FaultPlaces(file);
    this.geographic = geographic;
  }

  @Override
  public void record(long number, JsonNode record) {
    records++;
    take(number, "", geographic ? record.path("properties") : record);
  }

  private void take(long number, String path, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              member ->
                  take(
                      number,
                      path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                      member.getValue()));
    } else if (node.isArray()) {
      node.forEach(element -> take(number, path, element));
    } else if (node.isValueNode() && !node.isNull()) {
      value(number, path, node);
    }
  }

  private void value(long number, String path, JsonNode node) {
    ColumnValues values = members.get(path);
    if (values == null) {
      if (members.size() == MOST_MEMBERS) {
        return;
      }
      values = new ColumnValues(Fault.shown(path), places);
      members.put(path, values);
    }
    char[] text = node.asText().toCharArray();
    if (text.length > 0) {
      values.add(number, text, 0, text.length);
    }
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public List<RuleResult> results() {
    Headers.judge(members.values().stream().map(ColumnValues::name).toList(), places);
    for (ColumnValues member : members.values()) {
      if (Headers.isMeaningless(member.name().substring(member.name().lastIndexOf('.') + 1))) {
        places.broken(Rule.HEADERS).add(member.name(), "");
      }
    }
    new ColumnRules(places, members.values(), records).judge();
    List<RuleResult> results = new ArrayList<>();
    RULES.forEach(rule -> results.add(places.result(rule)));
    return results;
  }
}
