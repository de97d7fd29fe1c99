package org.machinami.loader.harvest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Collects what belongs to one dataset: whatever can be reached from it and is described in the
 * dump, up to other datasets, catalogues and lists; and the services that serve it. Datasets and
 * publishers get local names, blank nodes names made of their content. Not thread-safe; each thread
 * has one of its own.
 */
final class DatasetAssembler {
  /**
   * A description larger than this is a mistake of the source: it would be a catalogue of its own.
   */
  static final int MOST_TRIPLES = 200_000;

  private static final Node DATA_SERVICE = NodeFactory.createURI(Terms.DATA_SERVICE);

  private final DumpContents contents;
  private final UsedBlocks used;
  private final ForeignNames names;
  private final AddedFacts added;
  private final TermParser terms;
  private final Predicate<String> known;
  private final Consumer<String> notMapped;
  private final Profile profile = Profile.bundled();

  private final Map<String, Node> publisherNames = new LatestUsed<>(1000);

  // Of the dataset in hand.
  private Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
  private final Set<Integer> visited = new HashSet<>();
  private final Deque<Reached> open = new ArrayDeque<>();
  private final Map<Node, Node> publishers = new HashMap<>();
  private BlankNodes blankNodes;
  private LastingNames lasting;
  private int dataset;

  /**
   * @param known whether a foreign name is that of a dataset that was taken before; a run that
   *     reads only what has changed does not tell of it
   * @param notMapped takes each property that the profile has no place for; from any thread
   */
  DatasetAssembler(
      DumpContents contents,
      UsedBlocks used,
      ForeignNames names,
      AddedFacts added,
      Predicate<String> known,
      Consumer<String> notMapped) {
    this.contents = contents;
    this.used = used;
    this.names = names;
    this.added = added;
    this.terms = new TermParser(contents);
    this.known = known;
    this.notMapped = notMapped;
  }

  /** A resource to be described, and the graph in which it was met. */
  private record Reached(TermParser.Term term, int graph) {}

  AssembledDataset assemble(int number) {
    dataset = number;
    graph = GraphMemFactory.createDefaultGraphSameTerm();
    visited.clear();
    open.clear();
    publishers.clear();
    List<Descriptions.Block> own = contents.describe(number, Descriptions.DEFAULT_GRAPH);
    Descriptions.Block first = own.get(0);
    TermParser.Term said = terms.term(first.bytes(), first.subjectStart(), first.subjectEnd());
    lasting = LastingNames.of(contents.versions(), said);
    TermParser.Term term = lasting.of(said);
    Optional<String> foreign = foreignName(term.node(), own);
    if (foreign.isEmpty()) {
      own.forEach(used::mark);
      return new AssembledDataset.Unusable(
          "_:" + term.node().getBlankNodeLabel(), Refusal.of("harvest.nameless"));
    }
    String id = names.datasetId(foreign.get());
    Node local = NodeFactory.createURI(names.datasetIri(foreign.get()));
    blankNodes = new BlankNodes(contents, terms, names, id);
    findPublishers(own);
    open.add(new Reached(term, first.graph()));
    visited.add(number);
    for (int service : contents.servicesOf(number)) {
      reachService(service);
    }
    while (!open.isEmpty()) {
      Reached next = open.remove();
      describe(next, next.term.subject() == number ? local : localName(next.term, next.graph));
      if (graph.size() > MOST_TRIPLES) {
        return new AssembledDataset.Unusable(
            foreign.get(), Refusal.of("harvest.too-large", MOST_TRIPLES));
      }
    }
    added.to(graph, local, foreign.get(), publishers);
    return new AssembledDataset.Described(foreign.get(), id, local.getURI(), graph);
  }

  private Optional<String> foreignName(Node node, List<Descriptions.Block> own) {
    if (node.isURI()) {
      return Optional.of(node.getURI());
    }
    List<String> identifiers = new ArrayList<>();
    forEach(
        own,
        (predicate, statement) -> {
          if (predicate.equals(DCTerms.identifier.asNode())) {
            Node identifier = statement.object().node();
            if (identifier.isLiteral()) {
              identifiers.add(identifier.getLiteralLexicalForm());
            }
          }
        });
    return identifiers.stream().sorted().findFirst();
  }

  private void findPublishers(List<Descriptions.Block> own) {
    forEach(
        own,
        (predicate, statement) -> {
          if (!predicate.equals(DCTerms.publisher.asNode())) {
            return;
          }
          TermParser.Term object = statement.object();
          Node body = object.node();
          if (body.isLiteral()) {
            return;
          }
          String name =
              body.isURI() ? body.getURI() : blankNodes.name(object, statement.graph()).getURI();
          publishers.put(
              body,
              publisherNames.computeIfAbsent(
                  name, foreign -> NodeFactory.createURI(names.publisherIri(foreign))));
        });
  }

