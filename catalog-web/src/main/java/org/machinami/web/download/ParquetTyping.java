package org.machinami.web.download;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.machinami.store.ledger.Hash;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.RowStream;
import org.machinami.web.rows.Shape;

/**
 * The columns that a table has as Parquet: those of the machine CSV, with types that hold all their
 * values. A type stands before the rows, so that it takes a pass of its own. Not thread-safe.
 */
final class ParquetTyping implements RowStream.Sink {
  /** The first column. */
  static final String IRI = "iri";

  private final List<Column> columns;
  private final List<List<String>> tags = new ArrayList<>();
  private final List<List<ParquetGuess>> guesses = new ArrayList<>();

  ParquetTyping(Shape.Table table) {
    this.columns = table.columns();
    for (Column column : columns) {
      List<String> own = column.kind() == Kind.PLACE ? List.of("") : MachineCsv.tags(column);
      tags.add(own);
      guesses.add(own.stream().map(tag -> new ParquetGuess()).toList());
    }
  }

  /** The columns of a table of a version, without the IRI of the row. */
  static List<ParquetField> read(DataTables tables, Hash version, Shape.Table table)
      throws IOException {
    ParquetTyping typing = new ParquetTyping(table);
    RowStream.read(tables, version, table, typing);
    return typing.fields();
  }

  @Override
  public void row(String thing, List<List<Node>> values, List<String> places) {
    for (int i = 0; i < columns.size(); i++) {
      List<ParquetGuess> own = guesses.get(i);
      if (columns.get(i).kind() == Kind.PLACE) {
        if (!places.isEmpty()) {
          own.get(0).addPlace(MachineCsv.geometry(places));
        }
        continue;
      }
      for (int j = 0; j < own.size(); j++) {
        int found = 0;
        for (Node value : values.get(i)) {
          if (MachineCsv.tag(value).equals(tags.get(i).get(j))) {
            own.get(j).add(value);
            found++;
          }
        }
        own.get(j).add(found);
      }
    }
  }

  List<ParquetField> fields() {
    Set<String> names = new HashSet<>(Set.of(IRI));
    List<ParquetField> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      for (int j = 0; j < tags.get(i).size(); j++) {
        String tag = tags.get(i).get(j);
        String name = unique(MachineCsv.name(column.key(), tag), names);
        fields.add(guesses.get(i).get(j).field(i, column, tag, name));
      }
    }
    return fields;
  }

  /** CSV may have two columns of a name, Parquet may not. */
  private static String unique(String name, Set<String> taken) {
    String found = name;
    for (int i = 2; !taken.add(found); i++) {
      found = name + "-" + i;
    }
    return found;
  }
}
