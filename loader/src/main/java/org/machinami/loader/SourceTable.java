package org.machinami.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.mapping.TripleSink;
import org.machinami.loader.source.ChangedRows;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.TableDifference;

/**
 * A table whose rows are mapped one by one, each without regard to the others.
 *
 * @param name as positions have it
 * @param path where it lies
 * @param stamp its length and time when it was first looked at
 * @param stored whether the store keeps the file once the dataset is admitted
 */
record SourceTable(
    String name,
    Path path,
    Stamp stamp,
    boolean stored,
    CsvReading reading,
    MappingPlan.Step step) {

  /** What tells that a file was written meanwhile. */
  record Stamp(long length, FileTime modified) {
    static Stamp of(Path path) throws IOException {
      return new Stamp(Files.size(path), Files.getLastModifiedTime(path));
    }
  }

  static SourceTable of(
      String name, Path path, boolean stored, CsvReading reading, MappingPlan.Step step) {
    try {
      return new SourceTable(name, path, Stamp.of(path), stored, reading, step);
    } catch (IOException e) {
      throw new LoadException(
          LoadException.Fault.ENVIRONMENT, e, "source.unreadable", path, e.toString());
    }
  }

  /** Whether the file was written since. */
  boolean changed() throws IOException {
    return !Stamp.of(path).equals(stamp);
  }

  /** Bytes below this one are no part of a longer character, in any encoding of Japanese. */
  private static final char PLAIN = '@';

  /** Whether its records can be told apart without decoding them. */
  boolean splitsByBytes() {
    return reading.delimiter() < PLAIN;
  }

  /** The rows by which it differs from an earlier state; empty where more than {@code most} do. */
  Optional<TableDifference> difference(
      InputStream earlier, InputStream later, List<Long> bad, int most) throws IOException {
    return TableDifference.of(
        earlier, later, reading.delimiter(), reading.skippedLines(), bad, most);
  }

  /** Maps all rows. */
  void map(InputStream content, TripleSink sink) throws IOException {
    reading.read(
        name, content, step.references(), step.extraSlots(), row -> step.function().map(row, sink));
  }

  /** Maps some rows. */
  void map(ChangedRows rows, Charset encoding, TripleSink sink, RowTaker taker) throws IOException {
    reading.read(
        name,
        rows,
        encoding,
        step.references(),
        step.extraSlots(),
        row -> taker.row(step, step.function().map(row, sink), row));
  }
}
