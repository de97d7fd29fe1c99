package org.machinami.loader.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.machinami.loader.gate.DataJudge;
import org.machinami.loader.gate.Description;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceReader;
import org.machinami.ontology.City;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Verdict;

/**
 * Judges what the files of a dataset tell of persons. Rules on what identifies somebody hold for
 * all data; those on small cells and fine grain for data on the flow of people, which are told by
 * the class that the mapping gives to their rows, and for what is declared to come from persons
 * (stage 1 and above). Of other statistics that count persons small cells are only warned of: a
 * census is published under laws of its own. Data that a program made (city:synthetic) count
 * nobody.
 */
public final class DisclosureJudge implements DataJudge {

  private final Description description;
  private final Function<String, Set<String>> classes;
  private final Policy policy;
  private final Set<String> inspected = new HashSet<>();
  private final List<FileInspector> files = new ArrayList<>();

  /**
   * @param classes what a mapping makes of the rows of a source
   * @param policy the version whose limits hold
   */
  public DisclosureJudge(
      Description description, Function<String, Set<String>> classes, Policy policy) {
    this.description = Objects.requireNonNull(description, "description");
    this.classes = Objects.requireNonNull(classes, "classes");
    this.policy = Objects.requireNonNull(policy, "policy");
  }

  @Override
  public SourceInspector inspector(String series, String file, SourceReader reader) {
    if (!inspected.add(file)) {
      return SourceInspector.NONE;
    }
    boolean flow =
        !isMade() && classes.apply(series).stream().anyMatch(policy.disclosure().flows()::contains);
    FileInspector inspector = new FileInspector(file, policy.disclosure(), flow);
    files.add(inspector);
    return inspector;
  }

  @Override
  public Verdict verdict() {
    FoundOfPersons found = new FoundOfPersons(policy, description);
    boolean fromPersons = isFromPersons();
    files.forEach(
        file -> {
          found.identifiers(file);
          if (!isMade()) {
            found.cells(file, fromPersons);
            found.grain(file);
          }
        });
    return found.verdict();
  }

  private boolean isMade() {
    return description
        .graph()
        .contains(
            NodeFactory.createURI(description.iri()),
            City.synthetic.asNode(),
            NodeFactory.createLiteralByValue(true));
  }

  private boolean isFromPersons() {
    Node nobody = NodeFactory.createURI(Vocabularies.concept("personal-data-stage", "0"));
    return description
        .graph()
        .find(NodeFactory.createURI(description.iri()), City.personalDataStage.asNode(), Node.ANY)
        .filterDrop(triple -> triple.getObject().equals(nobody))
        .hasNext();
  }
}
