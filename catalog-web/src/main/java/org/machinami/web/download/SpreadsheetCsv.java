package org.machinami.web.download;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rows.Called;
import org.machinami.web.rows.CellWords;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.RowStream;
import org.machinami.web.rows.TableView;
import org.machinami.web.rows.TableViews;
import org.machinami.web.thing.Wkt;

/**
 * Rows for people: labels and units at the head, names in the place of IRIs, a point as latitude
 * and longitude. No field can be taken for a formula.
 */
final class SpreadsheetCsv implements RowStream.Sink {
  private final CsvWriter csv;
  private final List<TableView.Head> heads;
  private final Called called;
  private final Language language;

  /**
   * Writes the head.
   *
   * @param heads one for each column of the table
   * @param called what the things are called that the values lead to, in the language of the file
   */
  SpreadsheetCsv(CsvWriter csv, List<TableView.Head> heads, Called called) {
    this.csv = csv;
    this.heads = heads;
    this.called = called;
    this.language = called.language();
    Messages m = Messages.in(language);
    List<String> fields = new ArrayList<>();
    for (TableView.Head head : heads) {
      String unit = head.unit().map(u -> m.text("download.unit", u.value())).orElse("");
      switch (head.column().kind()) {
        case PART -> {}
        case PLACE ->
            fields.addAll(List.of(m.text("download.latitude"), m.text("download.longitude")));
        default ->
            fields.add(
                SpreadsheetText.of(
                    head.column().isName()
                        ? m.text("dataset.thing")
                        : head.label().value() + unit));
      }
    }
    fields.add("IRI");
    csv.writeRecord(fields);
  }

  @Override
  public void row(String thing, List<List<Node>> values, List<String> places) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      Column column = heads.get(i).column();
      switch (column.kind()) {
        case PART -> {}
        case PLACE -> fields.addAll(point(places));
        default -> fields.add(field(column, values.get(i)));
      }
    }
    fields.add(thing);
    csv.writeRecord(fields);
  }

  private String field(Column column, List<Node> values) {
    List<Text> texts = values.stream().filter(Node::isLiteral).map(Described::text).toList();
    Optional<Text> best = Text.choose(texts, language);
    String words =
        values.stream()
            .filter(
                n ->
                    n.isURI()
                        || best.map(b -> b.tag().equals(Described.text(n).tag())).orElse(true))
            .map(n -> n.isURI() ? called.of(n.getURI()).value() : word(column, n))
            .distinct()
            .collect(Collectors.joining(language == Language.JA ? "、" : "; "));
    return SpreadsheetText.of(words);
  }

  private String word(Column column, Node node) {
    String lexical = node.getLiteralLexicalForm();
    return switch (column.kind()) {
      case TIME -> CellWords.time(lexical);
      case BOOLEAN -> TableViews.truth(lexical, language);
      default -> lexical;
    };
  }

  private static List<String> point(List<String> places) {
    Optional<Geometry> geometry = places.stream().findFirst().flatMap(Wkt::parse);
    if (geometry.isPresent() && geometry.get() instanceof Point point) {
      return List.of(Double.toString(point.getY()), Double.toString(point.getX()));
    }
    return List.of("", "");
  }
}
