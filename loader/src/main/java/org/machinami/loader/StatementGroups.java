package org.machinami.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.machinami.loader.mapping.Origins;
import org.machinami.store.graph.NTriplesWriter;

/**
 * Shows the gate an RDF file as if it were rows: the statements on one thing that follow each other
 * are one, and its number is that of the first of them. Of a thing with very many statements the
 * gate sees some at a time, with its classes each time. To be closed.
 */
final class StatementGroups implements AutoCloseable {

  private static final int MOST = 10_000;

  private final RowGate gate;
  private final String file;
  private final NTriplesWriter writer = new NTriplesWriter();
  private final List<Triple> types = new ArrayList<>();
  private Node subject = Node.ANY;
  private long number;
  private long first;
  private int lines;

  StatementGroups(RowGate gate, String file) {
    this.gate = gate;
    this.file = file;
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
      }
      types.forEach(this::show);
    }
    if (triple.getPredicate().equals(RDF.Nodes.type) && types.size() < MOST / 2) {
      types.add(triple);
    }
    show(triple);
  }

  private void show(Triple triple) {
    writer.write(triple);
    gate.line(writer.bytes(), 0, writer.length());
    lines++;
  }

  @Override
  public void close() {
    if (lines > 0) {
      gate.row(new Mapped(new Position(file, first, Optional.empty()), lines), Origins.none());
    }
    lines = 0;
  }
}
