package org.machinami.web.download;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.RowStream;
import org.machinami.web.rows.Shape;

/**
 * Rows for programs, raw: the IRI of the thing, then each column under its name; a text in several
 * languages has a column for each, IRIs are written in full, geometries as well-known text. Several
 * values stand in one field, parted by {@value #PART}.
 */
public final class MachineCsv implements RowStream.Sink {
  /** Stands between values of one field. */
  public static final String PART = " | ";

  private final CsvWriter csv;
  private final List<Column> columns;

  MachineCsv(CsvWriter csv, Shape.Table table) {
    this.csv = csv;
    this.columns = table.columns();
    List<String> head = new ArrayList<>(List.of("iri"));
    for (Column column : columns) {
      tags(column).forEach(tag -> head.add(name(column.key(), tag)));
    }
    csv.writeRecord(head);
  }

  /** The name of the column of a language, as files write it. */
  public static String name(String key, String tag) {
    return tag.isEmpty() ? key : key + "_" + tag;
  }

  /** The languages that have a column of their own; "" for values without one. */
  public static List<String> tags(Column column) {
    List<String> tags = new ArrayList<>(column.languages());
    if (tags.isEmpty() || column.hasPlain()) {
      tags.add(0, "");
    }
    return tags;
  }

  @Override
  public void row(String thing, List<List<Node>> values, List<String> places) {
    List<String> fields = new ArrayList<>();
    fields.add(thing);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == Kind.PLACE) {
        fields.add(geometry(places));
        continue;
      }
      for (String tag : tags(columns.get(i))) {
        fields.add(
            values.get(i).stream()
                .filter(n -> tag(n).equals(tag))
                .map(MachineCsv::text)
                .collect(Collectors.joining(PART)));
      }
    }
    csv.writeRecord(fields);
  }

  /** The language of a text, empty for other values. */
  public static String tag(Node node) {
    return node.isLiteral() ? node.getLiteralLanguage() : "";
  }

  /** A literal as it is written, an IRI in full. */
  public static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  /** The well-known text of a row, of all its geometries. */
  public static String geometry(List<String> places) {
    return places.size() < 2
        ? String.join("", places)
        : "GEOMETRYCOLLECTION(" + String.join(", ", places) + ")";
  }
}
