package org.machinami.web.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;
import org.machinami.store.search.IriUuid;
import org.machinami.store.state.GraphState;
import org.machinami.web.language.Language;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.RowStream;
import org.machinami.web.rows.Shape;

/**
 * {@code datastore_search} and {@code datastore_info}: rows of the tables that the data of datasets
 * are. A search reads the table once and holds the rows that it gives, no more; few run at a time.
 * Thread-safe.
 */
final class Datastore {
  private static final int AT_ONCE = 4;
  private static final long MOST_CHARACTERS = 16_000_000;
  private static final String LIST = "_table_metadata";

  private final Store store;
  private final Packages packages;
  private final DataTables tables;
  private final NamedGraphs graphs;
  private final Turns turns =
      new Turns(AT_ONCE, "Too many tables are being read; ask again in some seconds.");

  Datastore(Store store, Packages packages, DataTables tables) {
    this.store = store;
    this.packages = packages;
    this.tables = tables;
    this.graphs = new NamedGraphs(store.base());
  }

  /** A table that is asked for. */
  private record Found(String uuid, Hash version, Shape.Table table) {}

  private Found find(Parameters parameters, String asked) {
    CkanError absent =
        CkanError.notFound("Resource “" + Parameters.shown(asked) + "” was not found.");
    if (!Names.isUuid(asked)) {
      throw absent;
    }
    String uuid = asked.toLowerCase(Locale.ROOT);
    Packages.Found found = packages.find(uuid).orElseThrow(() -> absent);
    boolean table = Resources.table(found.dataset()).equals(uuid);
    if (!table || found.state().stop().isPresent() || found.state().data().isEmpty()) {
      throw absent;
    }
    Hash version = found.state().data().get().version();
    Shape shape = tables.shapes().read(version);
    String key = parameters.text("class").orElse("");
    return new Found(
        uuid,
        version,
        shape
            .find(key)
            .orElseThrow(
                () ->
                    key.isEmpty()
                        ? absent
                        : CkanError.invalid("class", "There is no such table.")));
  }

  private static String resource(Parameters parameters) {
    return parameters
        .text("resource_id")
        .or(() -> parameters.text("id"))
        .orElseThrow(() -> CkanError.invalid("resource_id", "Missing value"));
  }

  /** {@code datastore_search}. */
  Action.Result search(Parameters parameters, Language language) {
    String asked = resource(parameters);
    if (asked.equals(LIST)) {
      return list(parameters);
    }
    Found found = find(parameters, asked);
    DatastoreQuery query = DatastoreQuery.read(parameters, new DatastoreTable(found.table()));
    String format = parameters.text("records_format").orElse("objects");
    if (!format.equals("objects") && !format.equals("lists")) {
      throw CkanError.invalid(
          "records_format", "Must be objects or lists; as CSV take " + IriUuid.TABLE);
    }
    boolean counted = parameters.bool("include_total", true);
    Selected selected = select(found, query, counted);
    return json -> write(json, found, query, format, counted, selected);
  }

  /** The cells that are asked for, row by row, and how many rows there are in all. */
  private record Selected(List<List<String>> rows, long total) {}

  /** Gathers rows until they are too many characters. For one answer. */
  private static final class Gathered {
    private final DatastoreQuery query;
    private long characters;

    Gathered(DatastoreQuery query) {
      this.query = query;
    }

    List<String> cells(DatastoreTable.Row row) {
      List<String> cells =
          query.fields().stream().map(field -> query.table().text(row, field)).toList();
      characters += cells.stream().mapToInt(String::length).sum();
      if (characters > MOST_CHARACTERS) {
        throw CkanError.invalid(
            "limit",
            "The answer would have more than "
                + MOST_CHARACTERS
                + " characters. Ask for fewer rows (limit) or columns (fields), or take the file.");
      }
      return cells;
    }
  }

  private Selected select(Found found, DatastoreQuery query, boolean counted) {
    return turns.take(
        () -> query.sort().isEmpty() ? inOrder(found, query, counted) : sorted(found, query));
  }

  /** Stops a reading; made once, since it carries nothing. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  private Selected inOrder(Found found, DatastoreQuery query, boolean counted) {
    List<List<String>> rows = new ArrayList<>();
    Gathered gathered = new Gathered(query);
    long[] matches = {0};
    boolean known = query.isAll(); // then the number of rows is that of the table
    read(
        found,
        row -> {
          if (!query.keeps(row)) {
            return true;
          }
          matches[0]++;
          if (matches[0] > query.offset() && rows.size() < query.limit()) {
            rows.add(gathered.cells(row));
          }
          return (counted && !known) || rows.size() < query.limit();
        });
    return new Selected(rows, known ? found.table().rows() : matches[0]);
  }

  /** First the numbers of the rows, in their order; then the rows, so that few are held. */
  private Selected sorted(Found found, DatastoreQuery query) {
    int most = query.limit() + query.offset();
    Comparator<DatastoreQuery.Ranked> order = query.order();
    PriorityQueue<DatastoreQuery.Ranked> best = new PriorityQueue<>(order.reversed());
    long[] matches = {0};
    read(
        found,
        row -> {
          if (query.keeps(row)) {
            matches[0]++;
            best.add(query.ranked(row));
            if (best.size() > most) {
              best.poll();
            }
          }
          return true;
        });
    List<DatastoreQuery.Ranked> ranked = new ArrayList<>(best);
    ranked.sort(order);
    Map<Long, Integer> places = new HashMap<>();
    for (int i = Math.min(ranked.size(), query.offset()); i < ranked.size(); i++) {
      places.put(ranked.get(i).number(), places.size());
    }
    List<List<String>> rows = new ArrayList<>(Collections.nCopies(places.size(), List.of()));
    Gathered gathered = new Gathered(query);
    int[] left = {places.size()};
    read(
        found,
        row -> {
          Integer place = places.get(row.number());
          if (place != null) {
            rows.set(place, gathered.cells(row));
            left[0]--;
          }
          return left[0] > 0;
        });
    return new Selected(rows, matches[0]);
  }

