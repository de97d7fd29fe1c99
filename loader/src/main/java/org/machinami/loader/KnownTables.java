package org.machinami.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.machinami.loader.source.SourceFinding;
import org.machinami.store.disk.Disk;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.graph.LineHashes;
import org.machinami.store.ledger.Hash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps, beside the ledger, what the data graph of a dataset was mapped from. That may be lost: the
 * next load then maps all rows. To be closed.
 */
final class KnownTables implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KnownTables.class);

  private final Path file;
  private final Hash plan;
  private final Function<Path, Hash> versions;
  private final TableCopies copies;
  private List<SourceTable> tables = List.of();

  /**
   * In a directory that is made when it is needed.
   *
   * @param plan what makes the graph besides the tables
   * @param versions writes a file that the store is to keep, unless it did, when it is asked
   */
  KnownTables(Path directory, String dataset, Hash plan, Function<Path, Hash> versions) {
    String name = Hash.of(dataset.getBytes(StandardCharsets.UTF_8)).hex();
    this.file = directory.resolve(name);
    this.plan = plan;
    this.versions = versions;
    this.copies = new TableCopies(directory, name);
  }

  /** What a graph was mapped from by the same plan; empty when that is not known. */
  Optional<MappedTables> find(Hash graph) {
    try {
      return Optional.of(MappedTables.parse(Files.readAllBytes(file)))
          .filter(found -> found.graph().equals(graph) && found.plan().equals(plan));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("{} cannot be used, so all rows are mapped again: {}", file, e.toString());
      return Optional.empty();
    }
  }

  /** The bytes of a table as they were when it was mapped; to be closed. */
  InputStream open(MappedTables.Table table, GraphVersions versions) throws IOException {
    return table.stored() ? versions.file(table.content()) : copies.open(table.content());
  }

  /** Begins to copy those of the tables to be mapped that the store does not keep. */
  void copy(List<SourceTable> toMap) {
    tables = toMap;
    toMap.stream().filter(table -> !table.stored()).forEach(table -> copies.begin(table.path()));
  }

  /**
   * Keeps what a graph was just mapped from, if that is of use; a failure is logged and costs no
   * more than time.
   *
   * @param counts of the rows of the tables
   * @param sound whether nothing was found in any row, and none needed what another one says
   * @param repeated lines that more than one row made
   */
  void keep(Hash graph, RowCounts counts, boolean sound, LineHashes repeated) {
    try {
      Optional<MappedTables> mapped = mapped(graph, counts, sound, repeated);
      if (mapped.isEmpty()) {
        Disk.deleteQuietly(file);
        return;
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.createDirectories(file.getParent());
      Files.write(fresh, mapped.get().toBytes());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      Set<Hash> copied = new HashSet<>();
      mapped.get().tables().stream()
          .filter(table -> !table.stored())
          .forEach(table -> copied.add(table.content()));
      copies.deleteAllBut(copied);
    } catch (IOException e) {
      LOG.warn("{} cannot be written, so the next load maps all rows: {}", file, e.toString());
      Disk.deleteQuietly(file);
    }
  }

  private Optional<MappedTables> mapped(
      Hash graph, RowCounts counts, boolean sound, LineHashes repeated) throws IOException {
    List<MappedTables.Table> known = new ArrayList<>();
    for (SourceTable table : tables) {
      Optional<List<Long>> bad = counts.badRows(table.name());
      Optional<Hash> content =
          table.stored() ? Optional.of(versions.apply(table.path())) : copies.await(table.path());
      if (bad.isEmpty() || content.isEmpty() || table.changed()) {
        return Optional.empty();
      }
      SourceFinding finding =
          counts.findings().stream()
              .filter(found -> found.file().equals(table.name()))
              .findFirst()
              .orElseThrow();
      known.add(new MappedTables.Table(finding, content.get(), table.stored(), bad.get()));
    }
    return Optional.of(
        new MappedTables(graph, plan, known, counts.mapped(), counts.skipped(), sound, repeated));
  }

  /** Waits for copies that are still being made. */
  @Override
  public void close() {
    copies.close();
  }
}
