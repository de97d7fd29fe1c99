package org.machinami.web.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.machinami.web.contents.Contents;
import org.machinami.web.contents.ContentsIndex;

/**
 * Datasets counted by municipality and service field. A dataset is on a municipality when its data
 * speak of it or its description names it, and on a whole prefecture when the description names
 * that and no municipality is known. Immutable.
 */
final class Coverage {
  private static final String MUNICIPALITY = "municipality/";
  private static final String PREFECTURE = "prefecture/";

  private final long applied;
  private final Map<String, Map<String, List<String>>> byMunicipality = new TreeMap<>();
  private final Map<String, Map<String, List<String>>> byPrefecture = new TreeMap<>();

  Coverage(ContentsIndex.State state) {
    this.applied = state.applied();
    state.datasets().values().forEach(this::take);
  }

  private void take(Contents dataset) {
    Set<String> municipalities = new TreeSet<>(dataset.municipalities());
    Set<String> prefectures = new TreeSet<>();
    for (String area : dataset.areas()) {
      if (area.matches("municipality/[0-9]{5}")) {
        municipalities.add(area.substring(MUNICIPALITY.length()));
      } else if (area.matches("prefecture/[0-9]{2}")) {
        prefectures.add(area.substring(PREFECTURE.length()));
      }
    }
    for (String field : dataset.fields()) {
      municipalities.forEach(code -> add(byMunicipality, code, field, dataset.id()));
      if (municipalities.isEmpty()) {
        prefectures.forEach(code -> add(byPrefecture, code, field, dataset.id()));
      }
    }
  }

  private static void add(
      Map<String, Map<String, List<String>>> counts, String area, String field, String id) {
    counts
        .computeIfAbsent(area, k -> new HashMap<>())
        .computeIfAbsent(field, k -> new ArrayList<>())
        .add(id);
  }

  /** Sequence of the commit that it is of. */
  long applied() {
    return applied;
  }

  /** Codes of the municipalities on which there is anything, in order. */
  Set<String> municipalities() {
    return byMunicipality.keySet();
  }

  /** Ids of the datasets on a municipality in a field. */
  List<String> on(String municipality, String field) {
    return byMunicipality.getOrDefault(municipality, Map.of()).getOrDefault(field, List.of());
  }

  /** Ids of the datasets on a whole prefecture in a field. */
  List<String> onAllOf(String prefecture, String field) {
    return byPrefecture.getOrDefault(prefecture, Map.of()).getOrDefault(field, List.of());
  }
}
