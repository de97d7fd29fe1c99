package org.machinami.web.download;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rows.Shape;
import org.machinami.web.rows.TableView;
import org.machinami.web.rows.TableViews;

/**
 * What a Parquet file says of its columns, in the words of CSV on the Web: names and explanations
 * in both languages, property, unit.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 */
final class ParquetNotes {
  /** The key of the metadata of the file. */
  static final String KEY = "tableSchema";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ParquetNotes() {}

  /** The notes, by their key. */
  static Map<String, String> of(
      TableViews views, Shape.Table table, List<ParquetField> fields, Graph about) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode columns = json.putArray("columns");
    columns.addObject().put("name", ParquetTyping.IRI).put("required", true);
    List<TableView.Head> japanese = views.allHeads(table, about, Language.JA);
    List<TableView.Head> english = views.allHeads(table, about, Language.EN);
    for (ParquetField field : fields) {
      ObjectNode column = columns.addObject();
      column.put("name", field.name());
      column.put("propertyUrl", field.of().property());
      if (!field.tag().isEmpty()) {
        column.put("lang", field.tag());
      }
      ObjectNode titles = JSON.createObjectNode();
      ObjectNode words = JSON.createObjectNode();
      for (Language language : Language.values()) {
        TableView.Head head = (language == Language.JA ? japanese : english).get(field.column());
        put(titles, language, head.label());
        head.explanation().ifPresent(text -> put(words, language, text));
      }
      set(column, "titles", titles);
      set(column, "description", words);
      views.unit(table, field.of(), about).ifPresent(unit -> column.put("unit", unit));
    }
    return Map.of(KEY, json.put("primaryKey", ParquetTyping.IRI).toString());
  }

  /** A name that only the other language has is no name in this one. */
  private static void put(ObjectNode json, Language language, Text text) {
    if (text.tag().equals(language.tag())) {
      json.put(language.tag(), text.value());
    }
  }

  private static void set(ObjectNode json, String name, ObjectNode words) {
    if (!words.isEmpty()) {
      json.set(name, words);
    }
  }
}
