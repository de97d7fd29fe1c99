package org.machinami.loader.proposal;

import java.util.List;
import java.util.Optional;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.Contracts;

/** Makes the first proposal for a file. */
final class Proposer {

  private final FileProfile source;

  Proposer(FileProfile source) {
    this.source = source;
  }

  Proposal propose() {
    Optional<Contract> contract = Contracts.recognise(source.header());
    ColumnRecogniser recogniser = new ColumnRecogniser(contract);
    List<ProposedColumn> columns = source.columns().stream().map(recogniser::recognise).toList();
    ClassRecogniser.Found found = new ClassRecogniser(source, columns).find(contract);
    List<ProposedColumn> adjusted = new Context(found.iri(), columns).adjust();
    ProposedKey key = new KeyFinder(source, found.iri(), adjusted).find(contract);
    return new Proposal(
        source, found.iri(), found.confidence(), key, adjusted, contract.map(Contract::iri));
  }
}
