package org.machinami.loader.shapefile;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.shapefile.LittleEndian.CutException;
import org.machinami.loader.source.EncodingFinder;
import org.machinami.loader.source.SourceFinding;

/**
 * The table of attributes ({@code .dbf}, dBASE III and its descendants). The encoding is what the
 * mapping declares, what {@code .cpg} says, what the table's own mark says, or what the bytes look
 * like, in this order. Not thread-safe.
 */
final class Attributes {

  private static final int HEADER = 32;
  private static final int FIELD = 32;
  private static final int NAME = 11;
  private static final int END_OF_FIELDS = 0x0D;
  private static final int SAMPLE = 1 << 20;
  private static final Charset CP932 = Charset.forName("windows-31j");

  /** Marks of the code page of Japan: of DOS and of Windows. */
  private static final Set<Integer> JAPANESE = Set.of(0x13, 0x7B);

  /** A column. */
  private record Column(String name, char type, int length) {}

  private final String file;
  private final InputStream in;
  private final List<Column> columns = new ArrayList<>();
  private final long records;
  private final int recordLength;
  private final Charset charset;
  private final SourceFinding.How how;
  private long read;

  /**
   * Reads the header.
   *
   * @param most columns that there may be
   * @param stated the encoding as the mapping or {@code .cpg} states it
   */
  Attributes(String file, InputStream content, Optional<Charset> stated, int most)
      throws IOException, CutException {
    this.file = file;
    this.in = new BufferedInputStream(content, SAMPLE);
    ByteBuffer header = LittleEndian.read(in, HEADER);
    this.records = header.getInt(4) & 0xFFFFFFFFL;
    int headerLength = header.getShort(8) & 0xFFFF;
    this.recordLength = header.getShort(10) & 0xFFFF;
    int mark = header.get(29) & 0xFF;
    byte[] fields = new byte[Math.max(0, headerLength - HEADER)];
    if (headerLength > HEADER) {
      LittleEndian.read(in, fields.length).get(fields);
    }
    if (stated.isPresent()) {
      charset = stated.get();
      how = SourceFinding.How.DECLARED;
    } else if (JAPANESE.contains(mark)) {
      charset = CP932;
      how = SourceFinding.How.DECLARED;
    } else {
      charset = found(fields);
      how = SourceFinding.How.FOUND;
    }
    columns(fields, most);
  }

  /** The encoding that the first records, and the names, look like. */
  private Charset found(byte[] fields) throws IOException {
    in.mark(SAMPLE);
    byte[] sample = in.readNBytes(SAMPLE - 1);
    in.reset();
    byte[] all = new byte[sample.length + fields.length];
    System.arraycopy(sample, 0, all, 0, sample.length);
    for (int at = 0; at + FIELD <= fields.length; at += FIELD) {
      System.arraycopy(fields, at, all, sample.length + at, NAME);
    }
    return EncodingFinder.find(all, all.length);
  }

  private void columns(byte[] fields, int most) {
    Set<String> names = new HashSet<>();
    int length = 1;
    for (int at = 0; at + FIELD <= fields.length && fields[at] != END_OF_FIELDS; at += FIELD) {
      int size = fields[at + 16] & 0xFF;
      char type = (char) (fields[at + 11] & 0xFF);
      if (type == 'C') {
        size += (fields[at + 17] & 0xFF) << 8; // long texts use the byte of the decimals, too
      }
      String name = name(fields, at);
      columns.add(new Column(names.add(name) ? name : name + "_" + columns.size(), type, size));
      length += size;
    }
    if (columns.isEmpty() || length != recordLength) {
      throw new LoadException(Fault.DATA, "shapefile.table", file);
    }
    if (columns.size() > most) {
      throw new LoadException(Fault.DATA, "source.columns", file, 0, most);
    }
  }

  /** A name, without half a character at its end: the format cuts names by bytes. */
  private String name(byte[] fields, int at) {
    int end = at;
    while (end < at + NAME && fields[end] != 0) {
      end++;
    }
    String name = new String(fields, at, end - at, charset);
    return name.endsWith("\uFFFD") ? name.substring(0, name.length() - 1).strip() : name.strip();
  }

  /** How many records the header says there are. */
  long records() {
    return records;
  }

  Charset charset() {
    return charset;
  }

  SourceFinding.How how() {
    return how;
  }

  /**
   * The next record.
   *
   * @param to gets its values; fields without one are left out
   * @return why it cannot be used; empty when it can
   */
  Optional<String> next(ObjectNode to) throws IOException {
    byte[] record = new byte[recordLength];
    try {
      LittleEndian.read(in, recordLength).get(record);
    } catch (CutException e) {
      throw new LoadException(Fault.DATA, e, "shapefile.cut", file, read);
    }
    read++;
    if (record[0] == '*') {
      return Optional.of("row.shape-deleted");
    }
    int at = 1;
    for (Column column : columns) {
      try {
        value(to, column, record, at);
      } catch (CharacterCodingException e) {
        return Optional.of("row.undecodable");
      }
      at += column.length;
    }
    return Optional.empty();
  }

  private void value(ObjectNode to, Column column, byte[] record, int at)
      throws CharacterCodingException {
    if (column.type == 'I' && column.length == 4) {
      to.put(
          column.name,
          ByteBuffer.wrap(record, at, 4).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt());
      return;
    }
    int end = at + column.length;
    for (int i = at; i < end; i++) {
      if (record[i] == 0) {
        end = i;
      }
    }
    Charset of = column.type == 'C' || column.type == 'M' ? charset : StandardCharsets.ISO_8859_1;
    String text =
        of.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(record, at, end - at))
            .toString()
            .strip();
    if (text.isEmpty()) {
      return;
    }
    switch (column.type) {
      case 'N', 'F', 'O' -> number(to, column.name, text);
      case 'L' -> {
        if ("TtYy".contains(text) || "FfNn".contains(text)) {
          to.put(column.name, "TtYy".contains(text));
        }
      }
      case 'D' -> {
        if (text.matches("[0-9]{8}") && !text.equals("00000000")) {
          to.put(
              column.name,
              text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6));
        } else if (!text.equals("00000000")) {
          to.put(column.name, text);
        }
      }
      default -> to.put(column.name, text);
    }
  }

  /** A number as it is written; stars stand for one that found no room. */
  private static void number(ObjectNode to, String name, String text) {
    if (text.startsWith("*")) {
      return;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) < 400) {
        to.set(name, DecimalNode.valueOf(number));
        return;
      }
    } catch (NumberFormatException e) {
      // kept as it stands
    }
    to.put(name, text);
  }
}
