package org.machinami.loader.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.loader.source.SourceInspector;
import org.machinami.shapes.DisclosureLimits;
import org.machinami.shapes.quality.Fault;

/** Watches the columns of one file while it is read. Not thread-safe. */
final class FileInspector implements SourceInspector {

  /** Names beyond this are data, as where members are keyed by a code. */
  private static final int MOST_MEMBERS = 1_000;

  private final String file;
  private final DisclosureLimits limits;
  private final boolean flow;
  private final Digits digits = new Digits();
  private ColumnWatch[] columns = new ColumnWatch[0];
  private final Map<String, ColumnWatch> members = new LinkedHashMap<>();
  private long row = 1;

  /**
   * @param flow whether its rows are data on the flow of people
   */
  FileInspector(String file, DisclosureLimits limits, boolean flow) {
    this.file = file;
    this.limits = limits;
    this.flow = flow;
  }

  @Override
  public void header(List<String> names) {
    columns = names.stream().map(name -> watch(name, name)).toArray(ColumnWatch[]::new);
  }

  @Override
  public void cell(int column, char[] buffer, int offset, int length) {
    if (column < columns.length) {
      columns[column].add(row, buffer, offset, length);
    }
  }

  @Override
  public void endRow(long number, int cells) {
    row = number + 1;
  }

  @Override
  public void record(long number, JsonNode record) {
    take(number, "", "", record);
  }

  private void take(long number, String path, String name, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              member -> {
                // A geometry is of a place, and long; it tells of persons only where they flow.
                if (flow || !member.getKey().equals("geometry")) {
                  take(
                      number,
                      path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                      member.getKey(),
                      member.getValue());
                }
              });
    } else if (node.isArray()) {
      node.forEach(element -> take(number, path, name, element));
    } else if (node.isValueNode() && !node.isNull()) {
      ColumnWatch watch = members.get(path);
      if (watch == null) {
        if (members.size() == MOST_MEMBERS) {
          return;
        }
        watch = watch(path, name);
        members.put(path, watch);
      }
      char[] text = node.asText().toCharArray();
      if (text.length > 0) {
        watch.add(number, text, 0, text.length);
      }
    }
  }

  /** The numbers in the geometry of a Feature have no names of their own. */
  private ColumnWatch watch(String path, String name) {
    ColumnName kind = ColumnName.of(name.equals("coordinates") ? "lat" : name, flow);
    return new ColumnWatch(Fault.shown(path.strip()), kind, limits, flow, digits);
  }

  String file() {
    return file;
  }

  boolean isFlow() {
    return flow;
  }

  List<ColumnWatch> columns() {
    List<ColumnWatch> all = new ArrayList<>(List.of(columns));
    all.addAll(members.values());
    return all;
  }
}
