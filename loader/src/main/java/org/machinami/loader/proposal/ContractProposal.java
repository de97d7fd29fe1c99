package org.machinami.loader.proposal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.ContractColumn;

/** The proposal for a file that is said to keep to a contract of columns. */
public final class ContractProposal {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

  private ContractProposal() {}

  /**
   * How the file is mapped: its columns by the contract, others kept under their names, each row
   * named as the contract says.
   *
   * @param name of the file as a mapping calls it
   * @throws LoadException when a column is missing that names a row
   */
  public static Proposal of(Contract contract, Path file, String name) {
    FileProfile profile = FileProfiler.profile(file).named(name);
    ColumnRecogniser recogniser = new ColumnRecogniser(Optional.of(contract));
    List<ProposedColumn> columns = profile.columns().stream().map(recogniser::recognise).toList();
    String rowClass = contract.rowClass().orElse(Terms.THING);
    List<ProposedColumn> adjusted = new Context(rowClass, columns).adjust();
    return new Proposal(
        profile,
        rowClass,
        1,
        key(contract, profile, adjusted),
        adjusted,
        Optional.of(contract.iri()));
  }

  private static ProposedKey key(
      Contract contract, FileProfile profile, List<ProposedColumn> columns) {
    if (contract.aboutUrl().isEmpty()) {
      return new KeyFinder(profile, contract.rowClass().orElse(Terms.THING), columns)
          .find(Optional.of(contract));
    }
    String template = contract.aboutUrl().get();
    List<String> references = new ArrayList<>();
    Matcher variables = VARIABLE.matcher(template);
    while (variables.find()) {
      ContractColumn column = contract.byName().get(variables.group(1));
      references.add(
          profile.header().stream()
              .filter(header -> contract.column(header).filter(column::equals).isPresent())
              .findFirst()
              .or(
                  () ->
                      profile.header().stream()
                          .filter(h -> contract.respelled(h).filter(column::equals).isPresent())
                          .findFirst())
              .orElseThrow(
                  () ->
                      new LoadException(
                          Fault.DATA,
                          "standard.key-column",
                          profile.file(),
                          column.header(),
                          contract.title().ja(),
                          String.join(", ", profile.header()))));
    }
    String prefix = template.substring(0, template.indexOf('{'));
    return new ProposedKey(prefix, references, profile.isKey(references));
  }
}
