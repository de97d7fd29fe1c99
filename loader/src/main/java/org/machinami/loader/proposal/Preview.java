package org.machinami.loader.proposal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.Mapping;
import org.machinami.loader.Refused;
import org.machinami.loader.format.Formats;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.source.SourceContent;
import org.machinami.loader.source.SourceInspector;

/** The things that come out of the first rows, by the real mapper. */
public record Preview(List<Item> items) {

  /** Most rows that can be asked for. */
  public static final int MOST = 200;

  /**
   * What became of a row.
   *
   * @param row from 1, the header not counted
   * @param iri of what it describes; empty where it made nothing
   * @param label of it, in Japanese where there is one
   * @param graph all statements of the row
   * @param refused why it made nothing
   */
  public record Item(
      long row,
      Optional<String> iri,
      Optional<String> label,
      Graph graph,
      Optional<Refused> refused) {}

  public Preview {
    items = List.copyOf(items);
  }

  /** Ends the reading. Costs no stack trace. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  /**
   * Maps the first rows.
   *
   * @param file the file that the proposal is for
   * @param base of the catalogue
   * @throws LoadException when the mapping cannot be run
   */
  public static Preview of(Proposal proposal, Path file, String base, int rows) {
    if (rows < 1 || rows > MOST) {
      throw new IllegalArgumentException("rows must be from 1 to " + MOST + ": " + rows);
    }
    MappingPlan plan = MappingPlan.read(ProposedFolder.MAPPING, proposal.toRml(), base, "preview");
    List<Item> items = new ArrayList<>();
    for (MappingPlan.Step step : plan.steps()) {
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      try (InputStream content = open(file)) {
        Formats.reader(step.source(), Optional.empty())
            .read(
                source(file, content),
                step.references(),
                step.extraSlots(),
                row -> {
                  lines.reset();
                  Mapping mapping =
                      step.function()
                          .map(
                              row,
                              (buffer, offset, length, graph) ->
                                  lines.write(buffer, offset, length));
                  items.add(item(row.number(), mapping, lines, proposal.rowClass()));
                  if (items.size() >= rows) {
                    throw new Enough();
                  }
                },
                SourceInspector.NONE);
      } catch (Enough e) {
        // what was asked for is there
      } catch (IOException e) {
        throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
      }
    }
    return new Preview(items);
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    boolean compressed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    return compressed ? new GZIPInputStream(bytes) : bytes;
  }

  /** With what lies beside it, unless it is packed. */
  static SourceContent source(Path file, InputStream content) {
    String name = file.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(".gz")
        ? SourceContent.of(name, content)
        : SourceContent.ofFile(file, name, content);
  }

  private static Item item(
      long row, Mapping mapping, ByteArrayOutputStream lines, String rowClass) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(lines.toString(StandardCharsets.UTF_8), Lang.NTRIPLES).parse(graph);
    Optional<Node> thing =
        graph
            .find(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(rowClass))
            .nextOptional()
            .map(triple -> triple.getSubject());
    return new Item(
        row,
        thing.map(Node::getURI),
        thing.flatMap(node -> label(graph, node)),
        graph,
        mapping instanceof Refused refused ? Optional.of(refused) : Optional.empty());
  }

  private static Optional<String> label(Graph graph, Node thing) {
    List<Node> labels =
        graph
            .find(thing, RDFS.label.asNode(), Node.ANY)
            .mapWith(triple -> triple.getObject())
            .toList();
    return labels.stream()
        .filter(label -> label.getLiteralLanguage().equals("ja"))
        .findFirst()
        .or(() -> labels.stream().findFirst())
        .map(Node::getLiteralLexicalForm);
  }
}