  private interface Rows {
    /** Takes a row; whether to go on. */
    boolean take(DatastoreTable.Row row);
  }

  private void read(Found found, Rows rows) {
    long[] number = {0};
    try {
      RowStream.read(
          tables,
          found.version(),
          found.table(),
          (iri, values, places) -> {
            number[0]++;
            if (!rows.take(new DatastoreTable.Row(number[0], iri, values, places))) {
              throw new Enough();
            }
          });
    } catch (Enough enough) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("Reading a table", e);
    }
  }

  private static void write(
      JsonGenerator json,
      Found found,
      DatastoreQuery query,
      String format,
      boolean counted,
      Selected selected)
      throws IOException {
    json.writeStartObject();
    json.writeBooleanField("include_total", counted);
    json.writeNumberField("limit", query.limit());
    if (query.offset() > 0) {
      json.writeNumberField("offset", query.offset());
    }
    json.writeStringField("records_format", format);
    json.writeStringField("resource_id", found.uuid());
    json.writeFieldName("fields");
    ParametersReader.JSON.writeTree(json, DatastoreTable.json(query.fields()));
    json.writeArrayFieldStart("records");
    for (List<String> cells : selected.rows()) {
      ObjectNode record = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < cells.size(); i++) {
        DatastoreTable.put(record, query.fields().get(i), cells.get(i));
      }
      if (format.equals("lists")) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        record.forEach(list::add);
        ParametersReader.JSON.writeTree(json, list);
      } else {
        ParametersReader.JSON.writeTree(json, record);
      }
    }
    json.writeEndArray();
    if (counted) {
      json.writeNumberField("total", selected.total());
      json.writeBooleanField("total_was_estimated", false);
    }
    json.writeEndObject();
  }

  /** {@code datastore_info}. */
  Action.Result info(Parameters parameters, Language language) {
    Found found =
        find(
            parameters,
            parameters
                .text("id")
                .or(() -> parameters.text("resource_id"))
                .orElseThrow(() -> CkanError.invalid("id", "Missing value")));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("meta")
        .put("id", found.uuid())
        .put("count", found.table().rows())
        .put("table_type", "BASE TABLE");
    ArrayNode fields = json.putArray("fields");
    ObjectNode schema = json.putObject("schema");
    List<Column> columns = found.table().columns();
    for (DatastoreTable.Field field : new DatastoreTable(found.table()).all()) {
      schema.put(field.name(), field.type());
      if (!field.name().equals(DatastoreTable.NUMBER)) {
        ObjectNode one = fields.addObject().put("id", field.name()).put("type", field.type());
        if (field.column() >= 0) {
          one.putObject("info")
              .put("property", columns.get(field.column()).property())
              .put(
                  "label",
                  tables.names().of(columns.get(field.column()).property(), language).value());
        }
      }
    }
    return Action.Result.of(json);
  }

  /** The list of tables, which clients ask for under a name of its own. */
  private Action.Result list(Parameters parameters) {
    int limit = parameters.natural("limit", DatastoreQuery.USUAL_LIMIT, DatastoreQuery.MOST_ROWS);
    int offset = parameters.natural("offset", 0, 999_999_999);
    return json -> {
      json.writeStartObject();
      json.writeStringField("resource_id", LIST);
      json.writeNumberField("limit", limit);
      json.writeArrayFieldStart("fields");
      for (String name : new String[] {"_id", "name", "alias_of"}) {
        json.writeStartObject();
        json.writeStringField("id", name);
        json.writeStringField("type", "text");
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("records");
      try (Stream<GraphState> states =
          store.states().list(graphs.prefix(GraphName.Kind.DATA)).skip(offset).limit(limit)) {
        for (GraphState state : (Iterable<GraphState>) states::iterator) {
          String id = graphs.datasetOf(state.graph()).orElse("");
          if (packages.find(id).isPresent()) {
            String uuid = Resources.table(packages.require(id).dataset());
            json.writeStartObject();
            json.writeStringField("_id", uuid.substring(0, 16).replace("-", ""));
            json.writeStringField("name", uuid);
            json.writeNullField("alias_of");
            json.writeEndObject();
          }
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    };
  }
}
