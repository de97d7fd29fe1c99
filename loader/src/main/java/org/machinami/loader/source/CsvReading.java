package org.machinami.loader.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * Tables of comma-separated values (RFC 4180). The first row names the columns, or CSVW metadata
 * beside a table that says it has no header. Rows with more filled or fewer cells than the header
 * has are handed on as faulty; rows without any value are blank.
 */
public final class CsvReading implements SourceReader {

  private final char delimiter;
  private final int skippedLines;
  private final Optional<Charset> encoding;
  private final SourceLimits limits;
  private final boolean needed;
  private final Optional<TableMetadata> metadata;

  /**
   * @param delimiter between cells
   * @param skippedLines lines above the header
   * @param encoding empty: found from the bytes
   */
  public CsvReading(
      char delimiter, int skippedLines, Optional<Charset> encoding, SourceLimits limits) {
    this(delimiter, skippedLines, encoding, limits, true, Optional.empty());
  }

  private CsvReading(
      char delimiter,
      int skippedLines,
      Optional<Charset> encoding,
      SourceLimits limits,
      boolean needed,
      Optional<TableMetadata> metadata) {
    this.metadata = metadata;
    this.needed = needed;
    this.delimiter = delimiter;
    this.skippedLines = skippedLines;
    this.encoding = encoding;
    this.limits = limits;
  }

  /** One for tables of a standard that leaves columns out: what lacks is empty, and found. */
  public CsvReading lenient() {
    return new CsvReading(delimiter, skippedLines, encoding, limits, false, metadata);
  }

  /** The same by what CSVW metadata say, as far as the mapping does not say otherwise. */
  private CsvReading with(TableMetadata said) {
    return new CsvReading(
        delimiter == ',' ? said.dialect().delimiter().orElse(',') : delimiter,
        skippedLines == 0 ? said.dialect().skippedLines() : skippedLines,
        encoding.or(said.dialect()::encoding),
        limits,
        needed,
        Optional.of(said));
  }

  /** With what CSVW metadata beside the table say of it. */
  @Override
  public SourceFinding read(
      SourceContent content,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    Optional<TableMetadata> beside = TableMetadata.beside(content);
    CsvReading reading = beside.isPresent() ? with(beside.get()) : this;
    return reading.readTable(content, references, extraSlots, handler, inspector);
  }

  /** The name of the file beside a table that describes it. */
  public static String metadataName(String table) {
    return TableMetadata.fileName(table);
  }

  private SourceFinding readTable(
      SourceContent content,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    String name = content.name();
    DecodingReader characters = new DecodingReader(name, content.bytes(), encoding);
    Table table = table(name, references, extraSlots, row -> row, inspector);
    long rows = read(name, characters, table, handler);
    List<String> missing = references.stream().filter(table::lacks).toList();
    return new SourceFinding(name, characters.encoding(), characters.how(), rows, missing)
        .withUnheeded(metadata.map(TableMetadata::unheeded).orElse(List.of()));
  }

  private Table table(
      String name,
      List<String> references,
      int extraSlots,
      LongUnaryOperator numbering,
      SourceInspector inspector) {
    return new Table(name, references, extraSlots, limits, needed, metadata, numbering, inspector);
  }

  /** Between cells. */
  public char delimiter() {
    return delimiter;
  }

  /** Lines above the header. */
  public int skippedLines() {
    return skippedLines;
  }

  /**
   * Finds which encoding {@link #read} would use.
   *
   * @return a finding without rows
   */
  public SourceFinding findEncoding(String name, InputStream content) throws IOException {
    DecodingReader characters = new DecodingReader(name, content, encoding);
    characters.decideEncoding();
    return new SourceFinding(name, characters.encoding(), characters.how(), 0, List.of());
  }

  /**
   * Reads some rows of a table, as they would be read among all.
   *
   * @param known the encoding that the table was found to be in
   * @throws IOException also when the rows are not those that were counted
   */
  public void read(
      String name,
      ChangedRows rows,
      Charset known,
      List<String> references,
      int extraSlots,
      RowHandler handler)
      throws IOException {
    Table table = table(name, references, extraSlots, rows::number, SourceInspector.NONE);
    long read = read(name, DecodingReader.in(known, name, rows.content()), table, handler);
    if (read != rows.count()) {
      throw new IOException("of " + rows.count() + " changed rows of " + name + " came " + read);
    }
  }

  /** Says how many rows there were. */
  private long read(String name, DecodingReader characters, Table table, RowHandler handler)
      throws IOException {
    long rows = 0;
    boolean header = metadata.isEmpty() || metadata.get().dialect().header();
    CsvReader<Table> reader =
        builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(limits.fieldCharacters())
            .build(table, characters);
    try {
      reader.skipLines(skippedLines);
      if (!header) {
        table.useNames();
      }
      for (Table row : reader) {
        if (header) {
          row.useHeader();
          header = false;
        } else {
          rows++;
          handler.row(row.row);
        }
      }
      if (header) {
        throw new LoadException(Fault.DATA, "source.no-header", name);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof LoadException ours) {
        throw ours;
      }
      throw new LoadException(
          Fault.DATA, e, "source.csv-broken", name, table.current(), limits.fieldCharacters());
    }
    return rows;
  }

