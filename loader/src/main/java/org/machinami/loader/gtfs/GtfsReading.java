package org.machinami.loader.gtfs;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.source.RowHandler;
import org.machinami.loader.source.SourceContent;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.SourceReader;

/**
 * One table of a feed: a file of it ({@code stops}), the days on which each service runs ({@code
 * service-days}), or the lines that shapes draw ({@code shape-lines}).
 */
public final class GtfsReading implements SourceReader {

  static final String SERVICE_DAYS = "service-days";
  static final String SHAPE_LINES = "shape-lines";

  private final String table;
  private final Optional<Charset> encoding;
  private final SourceLimits limits;
  private final ArchiveLimits archiveLimits;

  /**
   * @param table its name
   * @throws LoadException when feeds have no such table
   */
  public GtfsReading(
      String table, Optional<Charset> encoding, SourceLimits limits, ArchiveLimits archiveLimits) {
    boolean derived = table.equals(SERVICE_DAYS) || table.equals(SHAPE_LINES);
    if (!derived && FeedTable.find(table).isEmpty()) {
      throw new LoadException(
          Fault.FOLDER,
          "gtfs.table",
          table,
          String.join(", ", FeedTable.names()),
          SERVICE_DAYS,
          SHAPE_LINES);
    }
    this.table = table;
    this.encoding = encoding;
    this.limits = limits;
    this.archiveLimits = archiveLimits;
  }

  @Override
  public String partOf(String name) {
    return name + "!" + file();
  }

  private String file() {
    return switch (table) {
      case SERVICE_DAYS -> "calendar.txt";
      case SHAPE_LINES -> "shapes.txt";
      default -> FeedTable.find(table).orElseThrow().file();
    };
  }

  @Override
  public SourceFinding read(
      SourceContent content,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    try (Feed feed = Feed.open(content, encoding, limits, archiveLimits)) {
      String name = content.name();
      return switch (table) {
        case SERVICE_DAYS -> ServiceDays.read(feed, name, references, extraSlots, handler);
        case SHAPE_LINES -> ShapeLines.read(feed, name, references, extraSlots, handler, inspector);
        default ->
            new TranslatedTable(feed, name, FeedTable.find(table).orElseThrow())
                .read(references, extraSlots, handler, inspector);
      };
    }
  }
}
