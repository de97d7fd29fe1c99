package org.machinami.loader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.graph.LineHashes;
import org.machinami.store.graph.NTriplesWriter;

/**
 * Shows the gate an RDF file as if it were rows: the statements on one thing that follow each other
 * are one, and its number is that of the first of them. Of a thing with very many statements the
 * gate sees some at a time, with its classes each time. Says whether things are scattered: then
 * what the gate saw is not the whole of each. To be closed.
 */
final class StatementGroups implements AutoCloseable {

  private static final int MOST = 10_000;

  private final RowGate gate;
  private final String file;
  private final NTriplesWriter writer = new NTriplesWriter();
  private final List<Triple> types = new ArrayList<>();
  private final LineHashes subjects;
  private boolean scattered;
  private Node subject = Node.ANY;
  private long number;
  private long first;
  private int lines;

  /**
   * @param subjects met in other files of the dataset; those of this one are added
   */
  StatementGroups(RowGate gate, String file, LineHashes subjects) {
    this.gate = gate;
    this.file = file;
    this.subjects = subjects;
  }

  /**
   * Whether a thing was, or may have been, met before: in this file further above, or in another.
   */
  boolean isScattered() {
    return scattered;
  }

  void accept(Triple triple) {
    number++;
    boolean other = !triple.getSubject().equals(subject);
    if (other || lines >= MOST) {
      close();
      first = number;
      if (other) {
        subject = triple.getSubject();
        types.clear();
        meet(subject.getURI().getBytes(StandardCharsets.UTF_8));
      }
      types.forEach(this::show);
    }
    if (triple.getPredicate().equals(RDF.Nodes.type) && types.size() < MOST / 2) {
      types.add(triple);
    }
    show(triple);
  }

  private void meet(byte[] thing) {
    scattered |= subjects.mayContain(thing, 0, thing.length);
    subjects.add(thing, 0, thing.length);
  }

  /**
   * Shows the gate the sorted lines of a graph, in which all that is said of a thing is together.
   */
  static void show(GraphLines lines, RowGate gate, String file) {
    Mapped whole = new Mapped(new Position(file, 0, Optional.empty()), 1);
    byte[] thing = new byte[0];
    while (lines.next()) {
      byte[] buffer = lines.buffer();
      int from = lines.offset();
      int to = from;
      while (buffer[to] != ' ') {
        to++;
      }
      if (!Arrays.equals(thing, 0, thing.length, buffer, from, to)) {
        gate.row(whole);
        thing = Arrays.copyOfRange(buffer, from, to);
      }
      gate.line(buffer, from, lines.length());
    }
    gate.row(whole);
  }

  private void show(Triple triple) {
    writer.write(triple);
    gate.line(writer.bytes(), 0, writer.length());
    lines++;
  }

  @Override
  public void close() {
    if (lines > 0) {
      gate.row(new Mapped(new Position(file, first, Optional.empty()), lines));
    }
    lines = 0;
  }
}
