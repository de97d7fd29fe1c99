package org.machinami.loader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.machinami.loader.source.SourceFinding;
import org.machinami.store.graph.LineHashes;
import org.machinami.store.ledger.Hash;

/**
 * What a data graph was mapped from: with it, the next load need only map the rows that changed. It
 * holds whatever became of the graph, and may be lost at any time.
 *
 * @param graph version of the data graph
 * @param plan of mappings, settings and program: what makes the graph besides the tables
 * @param tables in the order of the mapping
 * @param mapped rows
 * @param skipped rows
 * @param sound whether nothing was found in any row, and none needed what another one says
 * @param repeated lines that more than one row made
 */
record MappedTables(
    Hash graph,
    Hash plan,
    List<Table> tables,
    long mapped,
    long skipped,
    boolean sound,
    LineHashes repeated) {

  private static final int FORMAT = 0x4D4D5432; // "MMT2"

  /** So many bad rows are known by number; with more, a load maps all rows again. */
  static final int MOST_BAD = 100_000;

  /**
   * A table.
   *
   * @param finding about the file, with the number of its rows
   * @param content hash of the version where the store keeps the file, else of its copy
   * @param stored whether the store keeps the file
   * @param bad numbers of the rows that could not be mapped, in order
   */
  record Table(SourceFinding finding, Hash content, boolean stored, List<Long> bad) {
    Table {
      Objects.requireNonNull(finding, "finding");
      Objects.requireNonNull(content, "content");
      bad = List.copyOf(bad);
    }
  }

  MappedTables {
    Objects.requireNonNull(graph, "graph");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(repeated, "repeated");
    tables = List.copyOf(tables);
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.writeBytes(Hash.of(bytes.toByteArray()).bytes());
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IOException when these bytes are anything else
   */
  static MappedTables parse(byte[] bytes) throws IOException {
    int end = bytes.length - Hash.BYTES;
    if (end < 0
        || !Hash.of(bytes, 0, end)
            .equals(Hash.wrap(Arrays.copyOfRange(bytes, end, bytes.length)))) {
      throw new IOException("it was not written to its end");
    }
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes, 0, end)));
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(FORMAT);
    out.write(graph.bytes());
    out.write(plan.bytes());
    out.writeInt(tables.size());
    for (Table table : tables) {
      out.writeUTF(table.finding().file());
      out.writeUTF(table.finding().encoding());
      out.writeUTF(table.finding().how().name());
      out.writeLong(table.finding().rows());
      out.write(table.content().bytes());
      out.writeBoolean(table.stored());
      out.writeInt(table.bad().size());
      for (long row : table.bad()) {
        out.writeLong(row);
      }
    }
    out.writeLong(mapped);
    out.writeLong(skipped);
    out.writeBoolean(sound);
    repeated.write(out);
  }

  private static MappedTables read(DataInputStream in) throws IOException {
    if (in.readInt() != FORMAT) {
      throw new IOException("it has another format");
    }
    Hash graph = hash(in);
    Hash plan = hash(in);
    List<Table> tables = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String file = in.readUTF();
      String encoding = in.readUTF();
      SourceFinding.How how = SourceFinding.How.valueOf(in.readUTF());
      SourceFinding finding = new SourceFinding(file, encoding, how, in.readLong(), List.of());
      Hash content = hash(in);
      boolean stored = in.readBoolean();
      List<Long> bad = new ArrayList<>();
      for (int rows = in.readInt(); rows > 0; rows--) {
        bad.add(in.readLong());
      }
      tables.add(new Table(finding, content, stored, bad));
    }
    return new MappedTables(
        graph, plan, tables, in.readLong(), in.readLong(), in.readBoolean(), LineHashes.read(in));
  }

  private static Hash hash(DataInputStream in) throws IOException {
    byte[] bytes = new byte[Hash.BYTES];
    in.readFully(bytes);
    return Hash.wrap(bytes);
  }
}
