package org.machinami.loader.harvest;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIs;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/**
 * Turns what a parser of Jena finds into statements. One with an IRI that is none is left out and
 * told. Not thread-safe.
 */
final class StatementCutter extends StreamRDFBase implements StreamRDF {
  private final StatementSink sink;
  private final BiConsumer<Node, String> broken;
  private final Statement statement = new Statement();
  private final NodeFormatterNT format = new NodeFormatterNT();
  private String scope = "";
  private long statements;

  /**
   * @param broken takes the subject of each statement that is left out, and the IRI at fault
   */
  StatementCutter(StatementSink sink, BiConsumer<Node, String> broken) {
    this.sink = sink;
    this.broken = broken;
  }

  /** Blank nodes of the same label are others from now on. */
  void scope(String text) {
    scope = text;
  }

  /** How many went on. */
  long statements() {
    return statements;
  }

  @Override
  public void triple(Triple triple) {
    give(triple, null);
  }

  @Override
  public void quad(Quad quad) {
    give(quad.asTriple(), quad.isDefaultGraph() ? null : quad.getGraph());
  }

  private void give(Triple triple, Node graph) {
    for (Node node :
        new Node[] {triple.getSubject(), triple.getPredicate(), triple.getObject(), graph}) {
      if (node != null && node.isURI() && !IRIs.check(node.getURI())) {
        broken.accept(triple.getSubject(), node.getURI());
        return;
      }
    }
    byte[] subject = bytes(triple.getSubject());
    byte[] predicate = bytes(triple.getPredicate());
    byte[] object = bytes(triple.getObject());
    byte[] name = graph == null ? new byte[0] : bytes(graph);
    byte[] all = new byte[subject.length + predicate.length + object.length + name.length];
    int at = 0;
    for (byte[] part : new byte[][] {subject, predicate, object, name}) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    statement.bytes = all;
    statement.subjectStart = 0;
    statement.subjectEnd = subject.length;
    statement.predicateStart = statement.subjectEnd;
    statement.predicateEnd = statement.predicateStart + predicate.length;
    statement.objectStart = statement.predicateEnd;
    statement.objectEnd = statement.objectStart + object.length;
    statement.graphStart = statement.objectEnd;
    statement.graphEnd = all.length;
    statements++;
    sink.statement(statement);
  }

  private byte[] bytes(Node node) {
    if (node.isBlank()) {
      // Labels of Jena hold any character; the statement's form allows few.
      return ("_:" + scope + Labels.plain(node.getBlankNodeLabel()))
          .getBytes(StandardCharsets.UTF_8);
    }
    IndentedLineBuffer text = new IndentedLineBuffer();
    format.format(text, node);
    return text.asString().getBytes(StandardCharsets.UTF_8);
  }
}
