package org.machinami.loader.harvest;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.quality.DescriptionLevel;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;

/**
 * Assembles one dataset, lets the gate judge it and writes its graphs to the store, without
 * committing them. Each thread has one of its own.
 */
final class DatasetGate {
  private final Optional<Store> store;
  private final MetadataValidator validator;
  private final NamedGraphs names;
  private final DatasetAssembler assembler;

  /**
   * @param store empty: judge only
   */
  DatasetGate(
      Optional<Store> store, String base, MetadataValidator validator, DatasetAssembler assembler) {
    this.store = store;
    this.validator = validator;
    this.assembler = assembler;
    this.names = new NamedGraphs(base);
  }

  /** The versions of its graphs. */
  record Written(Hash metadata, Hash verdict) {}

  /** What became of a dataset. */
  sealed interface Judged permits Taken, Refused {}

  /** Admitted, perhaps with warnings. */
  record Taken(String id, Optional<Written> written, long triples, boolean warnings)
      implements Judged {}

  /**
   * Not admitted.
   *
   * @param id empty when the dataset has no local name
   * @param verdict empty when it could not be judged
   * @param description empty when there is none
   */
  record Refused(
      String id,
      String foreign,
      Refusal reason,
      Optional<Verdict> verdict,
      Optional<Graph> description)
      implements Judged {}

  Judged judge(int dataset) {
    AssembledDataset assembled = assembler.assemble(dataset);
    if (assembled instanceof AssembledDataset.Described described) {
      try {
        return judge(described);
      } catch (RuntimeException e) {
        // One broken record must not end the run, whatever it breaks.
        return new Refused(
            described.id(),
            described.foreign(),
            Refusal.of("harvest.broken", String.valueOf(e.getMessage())),
            Optional.empty(),
            Optional.empty());
      }
    }
    AssembledDataset.Unusable unusable = (AssembledDataset.Unusable) assembled;
    return new Refused(
        "", unusable.foreign(), unusable.reason(), Optional.empty(), Optional.empty());
  }

  private Judged judge(AssembledDataset.Described described) {
    Verdict verdict = validator.validate(described.metadata(), described.iri());
    if (verdict.outcome() == Outcome.REFUSED) {
      return new Refused(
          described.id(),
          described.foreign(),
          Refusal.of(verdict),
          Optional.of(verdict),
          Optional.of(described.metadata()));
    }
    return new Taken(
        described.id(),
        store.map(
            open ->
                new Written(
                    open.write(described.metadata()).hash(),
                    open.write(
                            DescriptionLevel.toGraph(
                                verdict, names, described.id(), validator.policy()))
                        .hash())),
        described.metadata().size(),
        verdict.outcome() == Outcome.ADMITTED_WITH_WARNINGS);
  }
}
