package org.machinami.shapes.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a dataset, as agreed.
 *
 * @param iri by which a description claims to keep it ({@code dct:conformsTo})
 * @param rowClass IRI of the class of what a row describes
 * @param aboutUrl template of the IRI of what a row describes, relative to the base, with names of
 *     columns
 * @param columns in their order in a file
 */
public record Contract(
    String iri,
    Words title,
    Words description,
    Optional<String> rowClass,
    Optional<String> aboutUrl,
    List<ContractColumn> columns) {

  private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");

  public Contract {
    Objects.requireNonNull(iri, "iri");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(rowClass, "rowClass");
    Objects.requireNonNull(aboutUrl, "aboutUrl");
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(iri + " has no columns");
    }
  }

  /** The column that a file calls so, but for width, case and spaces. */
  public Optional<ContractColumn> column(String header) {
    String folded = ColumnName.folded(header);
    return columns.stream()
        .filter(column -> ColumnName.folded(column.header()).equals(folded))
        .findFirst();
  }

  /** The column that is called so under another name. */
  public Optional<ContractColumn> respelled(String header) {
    String folded = ColumnName.folded(header);
    return columns.stream().filter(column -> column.foldedNames().contains(folded)).findFirst();
  }

  /** The columns that together tell one row from all others; none where it says nothing of that. */
  public List<ContractColumn> key() {
    Map<String, ContractColumn> named = byName();
    return aboutUrl.stream()
        .flatMap(template -> NAME.matcher(template).results())
        .flatMap(name -> Stream.ofNullable(named.get(name.group(1))))
        .toList();
  }

  /** The columns by their names in ASCII. */
  public Map<String, ContractColumn> byName() {
    return columns.stream()
        .collect(Collectors.toUnmodifiableMap(ContractColumn::name, Function.identity()));
  }
}
