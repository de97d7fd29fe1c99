package org.machinami.loader.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * Copies a table of comma-separated values with other texts in some cells; all else stays as it is,
 * byte for byte: encoding, quotes, ends of lines. Streams. Immutable.
 */
public final class CellRewriting {

  /**
   * Encodings in which no byte of a longer character looks like a quote, a comma or a line's end.
   */
  private static final Set<String> ENCODINGS = Set.of("US-ASCII", "UTF-8", "windows-31j", "EUC-JP");

  private static final char PLAIN = '@';

  /**
   * Where a cell stands, as editors count.
   *
   * @param line from 1
   * @param column from 1, in UTF-16 code units
   * @param endLine of what is behind the cell
   * @param endColumn of what is behind the cell
   */
  public record Place(long line, int column, long endLine, int endColumn) {}

  /** Says what cells become. */
  public interface Change {

    /** The names of the columns. */
    void header(List<String> names);

    /** Whether cells of the row, from 1, are to be looked at. */
    boolean isWanted(long row);

    /**
     * What a cell becomes; empty to leave it as it is.
     *
     * @param column from 0
     */
    Optional<String> change(long row, int column, String text, Place place);
  }

  private final String name;
  private final char delimiter;
  private final int skippedLines;
  private final Charset charset;

  /**
   * @param name of the file, for messages
   * @param skippedLines above the header
   * @param charset that the file was found to be in
   * @throws LoadException when its cells cannot be told apart by their bytes
   */
  public CellRewriting(String name, char delimiter, int skippedLines, Charset charset) {
    if (!ENCODINGS.contains(charset.name()) || delimiter >= PLAIN) {
      throw new LoadException(Fault.DATA, "repair.encoding", name, charset.name());
    }
    this.name = name;
    this.delimiter = delimiter;
    this.skippedLines = skippedLines;
    // What is all ASCII so far may come to hold more.
    this.charset =
        charset.name().equals("US-ASCII") ? java.nio.charset.StandardCharsets.UTF_8 : charset;
  }

  /**
   * Copies.
   *
   * @param content is read to its end, or where the last cell that is wanted has been
   * @throws LoadException when the encoding of the file cannot write a text
   */
  public void copy(InputStream content, OutputStream target, Change change) throws IOException {
    RecordReader reader = new RecordReader(content, delimiter);
    byte[] head = reader.head(skippedLines);
    target.write(head);
    byte[] header = reader.header();
    List<String> names = new ArrayList<>();
    for (Cell cell : cells(header)) {
      names.add(text(header, cell));
    }
    change.header(names);
    long line = 1L + lines(head, 0, head.length);
    for (RawRecord record = reader.read(); record != null; record = reader.read()) {
      byte[] bytes = record.content();
      if (change.isWanted(record.number())) {
        write(record.number(), line, bytes, target, change);
      } else {
        target.write(bytes);
      }
      byte[] end = reader.lineEnd();
      target.write(end);
      line += lines(bytes, 0, bytes.length) + (end.length > 0 ? 1 : 0);
    }
  }

  /** The bytes of a cell, quotes among them. */
  private record Cell(int from, int to) {}

  private List<Cell> cells(byte[] record) {
    List<Cell> cells = new ArrayList<>();
    int from = 0;
    boolean inQuotes = false;
    boolean quoted = false;
    for (int at = 0; at < record.length; at++) {
      if (record[at] == '"' && (quoted || at == from)) {
        inQuotes = !inQuotes;
        quoted = true;
      } else if (record[at] == delimiter && !inQuotes) {
        cells.add(new Cell(from, at));
        from = at + 1;
        quoted = false;
      }
    }
    cells.add(new Cell(from, record.length));
    return cells;
  }

  private String text(byte[] record, Cell cell) {
    String text = new String(record, cell.from, cell.to - cell.from, charset);
    if (!text.startsWith("\"")) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    boolean inQuotes = true;
    for (int at = 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '"' || !inQuotes) {
        plain.append(c);
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
        plain.append('"');
        at++;
      } else {
        inQuotes = false;
      }
    }
    return plain.toString();
  }

  private void write(long row, long line, byte[] record, OutputStream target, Change change)
      throws IOException {
    int column = 0;
    int written = 0;
    for (Cell cell : cells(record)) {
      String before = text(record, cell);
      Optional<String> after = change.change(row, column++, before, place(line, record, cell));
      if (after.isPresent()) {
        target.write(record, written, cell.from - written);
        target.write(encoded(after.get(), cell.from < cell.to && record[cell.from] == '"'));
        written = cell.to;
      }
    }
    target.write(record, written, record.length - written);
  }

  private Place place(long line, byte[] record, Cell cell) {
    return new Place(
        line + lines(record, 0, cell.from),
        column(record, cell.from),
        line + lines(record, 0, cell.to),
        column(record, cell.to));
  }

  private int column(byte[] record, int at) {
    int from = at;
    while (from > 0 && record[from - 1] != '\n' && record[from - 1] != '\r') {
      from--;
    }
    return 1 + new String(record, from, at - from, charset).length();
  }

  private static long lines(byte[] bytes, int from, int to) {
    long lines = 0;
    for (int at = from; at < to; at++) {
      boolean half = bytes[at] == '\r' && at + 1 < to && bytes[at + 1] == '\n';
      lines += (bytes[at] == '\n' || bytes[at] == '\r') && !half ? 1 : 0;
    }
    return lines;
  }

  private byte[] encoded(String text, boolean quoted) {
    boolean needed =
        text.indexOf(delimiter) >= 0
            || text.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r');
    String written = quoted || needed ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    try {
      ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(written));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      throw new LoadException(Fault.DATA, e, "repair.unwritable", name, text, charset.name());
    }
  }

  /** The text of a cell as it is written in a file. */
  public String written(String text, boolean quoted) {
    return new String(encoded(text, quoted), charset);
  }
}
