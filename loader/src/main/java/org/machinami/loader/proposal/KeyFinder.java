package org.machinami.loader.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.loader.proposal.Target.Form;
import org.machinami.ontology.City;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.ContractColumn;

/** Finds the columns that tell a row from all others, and that will still do so tomorrow. */
final class KeyFinder {

  private static final Pattern REFERENCE = Pattern.compile("\\{([^}]+)}");
  private static final int LONGEST_NAME = 60;

  private final FileProfile source;
  private final String rowClass;
  private final List<ProposedColumn> columns;

  KeyFinder(FileProfile source, String rowClass, List<ProposedColumn> columns) {
    this.source = source;
    this.rowClass = rowClass;
    this.columns = columns;
  }

  ProposedKey find(Optional<Contract> contract) {
    Optional<ProposedKey> agreed = contract.flatMap(this::ofContract);
    if (agreed.isPresent()) {
      return agreed.get();
    }
    String prefix = ClassRecogniser.prefix(rowClass);
    for (List<String> candidate : candidates()) {
      if (source.isKey(candidate)) {
        return new ProposedKey(prefix, candidate, true);
      }
    }
    List<List<String>> all = candidates();
    List<String> best = all.isEmpty() ? List.of() : all.get(all.size() - 1);
    return new ProposedKey(prefix, best, false);
  }

  /** The key of the contract, with those of its columns that the file has. */
  private Optional<ProposedKey> ofContract(Contract contract) {
    String template = contract.aboutUrl().orElse("");
    List<String> references = new ArrayList<>();
    Matcher matcher = REFERENCE.matcher(template);
    while (matcher.find()) {
      ContractColumn column = contract.byName().get(matcher.group(1));
      columns.stream()
          .map(ProposedColumn::reference)
          .filter(reference -> contract.column(reference).filter(column::equals).isPresent())
          .findFirst()
          .ifPresent(references::add);
    }
    return references.isEmpty() || !source.isKey(references)
        ? Optional.empty()
        : Optional.of(
            new ProposedKey(template.substring(0, template.indexOf('{')), references, true));
  }

  /** From what is best to what is left. */
  private List<List<String>> candidates() {
    List<List<String>> candidates = new ArrayList<>();
    List<String> municipality = having(c -> isLink(c, Terms.MUNICIPALITY_LINK) || isCode(c));
    List<String> names = having(KeyFinder::isName);
    List<String> identifiers = having(c -> isIdentifier(c) && !isCode(c));
    if (Terms.isObservation(rowClass)) {
      addObserved(candidates);
    } else if (rowClass.equals(City.Municipality.getURI())) {
      municipality.forEach(code -> candidates.add(List.of(code)));
    } else if (rowClass.equals(City.MeshCell.getURI())) {
      having(c -> c.target().property().filter(City.meshCode.getURI()::equals).isPresent())
          .forEach(code -> candidates.add(List.of(code)));
    }
    identifiers.forEach(id -> candidates.add(List.of(id)));
    for (String code : municipality) {
      identifiers.forEach(id -> candidates.add(List.of(code, id)));
    }
    for (String code : municipality) {
      names.forEach(name -> candidates.add(List.of(code, name)));
    }
    names.forEach(name -> candidates.add(List.of(name)));
    names.forEach(
        name ->
            having(c -> c.target().property().filter(City.lineName.getURI()::equals).isPresent())
                .forEach(
                    line -> {
                      candidates.add(List.of(line, name));
                      having(
                              c ->
                                  c.target()
                                      .property()
                                      .filter(City.operatorName.getURI()::equals)
                                      .isPresent())
                          .forEach(operator -> candidates.add(List.of(operator, line, name)));
                    }));
    columns.stream()
        .map(ProposedColumn::reference)
        .filter(r -> source.column(r).filter(c -> c.unique() && isShort(c)).isPresent())
        .forEach(reference -> candidates.add(List.of(reference)));
    return candidates;
  }

  /** What was observed, of what kind, and when. */
  private void addObserved(List<List<String>> candidates) {
    List<String> features = having(c -> isProperty(c, Terms.FEATURE));
    List<String> times = new ArrayList<>();
    for (Form form : List.of(Form.YEAR, Form.MONTH, Form.DAY, Form.HOUR)) {
      times.addAll(having(c -> c.target().form() == form));
    }
    times.addAll(
        having(
            c ->
                c.target().form() == Form.LITERAL
                    && c.target()
                        .property()
                        .filter(p -> p.startsWith(City.NS + "observed"))
                        .isPresent()));
    List<String> kinds = having(c -> isProperty(c, City.dayType.getURI()));
    kinds.addAll(having(c -> isProperty(c, City.timeOfDay.getURI())));
    List<String> both = new ArrayList<>(features);
    both.addAll(times);
    if (!times.isEmpty()) {
      candidates.add(times);
    }
    if (!features.isEmpty()) {
      candidates.add(features);
      candidates.add(List.copyOf(both));
      List<String> all = new ArrayList<>(both);
      all.addAll(kinds);
      candidates.add(all);
    }
    if (!both.isEmpty()) {
      for (ProposedColumn column : columns) {
        boolean choice =
            column.kind() == ValueKind.CHOICE
                || isIdentifier(column)
                || column.kind() == ValueKind.LATIN;
        if (choice && !both.contains(column.reference())) {
          List<String> more = new ArrayList<>(both);
          more.add(0, column.reference());
          candidates.add(more);
        }
      }
    }
  }

  private List<String> having(java.util.function.Predicate<ProposedColumn> wanted) {
    return new ArrayList<>(columns.stream().filter(wanted).map(ProposedColumn::reference).toList());
  }

  private static boolean isProperty(ProposedColumn column, String property) {
    return column.target().property().filter(property::equals).isPresent();
  }

  private static boolean isLink(ProposedColumn column, String template) {
    return column.target().link().filter(template::equals).isPresent();
  }

  private static boolean isCode(ProposedColumn column) {
    return isProperty(column, City.municipalityCode.getURI())
        || isProperty(column, City.localGovernmentCode.getURI());
  }

  private static boolean isIdentifier(ProposedColumn column) {
    return isProperty(column, Terms.IDENTIFIER) || isProperty(column, City.stationCode.getURI());
  }

  private static boolean isName(ProposedColumn column) {
    return isProperty(column, Terms.LABEL)
        && column.target().language().filter("ja"::equals).isPresent();
  }

  private static boolean isShort(ColumnProfile column) {
    return column.kind() != ValueKind.GEOMETRY
        && !column.kind().isNumber()
        && column.kind() != ValueKind.LATITUDE
        && column.kind() != ValueKind.LONGITUDE
        && column.samples().stream().allMatch(sample -> sample.length() <= LONGEST_NAME);
  }
}