  private void reachService(int service) {
    if (visited.add(service)) {
      List<Descriptions.Block> blocks = contents.describe(service, Descriptions.DEFAULT_GRAPH);
      if (!blocks.isEmpty()) {
        Descriptions.Block block = blocks.get(0);
        open.add(
            new Reached(
                lasting.of(terms.term(block.bytes(), block.subjectStart(), block.subjectEnd())),
                block.graph()));
      }
    }
  }

  private void describe(Reached reached, Node subject) {
    List<Descriptions.Block> blocks = contents.describe(reached.term.subject(), reached.graph);
    if (reached.term.subject() != dataset && !worthTaking(blocks)) {
      return;
    }
    blocks.forEach(used::mark);
    forEach(
        blocks,
        (predicate, statement) -> {
          if (reached.term.subject() == dataset && lasting.isOfVersion(predicate)) {
            return;
          }
          TermParser.Term object = statement.object();
          if (predicate.equals(DCAT.servesDataset.asNode())
              && object.subject() != dataset
              && isDataset(object)) {
            return; // Stands in the graph of that dataset.
          }
          if (!profile.has(predicate)) {
            notMapped.accept(predicate.getURI());
          }
          graph.add(Triple.create(subject, predicate, localName(object, statement.graph())));
          follow(object, statement.graph());
        });
  }

  /**
   * Whether a description is taken along. One that gives nothing but a class, and a service that
   * cannot be called, would only make the gate refuse the dataset; they are left over, and counted
   * there.
   */
  private boolean worthTaking(List<Descriptions.Block> blocks) {
    boolean[] found = new boolean[3];
    forEach(
        blocks,
        (predicate, statement) -> {
          if (predicate.equals(RDF.type.asNode())) {
            found[0] |= statement.object().node().equals(DATA_SERVICE);
          } else {
            found[1] = true;
            found[2] |= predicate.equals(DCAT.endpointURL.asNode());
          }
        });
    return found[1] && (!found[0] || found[2]);
  }

  private void follow(TermParser.Term object, int from) {
    int number = object.subject();
    if (number == TermTable.ABSENT
        || contents.isDataset(number)
        || contents.isBorder(number)
        || (object.node().isURI() && names.isOurs(object.node().getURI()))
        || !visited.add(number)) {
      return;
    }
    open.add(new Reached(object, from));
  }

  private boolean isDataset(TermParser.Term term) {
    return term.subject() != TermTable.ABSENT && contents.isDataset(term.subject());
  }

  private Node localName(TermParser.Term term, int from) {
    Node node = term.node();
    if (node.isLiteral()) {
      return node;
    }
    Node publisher = publishers.get(node);
    if (publisher != null) {
      return publisher;
    }
    if (isDataset(term) && !(node.isURI() && names.isOurs(node.getURI()))) {
      Optional<String> foreign =
          node.isURI()
              ? Optional.of(node.getURI())
              : foreignName(node, contents.describe(term.subject(), from));
      if (foreign.isPresent()) {
        return NodeFactory.createURI(names.datasetIri(foreign.get()));
      }
    }
    if (node.isURI() && !names.isOurs(node.getURI()) && known.test(node.getURI())) {
      return NodeFactory.createURI(names.datasetIri(node.getURI()));
    }
    return node.isBlank() ? blankNodes.name(term, from) : node;
  }

  private interface Statements {
    void accept(Node predicate, Line statement);
  }

  /** The statement at hand. Its object is parsed when it is asked for, which it often is not. */
  private final class Line {
    private final Descriptions.Block block;
    private final BlockLines lines;

    Line(Descriptions.Block block) {
      this.block = block;
      this.lines = new BlockLines(block);
    }

    Node predicate() {
      return terms.term(block.bytes(), lines.predicateStart(), lines.predicateEnd()).node();
    }

    TermParser.Term object() {
      return lasting.of(terms.term(block.bytes(), lines.objectStart(), lines.objectEnd()));
    }

    int graph() {
      return block.graph();
    }
  }

  private void forEach(List<Descriptions.Block> blocks, Statements statements) {
    for (Descriptions.Block block : blocks) {
      Line line = new Line(block);
      while (line.lines.next()) {
        statements.accept(line.predicate(), line);
      }
    }
  }
}
