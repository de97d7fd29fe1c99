package org.machinami.web.dataset;

import java.util.LinkedHashSet;
import java.util.Set;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.graph.GraphLines;

/**
 * What the first lines of a data graph speak of.
 *
 * @param things IRIs of things of the city, described or referred to
 * @param lists code lists whose codes are used, by name
 */
record Trace(Set<String> things, Set<String> lists) {
  private static final int MOST_LINES = 3_000;
  private static final int MOST_THINGS = 1_000;

  Trace {
    things = Set.copyOf(things);
    lists = Set.copyOf(lists);
  }

  /** Reads it; closes nothing. */
  static Trace of(GraphLines lines, String base) {
    Set<String> things = new LinkedHashSet<>();
    Set<String> lists = new LinkedHashSet<>();
    for (int i = 0; i < MOST_LINES && lines.next(); i++) {
      String line = lines.text();
      add(line.substring(1, line.indexOf('>')), base, things, lists);
      if (line.endsWith("> .")) {
        int start = line.lastIndexOf(" <");
        if (start > 0) {
          add(line.substring(start + 2, line.length() - 3), base, things, lists);
        }
      }
    }
    return new Trace(things, lists);
  }

  private static void add(String iri, String base, Set<String> things, Set<String> lists) {
    if (iri.startsWith(base + "id/") && iri.indexOf('#') < 0 && things.size() < MOST_THINGS) {
      things.add(iri);
    } else if (iri.startsWith(Vocabularies.NS) && iri.indexOf('#') < 0) {
      String rest = iri.substring(Vocabularies.NS.length());
      int slash = rest.indexOf('/');
      if (slash > 0) {
        lists.add(rest.substring(0, slash));
      }
    }
  }
}
