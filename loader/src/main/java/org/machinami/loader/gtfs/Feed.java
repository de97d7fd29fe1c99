package org.machinami.loader.gtfs;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.archive.ArchiveEntry;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.archive.ZipArchive;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.OnDisk;
import org.machinami.loader.source.RowHandler;
import org.machinami.loader.source.SourceContent;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;

/** An opened feed. Not thread-safe. */
final class Feed implements Closeable {

  private final String name;
  private final OnDisk file;
  private final ZipArchive archive;
  private final Optional<Charset> encoding;
  private final CsvReading csv;

  private Feed(
      String name,
      OnDisk file,
      ZipArchive archive,
      Optional<Charset> encoding,
      SourceLimits limits) {
    this.name = name;
    this.file = file;
    this.archive = archive;
    this.encoding = encoding;
    this.csv = new CsvReading(',', 0, encoding, limits).lenient();
  }

  /**
   * Opens a feed.
   *
   * @throws LoadException when it is no archive, or lacks a table that every feed has
   */
  static Feed open(
      SourceContent content,
      Optional<Charset> encoding,
      SourceLimits limits,
      ArchiveLimits archiveLimits)
      throws IOException {
    OnDisk file = OnDisk.of(content);
    try {
      Feed feed =
          new Feed(
              content.name(),
              file,
              ZipArchive.open(file.path(), content.name(), archiveLimits),
              encoding,
              limits);
      try {
        feed.requireTables();
        return feed;
      } catch (LoadException e) {
        feed.archive.close();
        throw e;
      }
    } catch (LoadException e) {
      file.close();
      throw e;
    }
  }

  private void requireTables() {
    List<String> missing =
        FeedTable.needed().stream().filter(table -> find(table).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new LoadException(
          Fault.DATA, "gtfs.missing-file", name, String.join(".txt, ", missing) + ".txt");
    }
    if (find("calendar").isEmpty() && find("calendar_dates").isEmpty()) {
      throw new LoadException(Fault.DATA, "gtfs.no-calendar", name);
    }
  }

  /** The file of a table: nearest to the top, where several folders have one. */
  private Optional<ArchiveEntry> find(String table) {
    String wanted = table + ".txt";
    return archive.entries().stream()
        .filter(entry -> last(entry.name()).toLowerCase(Locale.ROOT).equals(wanted))
        .filter(entry -> !entry.name().startsWith("__MACOSX/"))
        .min(
            Comparator.comparingLong((ArchiveEntry entry) -> depth(entry.name()))
                .thenComparing(ArchiveEntry::name));
  }

  private static String last(String entry) {
    return entry.substring(entry.lastIndexOf('/') + 1);
  }

  private static long depth(String entry) {
    return entry.chars().filter(c -> c == '/').count();
  }

  /**
   * Reads a table; one that the feed leaves out has no rows. Blanks around values are taken off.
   *
   * @return what was found
   */
  SourceFinding read(
      String table,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    String shown = name + "!" + table + ".txt";
    Optional<ArchiveEntry> entry = find(table);
    if (entry.isEmpty()) {
      return new SourceFinding(
          shown,
          encoding.map(Charset::name).orElse("US-ASCII"),
          SourceFinding.How.FOUND,
          0,
          List.of());
    }
    try (InputStream bytes = archive.open(entry.get())) {
      return csv.read(
          shown,
          bytes,
          references,
          extraSlots,
          row -> {
            row.strip();
            handler.row(row);
          },
          inspector);
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
    file.close();
  }
}
