package org.machinami.web.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All rows in a file of JSON Lines, the same whatever database they come from: a head with the
 * format, a line for each row, at the end their number.
 */
public final class RecordsCopy {
  /** The file, in a backup and in a directory that was restored. */
  private static final String FILE = "records.jsonl";

  private static final Logger log = LoggerFactory.getLogger(RecordsCopy.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 1;
  private static final int ROWS_AT_ONCE = 500;
  private static final Map<String, CopiedTable> TABLES =
      CopiedTable.ALL.stream().collect(Collectors.toMap(CopiedTable::name, Function.identity()));

  private RecordsCopy() {}

  /**
   * Writes all rows, as they are at one moment, into a backup. What was there before is replaced
   * when the new file is whole.
   *
   * @return the number of rows
   * @throws RecordsException when the file cannot be written
   * @throws RecordsUnavailable when the database does not answer
   */
  public static long write(Records records, Path backup) {
    Path file = backup.resolve(FILE);
    Path unfinished = backup.resolve(FILE + ".new");
    try {
      long rows;
      try (BufferedWriter out = Files.newBufferedWriter(unfinished)) {
        rows = records.atOneMoment(handle -> write(handle, out));
      }
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return rows;
    } catch (IOException | UncheckedIOException e) {
      throw new RecordsException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static long write(Handle handle, BufferedWriter out) {
    line(out, JSON.createObjectNode().put("format", FORMAT));
    long rows = 0;
    for (CopiedTable table : CopiedTable.ALL) {
      try (ResultIterator<ObjectNode> result =
          handle
              .createQuery(table.query())
              .setFetchSize(ROWS_AT_ONCE)
              .map((row, context) -> table.row(row))
              .iterator()) {
        while (result.hasNext()) {
          ObjectNode line = JSON.createObjectNode().put("table", table.name());
          line.set("row", result.next());
          line(out, line);
          rows++;
        }
      }
    }
    line(out, JSON.createObjectNode().put("rows", rows));
    return rows;
  }

  private static void line(BufferedWriter out, ObjectNode line) {
    try {
      out.write(line.toString());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lays what a backup holds of records beside an embedded database that is not there yet; {@link
   * Records#open} takes it in. A backup without records is none of ours to complain about.
   *
   * @param data a data directory just restored
   */
  public static void lay(Path backup, Path data) {
    Path file = backup.resolve(FILE);
    if (Files.exists(file)) {
      Path target = Records.folder(data).resolve(FILE);
      try {
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      } catch (IOException e) {
        throw new RecordsException(target + " cannot be written: " + e.getMessage(), e);
      }
    }
  }

  /** Takes in what {@link #lay} left, all of it or nothing, where the database has no rows yet. */
  static void takeIn(Records records, Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return;
    }
    try {
      if (records.ask(RecordsCopy::isEmpty)) {
        long rows = records.durably(handle -> read(handle, file));
        log.info("{} rows of the backup are taken in", rows);
        Files.delete(file);
      } else {
        Path aside = folder.resolve(FILE + ".not-needed");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        log.warn("The database of records has rows already; those of the backup lie in {}", aside);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new RecordsException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isEmpty(Handle handle) {
    return CopiedTable.ALL.stream()
        .allMatch(
            table ->
                handle.createQuery("SELECT count(*) FROM " + table.name()).mapTo(Long.class).one()
                    == 0);
  }

  private static long read(Handle handle, Path file) {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      JsonNode head = JSON.readTree(String.valueOf(in.readLine()));
      if (head.path("format").asInt() != FORMAT) {
        throw damaged(file, 1, "it is not of format " + FORMAT);
      }
      return new RowReader(handle, file).read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordsException damaged(Path file, long line, String why) {
    return new RecordsException(
        file
            + " is damaged at line "
            + line
            + ": "
            + why
            + ". Nothing of it was taken in; restore from another backup, or delete the file to go"
            + " on without its records.");
  }

  /** Rows on their way into the database, in batches of one table. */
  private static final class RowReader {
    private final Handle handle;
    private final Path file;
    private long lines = 1;

    RowReader(Handle handle, Path file) {
      this.handle = handle;
      this.file = file;
    }

    /** Returns the number of rows, which the last line has to say, too. */
    long read(BufferedReader in) throws IOException {
      long rows = 0;
      PreparedBatch batch = null;
      CopiedTable open = null;
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        lines++;
        JsonNode line = JSON.readTree(text);
        if (line.has("rows")) {
          execute(batch);
          if (line.get("rows").asLong() != rows) {
            throw damaged(file, lines, rows + " rows came before it");
          }
          return rows;
        }
        CopiedTable table = TABLES.get(line.path("table").asText());
        if (table == null) {
          throw damaged(file, lines, "there is no such table");
        }
        if (batch == null || !table.equals(open) || batch.size() >= ROWS_AT_ONCE) {
          execute(batch);
          batch = handle.prepareBatch(table.insert());
          open = table;
        }
        bind(batch, table, line.path("row"));
        rows++;
      }
      throw damaged(file, lines, "it ends before its last line");
    }

    private void bind(PreparedBatch batch, CopiedTable table, JsonNode row) {
      try {
        for (CopiedTable.Column column : table.columns()) {
          batch.bind(column.name(), CopiedTable.value(row, column));
        }
      } catch (IllegalArgumentException | DateTimeException e) {
        throw damaged(file, lines, e.getMessage());
      }
      batch.add();
    }

    private static void execute(PreparedBatch batch) {
      if (batch != null && batch.size() > 0) {
        batch.execute();
      }
    }
  }
}
