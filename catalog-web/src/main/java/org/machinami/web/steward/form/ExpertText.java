package org.machinami.web.steward.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.loader.gate.Skolem;
import org.machinami.ontology.Iris;

/**
 * The whole description as Turtle, for experts: what was typed, and what of it cannot be read, by
 * line.
 *
 * @param graph without blank nodes; empty when there are errors
 * @param errors in the order of the lines
 */
public record ExpertText(String turtle, Optional<Graph> graph, List<LineError> errors) {

  /** In characters; as much as a form may hold. */
  static final int LONGEST = 2_000_000;

  /**
   * Why a line cannot be taken.
   *
   * @param line 1-based; 0 for the text as a whole
   * @param column 1-based; 0 when the line as a whole is meant
   * @param key of the message; {0} is the line, {1} the column, {2} what it is about
   * @param about what the message names
   */
  public record LineError(long line, long column, String key, String about) {
    public LineError {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(about, "about");
    }
  }

  public ExpertText {
    Objects.requireNonNull(turtle, "turtle");
    Objects.requireNonNull(graph, "graph");
    errors = List.copyOf(errors);
  }

  /** The lines of the text, for showing them beside the errors. */
  public Map<Long, String> faultyLines() {
    String[] lines = FieldText.plainLines(turtle).split("\n", -1);
    Map<Long, String> faulty = new TreeMap<>();
    for (LineError error : errors) {
      if (error.line() >= 1 && error.line() <= lines.length) {
        faulty.put(error.line(), lines[(int) error.line() - 1]);
      }
    }
    return faulty;
  }

  /**
   * Reads the text.
   *
   * @param base canonical base IRI, against which relative ones are resolved
   * @param id of the dataset that alone may be described
   */
  public static ExpertText read(String turtle, String base, String id) {
    if (turtle.length() > LONGEST) {
      return failed(turtle, List.of(new LineError(0, 0, "form.expert.long", "")));
    }
    Graph parsed = GraphFactory.createDefaultGraph();
    Errors errors = new Errors();
    try {
      RDFParser.fromString(turtle, Lang.TURTLE).base(base).errorHandler(errors).parse(parsed);
    } catch (RiotException e) {
      errors.stopped(e);
    } catch (StackOverflowError e) {
      errors.found.add(new LineError(0, 0, "form.expert.nesting", ""));
    }
    if (errors.found.isEmpty()) {
      foreign(parsed, base, id)
          .forEach(iri -> errors.found.add(new LineError(0, 0, "form.expert.foreign", iri)));
      if (!parsed.contains(
          org.apache.jena.graph.NodeFactory.createURI(new Iris(base).dataset(id)),
          Node.ANY,
          Node.ANY)) {
        errors.found.add(new LineError(0, 0, "form.expert.absent", new Iris(base).dataset(id)));
      }
    }
    return errors.found.isEmpty()
        ? new ExpertText(turtle, Optional.of(new Skolem(base, id).apply(parsed)), List.of())
        : failed(turtle, errors.found);
  }

  private static ExpertText failed(String turtle, List<LineError> errors) {
    return new ExpertText(turtle, Optional.empty(), errors);
  }

  /** Other datasets of this catalogue, and its graphs, are nobody's to describe here. */
  private static TreeSet<String> foreign(Graph graph, String base, String id) {
    String own = new Iris(base).dataset(id);
    TreeSet<String> foreign = new TreeSet<>();
    graph
        .find()
        .forEach(
            triple -> {
              Node subject = triple.getSubject();
              String iri = subject.isURI() ? subject.getURI() : "";
              boolean ours =
                  iri.equals(own) || iri.startsWith(own + "#") || iri.startsWith(own + "/");
              boolean guarded =
                  iri.startsWith(new Iris(base).datasets()) || iri.startsWith(base + "graph/");
              if (guarded && !ours) {
                foreign.add(iri);
              }
            });
    return foreign;
  }

  /** Gathers what the parser finds; a warning on an IRI is an error here. */
  private static final class Errors implements ErrorHandler {
    private static final int MOST = 50;
    private final List<LineError> found = new ArrayList<>();

    @Override
    public void warning(String message, long line, long column) {
      add(line, column, "form.expert.doubtful");
    }

    @Override
    public void error(String message, long line, long column) {
      add(line, column, "form.expert.syntax");
    }

    @Override
    public void fatal(String message, long line, long column) {
      // A text that its line does not end is met at the beginning of the next line.
      boolean open = column <= 1 && line > 1 && message.contains("newline");
      add(open ? line - 1 : line, open ? 0 : column, "form.expert.syntax");
      throw new RiotParseException(message, line, column);
    }

    private void add(long line, long column, String key) {
      LineError error = new LineError(Math.max(0, line), Math.max(0, column), key, "");
      if (found.size() < MOST && !found.contains(error)) {
        found.add(error);
      }
    }

    /** The parser ends by an exception, which it has mostly told before. */
    void stopped(RiotException end) {
      if (found.isEmpty()) {
        long line = end instanceof RiotParseException at ? at.getLine() : 0;
        long column = end instanceof RiotParseException at ? at.getCol() : 0;
        add(line, column, "form.expert.syntax");
      }
    }
  }
}
