package org.machinami.web.download;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Language;
import org.machinami.web.rows.Called;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Placing;
import org.machinami.web.rows.Placings;
import org.machinami.web.rows.RowStream;
import org.machinami.web.rows.Shape;
import org.machinami.web.rows.TableView;

/**
 * A table of a version in a form, to be written once or often, always the same bytes: what things
 * are called is asked when it is first needed, and kept. For one thread.
 */
final class Export {
  private final DataTables tables;
  private final Hash version;
  private final Shape.Table table;
  private final Graph about;
  private final Form form;
  private final Language language;
  private Optional<Called> called = Optional.empty();

  /**
   * Reads nothing yet.
   *
   * @param about what the dataset says of its columns
   * @param language of the words, where the form has any
   */
  Export(
      DataTables tables,
      Hash version,
      Shape.Table table,
      Graph about,
      Form form,
      Language language) {
    this.tables = tables;
    this.version = version;
    this.table = table;
    this.about = about;
    this.form = form;
    this.language = language;
  }

  Hash version() {
    return version;
  }

  Shape.Table table() {
    return table;
  }

  Form form() {
    return form;
  }

  /** How many triples the version has. */
  long triples() {
    return tables.versions().triples(version);
  }

  /** What the words in it are, where the form has any: language and names of things. */
  Optional<Hash> words() {
    return form.hasLanguage() ? Optional.of(called().hash()) : Optional.empty();
  }

  private Called called() {
    if (called.isEmpty()) {
      called = Optional.of(tables.cellNames().of(version, table, table.columns(), language));
    }
    return called.get();
  }

  /**
   * Writes it, row by row; does not close the stream.
   *
   * @return how many characters the encoding lacked
   */
  long write(OutputStream out) throws IOException {
    switch (form) {
      case CSV -> {
        Writer writer = utf8(out);
        csv(writer, new MachineCsv(builder(writer), table));
      }
      case SPREADSHEET -> {
        Writer writer = utf8(out);
        writer.write('\uFEFF');
        csv(writer, spreadsheet(writer));
      }
      case SPREADSHEET_CP932 -> {
        Cp932 writer = new Cp932(out);
        csv(writer, spreadsheet(writer));
        return writer.replaced();
      }
      case GEOJSON -> {
        Placings placings = tables.placings();
        Placing placing = placings.of(version, table);
        try (GeoJson json = new GeoJson(new Unclosed(out), table, placings, placing)) {
          RowStream.read(tables, version, table, json);
        }
      }
      case PARQUET -> {
        List<ParquetField> fields = ParquetTyping.read(tables, version, table);
        Map<String, String> notes = ParquetNotes.of(tables.views(), table, fields, about);
        try (ParquetTable parquet = new ParquetTable(fields, notes, out)) {
          RowStream.read(tables, version, table, parquet);
        }
      }
    }
    return 0;
  }

  private static Writer utf8(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 64 * 1024);
  }

  private void csv(Writer writer, RowStream.Sink rows) throws IOException {
    RowStream.read(tables, version, table, rows);
    writer.flush();
  }

  private SpreadsheetCsv spreadsheet(Writer writer) {
    List<TableView.Head> heads = tables.views().allHeads(table, about, language);
    return new SpreadsheetCsv(builder(writer), heads, called());
  }

  /** Without a buffer of its own, so that a field comes to the writer whole. */
  private static CsvWriter builder(Writer writer) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(writer);
  }
}
