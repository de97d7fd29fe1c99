package org.machinami.loader.harvest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.machinami.loader.harvest.SourceMemory.Fate;
import org.machinami.loader.harvest.SourceMemory.Known;
import org.machinami.loader.harvest.identity.Identities;
import org.machinami.loader.harvest.identity.Likeness;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.quality.DescriptionLevel;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;

/**
 * Assembles one dataset, holds it against what is here, lets the gate judge it and writes its
 * graphs to the store, without committing them. Each thread has one of its own.
 */
final class DatasetGate {
  /** What a steward's withdrawal is called in the ledger. */
  private static final String WITHDRAW = "withdraw";

  /** What a description must not lose unnoticed. */
  private static final List<Node> WATCHED =
      List.of(
          DCTerms.title.asNode(),
          DCTerms.description.asNode(),
          DCTerms.publisher.asNode(),
          DCTerms.license.asNode(),
          DCTerms.accessRights.asNode(),
          DCAT.contactPoint.asNode(),
          DCAT.distribution.asNode());

  private final Optional<Store> store;
  private final boolean dry;
  private final MetadataValidator validator;
  private final NamedGraphs names;
  private final DatasetAssembler assembler;
  private final DumpContents contents;
  private final SourceMemory memory;
  private final Optional<Identities> identities;

  /**
   * @param store empty: judge only
   * @param dry compare and judge, write nothing
   * @param identities of the datasets here; empty: none is looked for
   */
  DatasetGate(
      Optional<Store> store,
      boolean dry,
      String base,
      MetadataValidator validator,
      DatasetAssembler assembler,
      DumpContents contents,
      SourceMemory memory,
      Optional<Identities> identities) {
    this.store = store;
    this.dry = dry;
    this.validator = validator;
    this.assembler = assembler;
    this.contents = contents;
    this.memory = memory;
    this.identities = identities;
    this.names = new NamedGraphs(base);
  }

  /** The versions of its graphs. */
  record Written(Hash metadata, Hash verdict) {}

  /** What became of a dataset. */
  sealed interface Judged permits Taken, Refused, Same, Linked, KeptOut {}

  /**
   * Admitted, perhaps with warnings.
   *
   * @param content digest of the description
   * @param date when the source wrote it; 0: not told
   * @param differs whether it is another description than the one here; of a dry run
   * @param lost properties that it had and has no longer
   * @param alike a dataset here that may be the same, not surely
   */
  record Taken(
      String id,
      String foreign,
      Optional<Written> written,
      long triples,
      boolean warnings,
      long content,
      long date,
      boolean differs,
      Set<String> lost,
      Optional<Likeness> alike)
      implements Judged {}

  /**
   * Not admitted.
   *
   * @param id empty when the dataset has no local name
   * @param content digest of the description; 0 when there is none
   * @param verdict empty when it could not be judged
   * @param description empty when there is none
   */
  record Refused(
      String id,
      String foreign,
      Refusal reason,
      long content,
      Optional<Verdict> verdict,
      Optional<Graph> description)
      implements Judged {}

  /** As it was when it was taken or refused before. */
  record Same(String id, String foreign, Known known) implements Judged {}

  /** Here already, from elsewhere. */
  record Linked(String id, String foreign, long content, Likeness likeness) implements Judged {}

  /** A steward has withdrawn it here; the source does not bring it back. */
  record KeptOut(String id, String foreign) implements Judged {}

  Judged judge(int dataset) {
    AssembledDataset assembled;
    try {
      assembled = assembler.assemble(dataset);
    } catch (RuntimeException e) {
      return broken("", contents.foreign(dataset).orElse(contents.subjectOf(dataset)), e);
    }
    if (assembled instanceof AssembledDataset.Described described) {
      try {
        return judge(described, contents.date(dataset));
      } catch (RuntimeException e) {
        // One broken record must not end the run, whatever it breaks.
        return broken(described.id(), described.foreign(), e);
      }
    }
    AssembledDataset.Unusable unusable = (AssembledDataset.Unusable) assembled;
    return new Refused(
        "", unusable.foreign(), unusable.reason(), 0, Optional.empty(), Optional.empty());
  }

