package org.machinami.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.machinami.loader.mapping.TripleSink;
import org.machinami.loader.source.ChangedRows;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.TableDifference;
import org.machinami.store.Store;
import org.machinami.store.StoreException;
import org.machinami.store.graph.GraphPatch;
import org.machinami.store.graph.GraphVersion;
import org.machinami.store.graph.LineHashes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the version of a data graph from the one that is there by mapping only the rows by which
 * the tables differ: the version that mapping all rows would give. Where it cannot, or where it
 * would not be less work, it says so and nothing has happened. To be used once.
 */
final class Refresh {

  private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);
  private static final Set<String> ENCODINGS = Set.of("US-ASCII", "UTF-8", "windows-31j", "EUC-JP");
  private static final int LEAST_BYTES = 1 << 16;
  private static final int MOST_BYTES = 8 << 20;
  private static final int SHARE = 4; // of a file, so much of it may differ: a quarter

  private final Store store;
  private final KnownTables known;
  private final List<SourceTable> tables;
  private final MappedTables before;
  private final LineChanges changes = new LineChanges();
  private final RowCounts removed = new RowCounts();
  private final RowCounts added = new RowCounts();
  private final RowGate gate;

  /**
   * From what the present data graph was mapped from to the tables as they are now.
   *
   * @param gate is shown the rows that were not there
   */
  Refresh(
      Store store, KnownTables known, List<SourceTable> tables, MappedTables before, RowGate gate) {
    this.gate = gate;
    this.store = store;
    this.known = known;
    this.tables = tables;
    this.before = before;
  }

  /** Compares the tables and maps the rows that changed; false where all have to be mapped. */
  boolean mapChanges() {
    if (tables.size() != before.tables().size()) {
      return false;
    }
    try {
      for (int i = 0; i < tables.size(); i++) {
        if (!mapChanges(tables.get(i), before.tables().get(i)) || !changes.inBounds()) {
          return false;
        }
      }
      return true;
    } catch (IOException | LoadException | StoreException e) {
      // Whatever it is, mapping all rows will come upon it and say where it is.
      LOG.debug("All rows are mapped again", e);
      return false;
    }
  }

  private boolean mapChanges(SourceTable table, MappedTables.Table old) throws IOException {
    if (!table.name().equals(old.finding().file()) || !table.splitsByBytes()) {
      return false;
    }
    SourceFinding now = encoding(table);
    Optional<Charset> encoding = common(old.finding().encoding(), now.encoding());
    if (encoding.isEmpty()) {
      return false;
    }
    Optional<TableDifference> found;
    try (InputStream earlier = known.open(old, store.versions());
        InputStream later = Files.newInputStream(table.path())) {
      found = table.difference(earlier, later, old.bad(), mostBytes(table));
    }
    if (found.isEmpty()) {
      return false;
    }
    TableDifference rows = found.get();
    map(
        table,
        rows.removed(),
        encoding.get(),
        sink(-1),
        (step, mapping, row) -> removed.count(mapping));
    map(table, rows.added(), encoding.get(), gate.before(sink(1)), gate.after(added));
    added.found(new SourceFinding(table.name(), now.encoding(), now.how(), rows.rows(), List.of()));
    return true;
  }

  private TripleSink sink(int weight) {
    return (buffer, offset, length, graph) -> changes.count(buffer, offset, length, weight);
  }

  private static void map(
      SourceTable table, ChangedRows rows, Charset encoding, TripleSink sink, RowTaker taker)
      throws IOException {
    if (rows.count() > 0) {
      table.map(rows, encoding, sink, taker);
    }
  }

  private static SourceFinding encoding(SourceTable table) throws IOException {
    try (InputStream in = Files.newInputStream(table.path())) {
      return table.reading().findEncoding(table.name(), in);
    }
  }

  /** The encoding that says the same of both states: one that is all ASCII is in any. */
  private static Optional<Charset> common(String earlier, String later) {
    String ascii = StandardCharsets.US_ASCII.name();
    if (!ENCODINGS.contains(earlier) || !ENCODINGS.contains(later)) {
      return Optional.empty();
    }
    if (earlier.equals(later) || earlier.equals(ascii)) {
      return Optional.of(Charset.forName(later));
    }
    return later.equals(ascii) ? Optional.of(Charset.forName(earlier)) : Optional.empty();
  }

  private static int mostBytes(SourceTable table) throws IOException {
    long share = Files.size(table.path()) / SHARE;
    return (int) Math.min(MOST_BYTES, Math.max(LEAST_BYTES, share));
  }

  /** What was counted before, but for the rows that changed. */
  void count(RowCounts into) {
    into.refresh(before, removed, added);
  }

  /**
   * Whether rows that stayed may say something else than the new ones, of things that both name.
   * Where the present version cannot be read, they may.
   *
   * @param once whether a line says something that may be said once of a thing
   */
  boolean contradicts(Predicate<Line> once) {
    try {
      return changes.contradict(store.versions(), before.graph(), before.repeated(), once);
    } catch (StoreException e) {
      LOG.debug("The present version cannot be read", e);
      return true;
    }
  }

  /**
   * Makes the version.
   *
   * @throws StoreException BLOB_MISSING or DAMAGED when the present version cannot be read;
   *     DISK_FULL, UNWRITABLE
   */
  GraphVersion finish() {
    Set<Line> uncertain = changes.uncertain(before.repeated());
    Set<Line> stay = uncertain.isEmpty() ? Set.of() : madeByOthers(uncertain);
    try (GraphPatch patch = store.patch(before.graph(), before.repeated())) {
      changes.apply(patch, stay::contains);
      return patch.finish();
    }
  }

  /** The lines that more than one row makes, when the version is made; others may be among them. */
  LineHashes repeated() {
    return before.repeated();
  }

  /** Maps all rows to see which of some lines are still made. */
  private Set<Line> madeByOthers(Set<Line> lines) {
    LineHashes wanted = new LineHashes();
    lines.forEach(line -> wanted.add(line.bytes(), 0, line.bytes().length));
    Set<Line> made = new HashSet<>();
    for (SourceTable table : tables) {
      try (InputStream in = Files.newInputStream(table.path())) {
        table.map(
            in,
            (buffer, offset, length, graph) -> {
              if (wanted.mayContain(buffer, offset, length)) {
                made.add(Line.of(buffer, offset, length));
              }
            });
      } catch (IOException e) {
        throw new LoadException(
            LoadException.Fault.ENVIRONMENT, e, "source.unreadable", table.path(), e.toString());
      }
    }
    return made;
  }
}
