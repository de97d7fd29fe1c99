package org.machinami.shapes.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A column of a contract.
 *
 * @param name of the column in ASCII, for templates
 * @param title its name in a file, and what it is called in English
 * @param meaning what stands in it
 * @param spellings other names under which files have it; they are not the contract's
 * @param required whether a file must have it, with a value in every row
 * @param values what a cell may hold
 * @param mapping what a cell becomes
 */
public record ContractColumn(
    String name,
    Words title,
    Words meaning,
    List<String> spellings,
    boolean required,
    ValueRule values,
    ColumnMapping mapping) {

  public ContractColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(mapping, "mapping");
    spellings = List.copyOf(spellings);
  }

  /** The name that a file has to give it. */
  public String header() {
    return title.ja();
  }

  /** Whether every row must have a value: a column may be mandatory and its cells not. */
  public boolean needsValue() {
    return required && !values.values().contains("");
  }

  /** All names by which it can be recognised, folded. */
  public Set<String> foldedNames() {
    Set<String> names = new LinkedHashSet<>();
    names.add(ColumnName.folded(header()));
    spellings.forEach(spelling -> names.add(ColumnName.folded(spelling)));
    return names;
  }
}
