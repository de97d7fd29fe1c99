package org.machinami.loader.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.machinami.loader.gate.DataJudge;
import org.machinami.loader.gate.Description;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceReader;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.ContractResult;
import org.machinami.shapes.contract.Contracts;

/**
 * Holds the files of a dataset against the contracts that its description claims ({@code
 * dct:conformsTo}, of the dataset or of the distribution with the file), or that they are
 * recognised to follow. Not thread-safe; for one load.
 */
public final class ContractGate implements DataJudge {

  private final Description description;
  private final Set<String> judged = new HashSet<>();
  private final List<ContractJudge> judges = new ArrayList<>();

  public ContractGate(Description description) {
    this.description = description;
  }

  @Override
  public SourceInspector inspector(String series, String file, SourceReader reader) {
    if (!judged.add(file)) {
      return SourceInspector.NONE;
    }
    boolean geographic = reader.givesFeatures();
    ContractJudge judge = new ContractJudge(file, geographic, claimed(file));
    judges.add(judge);
    return judge;
  }

  /** The claim of the distribution that has the file goes before that of the dataset. */
  private Optional<Contract> claimed(String file) {
    Node dataset = NodeFactory.createURI(description.iri());
    String end = "/" + file;
    return description
        .graph()
        .find(dataset, DCAT.distribution.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(distribution -> has(distribution, end))
        .toList()
        .stream()
        .flatMap(distribution -> claims(distribution).stream())
        .findFirst()
        .or(() -> claims(dataset).stream().findFirst());
  }

  private boolean has(Node distribution, String end) {
    return description
        .graph()
        .find(distribution, DCAT.downloadURL.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(address -> address.isURI() && address.getURI().endsWith(end))
        .hasNext();
  }

  private List<Contract> claims(Node resource) {
    return description
        .graph()
        .find(resource, DCTerms.conformsTo.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(Node::isURI)
        .toList()
        .stream()
        .flatMap(standard -> Contracts.find(standard.getURI()).stream())
        .toList();
  }

  /** What came out, when all files have been read. */
  public List<ContractResult> results() {
    return judges.stream().flatMap(judge -> judge.result().stream()).toList();
  }

  @Override
  public Verdict verdict() {
    return results().stream()
        .map(result -> result.toVerdict(description.iri()))
        .reduce(Verdict.clean(description.iri()), Verdict::and);
  }

  @Override
  public Graph measurements(NamedGraphs names) {
    Graph graph = GraphFactory.createDefaultGraph();
    int number = 0;
    for (ContractResult result : results()) {
      GraphUtil.addInto(graph, result.toGraph(names, description.id(), ++number));
    }
    return graph;
  }
}
