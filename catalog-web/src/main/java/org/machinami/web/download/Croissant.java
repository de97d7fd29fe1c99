package org.machinami.web.download;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.store.ledger.Hash;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Alternate;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.Shape;
import org.machinami.web.rows.TableView;

/**
 * A dataset for machine learning: each table as CSV with its checksum and a record set whose fields
 * are the columns of that file. Where a table is small enough to be measured for a page, it stands
 * there as Parquet, too: a file of Croissant must have its checksum.
 *
 * @see <a href="https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html">Croissant
 *     1.0</a>
 */
final class Croissant {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataTables tables;
  private final Measures measures;
  private final String base;
  private final JsonNode context = context();

  Croissant(DataTables tables, Measures measures, String base) {
    this.tables = tables;
    this.measures = measures;
    this.base = base;
  }

  private static JsonNode context() {
    try (InputStream in = Croissant.class.getResourceAsStream("croissant-context.json")) {
      return JSON.readTree(Objects.requireNonNull(in, "croissant-context.json"));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading croissant-context.json", e);
    }
  }

  ObjectNode of(DatasetState state, Described dataset, Language language) {
    ObjectNode json = JSON.createObjectNode();
    ((ObjectNode) json.set("@context", context.deepCopy()).get("@context"))
        .put("@language", language.tag());
    json.put("@type", "sc:Dataset");
    json.put("@id", dataset.iri());
    json.put("conformsTo", Alternate.CROISSANT);
    text(json, "name", dataset.text(language, Terms.title));
    text(json, "description", dataset.text(language, Terms.description));
    json.put("url", base + "datasets/" + state.id());
    dataset.first(Terms.DCT + "license").ifPresent(l -> json.put("license", l.iri()));
    dataset.value(Terms.DCT + "issued").ifPresent(d -> json.put("datePublished", d));
    dataset.value(Terms.DCT + "modified").ifPresent(d -> json.put("dateModified", d));
    json.put("version", "1.0." + state.metadata().sequence());
    keywords(json, dataset.texts(language, Terms.DCAT + "keyword"));
    creators(json, dataset, language);
    ArrayNode files = json.putArray("distribution");
    ArrayNode records = json.putArray("recordSet");
    if (state.data().isPresent()) {
      Hash version = state.data().get().version();
      for (Shape.Table table : tables.shapes().read(version).tables()) {
        Export csv = new Export(tables, version, table, dataset.graph(), Form.CSV, language);
        Hash metadata = state.metadata().version();
        file(files.addObject(), state, csv, measures.always(csv, metadata));
        Export parquet =
            new Export(tables, version, table, dataset.graph(), Form.PARQUET, language);
        measures
            .of(parquet, metadata)
            .ifPresent(measure -> file(files.addObject(), state, parquet, measure));
        recordSet(records.addObject(), table, dataset, language);
      }
    }
    return json;
  }

  private static void text(ObjectNode json, String name, Optional<Text> text) {
    text.ifPresent(t -> json.put(name, t.value()));
  }

  private static void keywords(ObjectNode json, List<Text> words) {
    if (!words.isEmpty()) {
      ArrayNode keywords = json.putArray("keywords");
      words.forEach(w -> keywords.add(w.value()));
    }
  }

  private static void creators(ObjectNode json, Described dataset, Language language) {
    ArrayNode creators = json.putArray("creator");
    for (Described publisher : dataset.all(Terms.DCT + "publisher")) {
      ObjectNode creator = creators.addObject();
      creator.put("@type", "sc:Organization");
      text(creator, "name", publisher.text(language, Terms.name, Terms.title, Terms.label));
      creator.put("url", publisher.iri());
    }
  }

  private void file(ObjectNode file, DatasetState state, Export export, Measures.Measure measure) {
    Form form = export.form();
    String id = fileId(export.table(), form);
    file.put("@type", "cr:FileObject");
    file.put("@id", id);
    file.put("name", id);
    file.put(
        "contentUrl", base + "datasets/" + state.id() + "/" + form.path() + export.table().query());
    file.put("encodingFormat", form.mediaType().replaceAll(";.*", ""));
    file.put("contentSize", measure.bytes() + " B");
    file.put("sha256", measure.sha256());
  }

  private static String fileId(Shape.Table table, Form form) {
    return table.key() + "." + form.suffix();
  }

  private void recordSet(
      ObjectNode records, Shape.Table table, Described dataset, Language language) {
    records.put("@type", "cr:RecordSet");
    records.put("@id", table.key());
    records.put("name", table.key());
    tables.views().name(table, language).ifPresent(n -> records.put("description", n.value()));
    records.putObject("key").put("@id", table.key() + "/iri");
    ArrayNode fields = records.putArray("field");
    field(fields.addObject(), table, "iri", "sc:URL", Optional.empty());
    for (TableView.Head head : tables.views().allHeads(table, dataset.graph(), language)) {
      Column column = head.column();
      for (String tag : MachineCsv.tags(column)) {
        String name = MachineCsv.name(column.key(), column.kind() == Kind.PLACE ? "" : tag);
        ObjectNode field = fields.addObject();
        field(field, table, name, type(column), Optional.of(head));
        field.put("equivalentProperty", column.property());
      }
    }
  }

  private static void field(
      ObjectNode field,
      Shape.Table table,
      String name,
      String type,
      Optional<TableView.Head> head) {
    field.put("@type", "cr:Field");
    field.put("@id", table.key() + "/" + name);
    field.put("name", name);
    head.map(h -> h.explanation().orElse(h.label()).value())
        .ifPresent(words -> field.put("description", words));
    field.put("dataType", type);
    ObjectNode source = field.putObject("source");
    source.putObject("fileObject").put("@id", fileId(table, Form.CSV));
    source.putObject("extract").put("column", name);
  }

  private static String type(Column column) {
    return switch (column.kind()) {
      case NUMBER -> "sc:Float";
      case BOOLEAN -> "sc:Boolean";
      case TIME, TEXT, PLACE, PART -> "sc:Text"; // times of a column may be months or years
      case THING -> "sc:URL";
    };
  }
}
