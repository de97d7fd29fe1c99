package org.machinami.web.rows;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;
import org.machinami.web.unit.Units;

/** The heads of columns: what the dataset says of a property, else what the program knows. */
final class Heads {
  private final Labels labels;
  private final Units units = Units.read();

  Heads(Labels labels) {
    this.labels = labels;
  }

  TableView.Head of(Shape.Table table, Column column, Graph about, Language language) {
    Described property = Described.of(about, column.property());
    Text label =
        property
            .text(language, Terms.label, Terms.prefLabel)
            .orElseGet(() -> labels.of(column.property(), language));
    Optional<Text> explanation =
        property
            .text(language, Terms.comment, Terms.definition)
            .or(() -> labels.definition(column.property(), language))
            .filter(t -> t.in(language));
    return new TableView.Head(column, label, explanation, unit(table, column, property, language));
  }

  private Optional<Text> unit(
      Shape.Table table, Column column, Described property, Language language) {
    if (column.kind() != Kind.NUMBER) {
      return Optional.empty();
    }
    return unit(table, column, property.graph())
        .flatMap(iri -> units.symbol(iri, language))
        .or(() -> units.of(measured(table, column), language));
  }

  /** The IRI of the unit of a column of numbers, where it has one. */
  Optional<String> unit(Shape.Table table, Column column, Graph about) {
    if (column.kind() != Kind.NUMBER) {
      return Optional.empty();
    }
    Optional<String> said =
        Described.of(about, column.property())
            .first(Units.HAS_UNIT)
            .filter(unit -> unit.node().isURI())
            .map(Described::iri);
    if (said.isEmpty() && column.property().equals(Units.RESULT)) {
      said = constant(table, Units.HAS_UNIT);
    }
    return said.or(() -> units.iri(measured(table, column)));
  }

  /** The property; of results of observations, that which all of them are of. */
  private static String measured(Shape.Table table, Column column) {
    return column.property().equals(Units.RESULT)
        ? constant(table, Units.OBSERVED_PROPERTY).orElse(column.property())
        : column.property();
  }

  /** The one IRI that every row has there. */
  private static Optional<String> constant(Shape.Table table, String property) {
    return table.columns().stream()
        .filter(c -> c.property().equals(property) && table.isConstant(c))
        .map(c -> c.values().get(0))
        .filter(v -> v.startsWith("<"))
        .map(v -> v.substring(1, v.length() - 1))
        .findFirst();
  }
}
