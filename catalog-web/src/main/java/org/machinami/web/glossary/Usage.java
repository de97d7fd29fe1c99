package org.machinami.web.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.machinami.web.contents.Contents;
import org.machinami.web.contents.ContentsIndex;
import org.machinami.web.contents.PropertyUse;

/** Which datasets use which property. Immutable. */
final class Usage {
  private final long applied;
  private final long datasets;
  private final Map<String, Use> byProperty = new TreeMap<>();

  /** The ids of datasets, and the datatypes of the values. */
  record Use(List<String> datasets, Set<String> types) {
    static final Use NONE = new Use(List.of(), Set.of());
  }

  Usage(ContentsIndex.State state) {
    this.applied = state.applied();
    this.datasets = state.datasets().values().stream().filter(c -> !c.data().isEmpty()).count();
    for (Contents contents : state.datasets().values()) {
      for (PropertyUse property : contents.properties()) {
        Use use =
            byProperty.computeIfAbsent(
                property.iri(), k -> new Use(new ArrayList<>(), new TreeSet<>()));
        use.datasets().add(contents.id());
        use.types().addAll(property.types());
      }
    }
  }

  long applied() {
    return applied;
  }

  /** Number of datasets that have data. */
  long datasets() {
    return datasets;
  }

  Set<String> properties() {
    return byProperty.keySet();
  }

  Use of(String property) {
    return byProperty.getOrDefault(property, Use.NONE);
  }
}
