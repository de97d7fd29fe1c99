package org.machinami.shapes.contract;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Severity;
import org.machinami.shapes.ShapeText;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/**
 * What became of a file that was held against a contract.
 *
 * @param file its name
 * @param contract IRI of the contract
 * @param claimed whether the description says that the file keeps it; else it was recognised
 * @param rows that were looked at
 * @param counts of the breaks by their severity; exact
 * @param findings the first of them, gravest first
 */
public record ContractResult(
    String file,
    String contract,
    boolean claimed,
    long rows,
    Map<Severity, Long> counts,
    List<ContractFinding> findings) {

  /** How many findings of a kind are listed for a column. */
  public static final int LISTED = 5;

  public ContractResult {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(contract, "contract");
    counts = Map.copyOf(counts.isEmpty() ? Map.of() : new EnumMap<>(counts));
    findings = List.copyOf(findings);
  }

  /** How many breaks there are of a severity. */
  public long count(Severity severity) {
    return counts.getOrDefault(severity, 0L);
  }

  /** How many breaks there are of any severity. */
  public long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether the file is as the contract wants it. */
  public boolean isKept() {
    return count() == 0;
  }

  /** What it is called. */
  public Words title() {
    return Contracts.find(contract).map(Contract::title).orElse(new Words(contract, contract));
  }

  /**
   * As findings on the dataset. What is only good to know is left out.
   *
   * @param dataset IRI of the dataset
   */
  public Verdict toVerdict(String dataset) {
    return new Verdict(
        dataset,
        clamped(count(Severity.VIOLATION)),
        clamped(count(Severity.WARNING)),
        violations(dataset, severity -> severity != Severity.INFO));
  }

  /**
   * What is only good to know, as findings on the dataset: no verdict has it.
   *
   * @param dataset IRI of the dataset
   */
  public List<Violation> hints(String dataset) {
    return violations(dataset, severity -> severity == Severity.INFO);
  }

  private List<Violation> violations(String dataset, Predicate<Severity> wanted) {
    return findings.stream()
        .filter(finding -> wanted.test(finding.severity()))
        .limit(Verdict.LISTED)
        .map(finding -> violation(finding, dataset))
        .toList();
  }

  private static int clamped(long count) {
    return (int) Math.min(Integer.MAX_VALUE, count);
  }

  private Violation violation(ContractFinding finding, String dataset) {
    Words message = finding.message();
    Violation found =
        new ShapeText(
                finding.kind().shape(),
                finding.severity(),
                finding.at().column(),
                message.ja(),
                message.en())
            .found(
                NodeFactory.createURI(dataset),
                file,
                finding.value().isEmpty()
                    ? Optional.empty()
                    : Optional.of(NodeFactory.createLiteralString(finding.value())),
                Optional.of(finding.at()));
    Violation placed = finding.against().map(found::against).orElse(found);
    return finding.repair().map(placed::repairedBy).orElse(placed);
  }

  /**
   * As a measurement for {@link NamedGraphs#verdict}: how many breaks there are of the contract,
   * with the first of them.
   *
   * @param number of the result among those of the dataset, from 1
   */
  public Graph toGraph(NamedGraphs names, String datasetId, int number) {
    return new ContractGraph(names, datasetId, number).of(this);
  }

  /** The measurement without its places, as the description of the dataset carries it. */
  public Graph levelGraph(NamedGraphs names, String datasetId, int number) {
    return new ContractGraph(names, datasetId, number).measurement(this);
  }
}
