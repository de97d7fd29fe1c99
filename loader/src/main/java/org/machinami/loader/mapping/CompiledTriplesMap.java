package org.machinami.loader.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.machinami.loader.source.Row;

/** A triples map that writes lines. Not thread-safe. */
final class CompiledTriplesMap {

  /** A predicate with an object, and the graphs they go to besides the subject's. */
  record Pair(TermGenerator predicate, TermGenerator object, List<GraphGenerator> graphs) {}

  private static final byte[] END = " .\n".getBytes(StandardCharsets.US_ASCII);

  private final TermGenerator subject;
  private final Pieces subjectPieces;
  private final List<GraphGenerator> graphs;
  private final Pair[] pairs;
  private final boolean namesGraphs;

  CompiledTriplesMap(
      TermGenerator subject, Pieces subjectPieces, List<GraphGenerator> graphs, List<Pair> pairs) {
    this.subject = subject;
    this.subjectPieces = subjectPieces;
    this.graphs = List.copyOf(graphs);
    this.pairs = pairs.toArray(Pair[]::new);
    this.namesGraphs =
        !graphs.isEmpty() || pairs.stream().anyMatch(pair -> !pair.graphs().isEmpty());
  }

  /** The reference without which the row makes no subject. */
  String missing(Row row) {
    return subjectPieces.missing(row);
  }

  /** Writes the triples of the row; says how many subjects it has. */
  int write(Row row, RowLines lines) {
    int subjects = subject.count(row);
    for (int choice = 0; choice < subjects; choice++) {
      Bytes out = lines.bytes();
      int start = out.length();
      subject.write(row, choice, out);
      int size = out.length() - start;
      boolean first = true;
      for (Pair pair : pairs) {
        int objects = pair.object.count(row);
        int predicates = objects == 0 ? 0 : pair.predicate.count(row);
        for (int p = 0; p < predicates; p++) {
          for (int o = 0; o < objects; o++) {
            if (!first) {
              out.repeat(start, size);
            }
            first = false;
            out.append((byte) ' ');
            pair.predicate.write(row, p, out);
            out.append((byte) ' ');
            pair.object.write(row, o, out);
            out.append(END);
            if (namesGraphs) {
              lines.end(graphs(row, pair));
            } else {
              lines.end();
            }
          }
        }
      }
      if (first) {
        out.truncate(start);
      }
    }
    return subjects;
  }

  private List<String> graphs(Row row, Pair pair) {
    List<String> names = new ArrayList<>();
    graphs.forEach(graph -> graph.add(row, names));
    pair.graphs.forEach(graph -> graph.add(row, names));
    return names.isEmpty() ? List.of("") : names;
  }
}
