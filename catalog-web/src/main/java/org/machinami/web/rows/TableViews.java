package org.machinami.web.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.store.graph.NTriplesReader;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** From rows to what a reader of a language sees. Thread-safe. */
public final class TableViews {
  private static final int MOST_CHARACTERS = 80;
  private static final int MOST_VALUES = 4;
  private static final int MOST_DECIMALS = 3;

  private final Names names;
  private final Heads heads;

  public TableViews(Names names) {
    this.names = names;
    this.heads = new Heads(names.labels());
  }

  /**
   * The rows as a table.
   *
   * @param about what the dataset itself says of its properties: labels, comments, units
   * @param mostColumns the columns after these are left out
   */
  public TableView of(
      Shape.Table table,
      List<Selection.Row> rows,
      Graph about,
      Language language,
      int mostColumns) {
    List<TableView.Head> shown =
        table.columns().stream()
            .filter(c -> c.kind() != Kind.PART && !c.isName() && !table.isConstant(c))
            .limit(mostColumns)
            .map(c -> heads.of(table, c, about, language))
            .toList();
    List<Described> things = rows.stream().map(TableViews::thing).toList();
    Called called = called(table, things, language);
    List<TableView.Constant> constants =
        table.columns().stream()
            .filter(c -> c.kind() != Kind.PART && !c.isName() && table.isConstant(c))
            .filter(c -> !rows.isEmpty())
            .map(c -> constant(table, c, rows.get(0), called, about, language))
            .toList();
    Map<Column, Integer> decimals = new HashMap<>();
    shown.forEach(h -> decimals.put(h.column(), decimals(things, h.column())));
    List<TableView.Row> viewed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      viewed.add(row(rows.get(i), things.get(i), shown, decimals, called, language));
    }
    return new TableView(shown, viewed, constants);
  }

  /** The heads of all columns that have values of their own. */
  public List<TableView.Head> heads(Shape.Table table, Graph about, Language language) {
    return table.columns().stream()
        .filter(c -> c.kind() != Kind.PART)
        .map(c -> heads.of(table, c, about, language))
        .toList();
  }

  /** A head for each column of the table. */
  public List<TableView.Head> allHeads(Shape.Table table, Graph about, Language language) {
    return table.columns().stream().map(c -> heads.of(table, c, about, language)).toList();
  }

  /** The IRI of the unit of a column of numbers, where it has one. */
  public Optional<String> unit(Shape.Table table, Column column, Graph about) {
    return heads.unit(table, column, about);
  }

  /** What a class is called; empty for things without one. */
  public Optional<Text> name(Shape.Table table, Language language) {
    return table.type().isEmpty()
        ? Optional.empty()
        : Optional.of(names.labels().of(table.type(), language));
  }

  /** The statements of the rows. */
  public static Graph graph(List<Selection.Row> rows) {
    Graph graph = GraphFactory.createDefaultGraph();
    rows.forEach(row -> graph(row).find().forEachRemaining(graph::add));
    return graph;
  }

  private static Graph graph(Selection.Row row) {
    Graph graph = GraphFactory.createDefaultGraph();
    NTriplesReader reader = new NTriplesReader();
    Block block = row.block();
    for (int line = 0; line < block.lines(); line++) {
      int start = block.start(line);
      graph.add(reader.triple(block.bytes(), start, block.end(line) - start));
    }
    return graph;
  }

  private TableView.Constant constant(
      Shape.Table table,
      Column column,
      Selection.Row row,
      Called called,
      Graph about,
      Language language) {
    Described thing = thing(row);
    TableView.Head head = heads.of(table, column, about, language);
    return new TableView.Constant(head.label(), cell(thing, row, column, 0, called, language));
  }

  private Called called(Shape.Table table, List<Described> rows, Language language) {
    Set<String> things = new LinkedHashSet<>();
    for (Column column : table.columns()) {
      if (column.kind() == Kind.THING) {
        rows.forEach(
            row ->
                row.all(column.property()).stream()
                    .filter(object -> object.node().isURI())
                    .map(Described::iri)
                    .forEach(things::add));
      }
    }
    return names.of(things, language);
  }

  private static Described thing(Selection.Row row) {
    Graph graph = graph(row);
    return new Described(graph, graph.find().next().getSubject());
  }

  private TableView.Row row(
      Selection.Row row,
      Described thing,
      List<TableView.Head> shown,
      Map<Column, Integer> decimals,
      Called called,
      Language language) {
    Text name =
        thing
            .text(language, Terms.label, Terms.prefLabel, Terms.name, Terms.title)
            .orElseGet(() -> new Text(Labels.localName(thing.iri()), "zxx"));
    return new TableView.Row(
        new Value(name.shortened(MOST_CHARACTERS), thing.iri()),
        shown.stream()
            .map(h -> cell(thing, row, h.column(), decimals.get(h.column()), called, language))
            .toList());
  }

  /** The two truth values in words; anything else as it is. */
  public static String truth(String lexical, Language language) {
    Messages m = Messages.in(language);
    return switch (lexical) {
      case "true", "1" -> m.text("table.yes");
      case "false", "0" -> m.text("table.no");
      default -> lexical;
    };
  }

  /**
   * To how many digits after the point the numbers of a column are filled up; long ones are left as
   * they are.
   */
  private static int decimals(List<Described> things, Column column) {
    return column.kind() != Kind.NUMBER
        ? 0
        : things.stream()
            .flatMap(t -> t.texts(column.property()).stream())
            .mapToInt(t -> CellWords.decimals(t.value()))
            .max()
            .stream()
            .filter(d -> d <= MOST_DECIMALS)
            .findFirst()
            .orElse(0);
  }

  private List<Value> cell(
      Described thing,
      Selection.Row row,
      Column column,
      int decimals,
      Called called,
      Language language) {
    if (column.kind() == Kind.PLACE) {
      return row.places().stream()
          .limit(1)
          .map(p -> Value.plain(PlaceWords.of(p, language)))
          .toList();
    }
    List<Value> values = new ArrayList<>();
    for (Text text : thing.texts(language, column.property())) {
      values.add(
          switch (column.kind()) {
            case NUMBER -> Value.plain(CellWords.number(text.value(), decimals, language));
            case TIME -> Value.plain(CellWords.time(text.value()));
            case BOOLEAN -> Value.plain(truth(text.value(), language));
            default -> Value.of(text.shortened(MOST_CHARACTERS));
          });
    }
    for (Described object : thing.all(column.property())) {
      Node node = object.node();
      if (node.isURI()) {
        Text name = called.of(node.getURI()).shortened(MOST_CHARACTERS);
        values.add(new Value(name, node.getURI()));
      }
    }
    return values.stream().limit(MOST_VALUES).toList();
  }
}