  /** One for the signs that the dialect names. */
  private CsvReader.CsvReaderBuilder builder() {
    CsvReader.CsvReaderBuilder builder = CsvReader.builder();
    metadata.flatMap(said -> said.dialect().quote()).ifPresent(builder::quoteCharacter);
    metadata
        .flatMap(said -> said.dialect().comment())
        .ifPresent(sign -> builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(sign));
    return builder;
  }

  /** Takes the cells of the parser into the row. */
  private static final class Table extends AbstractBaseCsvCallbackHandler<Table> {
    private final String name;
    private final List<String> references;
    private final SourceLimits limits;
    private final boolean needed;
    private final Optional<TableMetadata> metadata;
    private final LongUnaryOperator numbering;
    private final Row row;
    private final SourceInspector inspector;
    private final List<String> written = new ArrayList<>();
    private ColumnSlots slots;
    private TableColumn[] described = {};
    private boolean headerRead;
    private boolean comment;
    private long number;
    private int filled;
    private int cells;
    private int characters;

    Table(
        String name,
        List<String> references,
        int extraSlots,
        SourceLimits limits,
        boolean needed,
        Optional<TableMetadata> metadata,
        LongUnaryOperator numbering,
        SourceInspector inspector) {
      this.needed = needed;
      this.metadata = metadata;
      this.numbering = numbering;
      this.inspector = inspector;
      this.name = name;
      this.references = references;
      this.limits = limits;
      this.row = new Row(references.size() + extraSlots);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      filled = 0;
      cells = 0;
      characters = 0;
      comment = false;
      if (headerRead) {
        row.begin(name, numbering.applyAsLong(number + 1));
      }
    }

    @Override
    protected void handleComment(char[] buffer, int offset, int length) {
      comment = true;
    }

    @Override
    protected void handleEmpty() {
      cells = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      characters += length;
      if (index >= limits.columns()) {
        throw new LoadException(Fault.DATA, "source.columns", name, current(), limits.columns());
      }
      if (characters > limits.rowCharacters() || characters < 0) {
        throw new LoadException(
            Fault.DATA, "source.row-length", name, current(), limits.rowCharacters());
      }
      cells = index + 1;
      if (!headerRead) {
        written.add(new String(buffer, offset, length));
        return;
      }
      if (length == 0) {
        return;
      }
      filled = index + 1;
      inspector.cell(index, buffer, offset, length);
      int slot = slots.of(index);
      if (slot >= 0) {
        row.add(slot, buffer, offset, length);
      }
    }

    @Override
    protected Table buildRecord() {
      if (headerRead && !comment) {
        number++;
        inspector.endRow(number, cells);
        if (filled == 0) {
          row.markBlank();
        } else if (filled > slots.columns() || cells < slots.columns()) {
          row.fail("row.ragged", cells + "/" + slots.columns());
        } else {
          slots.addFixed(row, name, number);
          convert();
        }
      }
      return this;
    }

    /** The row being read; of the header 0. */
    private long current() {
      return headerRead ? number + 1 : 0;
    }

    /** Has the metadata name the columns, where no row does. */
    void useNames() {
      metadata.ifPresent(said -> written.addAll(said.header(references)));
      useHeader();
    }

    void useHeader() {
      headerRead = true;
      inspector.header(written);
      List<String> header = metadata.map(m -> m.renamed(written, references)).orElse(written);
      slots = ColumnSlots.of(name, header, references, needed);
      metadata.ifPresent(this::describe);
    }

    private void describe(TableMetadata said) {
      described = new TableColumn[row.slots()];
      for (int column = 0; column < written.size(); column++) {
        int slot = slots.of(column);
        Optional<TableColumn> found = said.column(written.get(column), column);
        if (slot >= 0 && found.filter(one -> !one.isPlain()).isPresent()) {
          described[slot] = found.get();
        }
      }
    }

    /** Has cells say what the metadata make of them. */
    private void convert() {
      for (int slot = 0; slot < described.length; slot++) {
        if (described[slot] != null) {
          String text = row.count(slot) == 0 ? "" : row.value(slot, 0);
          TableColumn.Cell cell = described[slot].cell(text);
          if (!cell.fault().isEmpty()) {
            row.fail(cell.fault(), cell.detail());
            return;
          }
          row.set(slot, cell.values());
        }
      }
    }

    /** Whether a reference is to a column that the table does not have. */
    boolean lacks(String reference) {
      return !reference.equals(ROW_NUMBER)
          && !reference.equals(FILE_NAME)
          && metadata.map(m -> m.renamed(written, references)).orElse(written).stream()
              .noneMatch(column -> column.strip().equals(reference));
    }
  }
}
