package org.machinami.web.download;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.Shape;
import org.machinami.web.rows.TableView;

/**
 * What the columns of a table for programs mean: names in both languages, explanations, datatypes,
 * units, properties.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 */
final class TableMetadata {
  static final String PATH = "data.csv-metadata.json";
  static final String MEDIA_TYPE = "application/csvm+json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNIT = "http://qudt.org/schema/qudt/hasUnit";

  /** Datatypes of CSV on the Web that are named otherwise than in XML Schema. */
  private static final Set<String> DATATYPES =
      Set.of(
          "integer",
          "decimal",
          "double",
          "float",
          "long",
          "int",
          "short",
          "byte",
          "nonNegativeInteger",
          "positiveInteger",
          "nonPositiveInteger",
          "negativeInteger",
          "unsignedLong",
          "unsignedInt",
          "unsignedShort",
          "unsignedByte",
          "date",
          "dateTime",
          "dateTimeStamp",
          "time",
          "gYear",
          "gYearMonth",
          "duration",
          "boolean",
          "anyURI");

  private final DataTables tables;

  TableMetadata(DataTables tables) {
    this.tables = tables;
  }

  /** A table, under the address by which it is asked for. */
  ObjectNode table(Shape.Table table, Described dataset) {
    ObjectNode json = JSON.createObjectNode();
    context(json);
    describe(json, Form.CSV.path() + table.query(), table, dataset);
    return json;
  }

  /** All tables; the first is what the address without a class gives. */
  ObjectNode group(Shape shape, Described dataset) {
    ObjectNode json = JSON.createObjectNode();
    context(json);
    json.put("@type", "TableGroup");
    words(json, "dc:title", language -> dataset.text(language, Terms.title));
    ArrayNode all = json.putArray("tables");
    List<Shape.Table> found = shape.tables();
    for (int i = 0; i < found.size(); i++) {
      String query = i == 0 ? "" : found.get(i).query();
      describe(all.addObject(), Form.CSV.path() + query, found.get(i), dataset);
    }
    return json;
  }

  private static void context(ObjectNode json) {
    json.putArray("@context").add("http://www.w3.org/ns/csvw").addObject().put("@language", "ja");
  }

  private void describe(ObjectNode json, String url, Shape.Table table, Described dataset) {
    json.put("@type", "Table");
    json.put("url", url);
    words(
        json,
        "dc:title",
        language ->
            tables.views().name(table, language).or(() -> dataset.text(language, Terms.title)));
    dataset
        .first(Terms.DCT + "license")
        .ifPresent(licence -> json.putObject("dc:license").put("@id", licence.iri()));
    json.putObject("dialect")
        .put("encoding", "utf-8")
        .put("delimiter", ",")
        .put("header", true)
        .putArray("lineTerminators")
        .add("\r\n");
    ObjectNode schema = json.putObject("tableSchema");
    ArrayNode columns = schema.putArray("columns");
    columns
        .addObject()
        .put("name", "iri")
        .put("titles", "iri")
        .put("required", true)
        .put("datatype", "anyURI")
        .put("suppressOutput", true);
    List<TableView.Head> japanese = tables.views().allHeads(table, dataset.graph(), Language.JA);
    List<TableView.Head> english = tables.views().allHeads(table, dataset.graph(), Language.EN);
    for (int i = 0; i < japanese.size(); i++) {
      Column column = japanese.get(i).column();
      List<String> tags = column.kind() == Kind.PLACE ? List.of("") : MachineCsv.tags(column);
      for (String tag : tags) {
        column(columns.addObject(), table, tag, japanese.get(i), english.get(i), dataset.graph());
      }
    }
    schema.put("primaryKey", "iri");
    schema.put("aboutUrl", "{+iri}");
  }

  private void column(
      ObjectNode json,
      Shape.Table table,
      String tag,
      TableView.Head japanese,
      TableView.Head english,
      Graph about) {
    Column column = japanese.column();
    String name = MachineCsv.name(column.key(), tag);
    String variable = variable(name);
    json.put("name", variable);
    ObjectNode titles = json.putObject("titles");
    titles.put("und", name);
    // A name that only the other language has is no title of this one.
    title(titles, "ja", japanese.label());
    title(titles, "en", english.label());
    words(
        json,
        "dc:description",
        language -> (language == Language.JA ? japanese : english).explanation());
    json.put("propertyUrl", column.property());
    if (!tag.isEmpty()) {
      json.put("lang", tag);
    }
    json.put("datatype", datatype(column, tag));
    if (column.kind() == Kind.THING) {
      json.put("valueUrl", "{+" + variable + "}");
    }
    if (column.several() && column.kind() != Kind.PLACE) {
      json.put("separator", MachineCsv.PART);
    }
    json.put("null", "");
    tables
        .views()
        .unit(table, column, about)
        .ifPresent(unit -> json.putObject(UNIT).put("@id", unit));
  }

  private static void title(ObjectNode titles, String tag, Text label) {
    if (label.tag().equals(tag)) {
      titles.put(tag, label.value());
    }
  }

  private static String datatype(Column column, String tag) {
    if (column.kind() == Kind.THING || column.kind() == Kind.PART) {
      return "anyURI";
    }
    boolean typed = tag.isEmpty() && DATATYPES.contains(column.datatype());
    return typed && column.kind() != Kind.PLACE && column.kind() != Kind.TEXT
        ? column.datatype()
        : "string";
  }

  /** A name as templates of addresses can hold it (RFC 6570). */
  private static String variable(String name) {
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("-", "%2D")
            .replace("*", "%2A")
            .replace(".", "%2E");
    return encoded.startsWith("_") ? "x" + encoded : encoded;
  }

  /** Words in both languages, as far as there are any. */
  private static void words(
      ObjectNode json, String property, Function<Language, Optional<Text>> words) {
    ArrayNode values = JSON.createArrayNode();
    for (Language language : Language.values()) {
      words
          .apply(language)
          .filter(text -> text.tag().equals(language.tag()))
          .ifPresent(
              text ->
                  values.addObject().put("@value", text.value()).put("@language", language.tag()));
    }
    if (!values.isEmpty()) {
      json.set(property, values);
    }
  }
}