  private static Refused broken(String id, String foreign, RuntimeException e) {
    return new Refused(
        id,
        foreign,
        Refusal.of("harvest.broken", String.valueOf(e.getMessage())),
        0,
        Optional.empty(),
        Optional.empty());
  }

  private Judged judge(AssembledDataset.Described described, long date) {
    String id = described.id();
    long content = ContentDigest.of(described.metadata());
    Optional<GraphState> here = store.flatMap(open -> open.states().find(names.metadata(id)));
    Optional<Known> known = memory.find(described.foreign());
    if (known.isPresent() && isSame(known.get(), content, date, here.isPresent())) {
      return new Same(id, described.foreign(), known.get());
    }
    Optional<Likeness> alike = Optional.empty();
    if (here.isEmpty()) {
      if (isWithdrawn(id)) {
        return new KeptOut(id, described.foreign());
      }
      Node node = NodeFactory.createURI(described.iri());
      alike = identities.flatMap(all -> all.find(described.metadata(), node));
      if (alike.filter(found -> found.how().isSure()).isPresent()) {
        return new Linked(id, described.foreign(), content, alike.get());
      }
    }
    return judge(described, content, date, here, alike);
  }

  private static boolean isSame(Known known, long content, long date, boolean here) {
    boolean stands = known.fate() == Fate.REFUSED || (known.fate() == Fate.TAKEN && here);
    boolean older = date != 0 && known.date() > date;
    return stands && known.content() != 0 && (known.content() == content || older);
  }

  private boolean isWithdrawn(String id) {
    return store.filter(open -> isWithdrawn(open, names.metadata(id))).isPresent();
  }

  /** Whether a steward has taken a dataset away. */
  static boolean isWithdrawn(Store store, String metadata) {
    List<GraphState> history = store.states().history(metadata);
    return !history.isEmpty()
        && history.get(0).deleted()
        && store.ledger().read(history.get(0).sequence() - 1, 1).get(0).activity().equals(WITHDRAW);
  }

  private Judged judge(
      AssembledDataset.Described described,
      long content,
      long date,
      Optional<GraphState> here,
      Optional<Likeness> alike) {
    Verdict verdict = validator.validate(described.metadata(), described.iri());
    if (verdict.outcome() == Outcome.REFUSED) {
      return new Refused(
          described.id(),
          described.foreign(),
          Refusal.of(verdict),
          content,
          Optional.of(verdict),
          Optional.of(described.metadata()));
    }
    Optional<Graph> old =
        here.filter(state -> !dry || store.isPresent())
            .map(state -> store.orElseThrow().versions().graph(state.version()));
    boolean differs = old.filter(graph -> ContentDigest.of(graph) == content).isEmpty();
    return new Taken(
        described.id(),
        described.foreign(),
        store.filter(open -> !dry).map(open -> write(open, described, verdict)),
        described.metadata().size(),
        verdict.outcome() == Outcome.ADMITTED_WITH_WARNINGS,
        content,
        date,
        differs,
        old.map(graph -> lost(graph, described.metadata())).orElse(Set.of()),
        alike);
  }

  private Written write(Store open, AssembledDataset.Described described, Verdict verdict) {
    return new Written(
        open.write(described.metadata()).hash(),
        open.write(DescriptionLevel.toGraph(verdict, names, described.id(), validator.policy()))
            .hash());
  }

  private static Set<String> lost(Graph old, Graph fresh) {
    Set<String> lost = new TreeSet<>();
    for (Node property : WATCHED) {
      if (old.contains(Node.ANY, property, Node.ANY)
          && !fresh.contains(Node.ANY, property, Node.ANY)) {
        lost.add(property.getURI());
      }
    }
    return lost;
  }
}
