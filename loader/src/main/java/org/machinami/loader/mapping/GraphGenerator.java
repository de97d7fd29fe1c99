package org.machinami.loader.mapping;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.machinami.loader.source.Row;

/** The graphs that a graph map makes of a row. */
final class GraphGenerator {

  private final TermGenerator term;

  GraphGenerator(TermGenerator term) {
    this.term = term;
  }

  /** Adds the graphs by IRI, the default graph as empty. */
  void add(Row row, List<String> graphs) {
    for (int choice = 0; choice < term.count(row); choice++) {
      Bytes out = new Bytes(128);
      term.write(row, choice, out);
      String iri = new String(out.data(), 1, out.length() - 2, StandardCharsets.UTF_8);
      String graph = iri.equals(RML.RR + "defaultGraph") ? "" : iri;
      if (!graphs.contains(graph)) {
        graphs.add(graph);
      }
    }
  }
}
