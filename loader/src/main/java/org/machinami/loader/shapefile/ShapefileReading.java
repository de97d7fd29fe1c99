package org.machinami.loader.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.archive.ArchiveEntry;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.archive.ZipArchive;
import org.machinami.loader.coordinates.ReferenceSystem;
import org.machinami.loader.source.OnDisk;
import org.machinami.loader.source.RowHandler;
import org.machinami.loader.source.SourceContent;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.SourceReader;

/**
 * A shapefile: its {@code .shp} with what lies beside it, or a zip archive that holds one. Each
 * record is a Feature: the attributes are references by their names, {@code geometry.wkt} is the
 * geometry in CRS84, {@code id} the number of the record.
 */
public final class ShapefileReading implements SourceReader {

  private final Optional<Charset> encoding;
  private final Optional<ReferenceSystem> crs;
  private final SourceLimits limits;
  private final ArchiveLimits archiveLimits;

  /**
   * @param crs as the mapping declares it, for files without {@code .prj}
   */
  public ShapefileReading(
      Optional<Charset> encoding,
      Optional<ReferenceSystem> crs,
      SourceLimits limits,
      ArchiveLimits archiveLimits) {
    this.encoding = encoding;
    this.crs = crs;
    this.limits = limits;
    this.archiveLimits = archiveLimits;
  }

  @Override
  public boolean givesFeatures() {
    return true;
  }

  @Override
  public SourceFinding read(
      SourceContent content,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    if (!content.name().toLowerCase(Locale.ROOT).endsWith(".zip")) {
      return new ShapeFile(content, encoding, crs, limits)
          .read(references, extraSlots, handler, inspector);
    }
    try (OnDisk file = OnDisk.of(content);
        ZipArchive archive = ZipArchive.open(file.path(), content.name(), archiveLimits)) {
      ArchiveEntry shape = only(archive, content.name());
      try (InputStream bytes = archive.open(shape)) {
        return new ShapeFile(
                SourceContent.ofEntry(archive, shape, content.name(), bytes), encoding, crs, limits)
            .read(references, extraSlots, handler, inspector);
      }
    }
  }

  private static ArchiveEntry only(ZipArchive archive, String name) {
    List<ArchiveEntry> shapes =
        archive.entries().stream()
            .filter(entry -> entry.name().toLowerCase(Locale.ROOT).endsWith(".shp"))
            .filter(entry -> !entry.name().startsWith("__MACOSX/"))
            .toList();
    if (shapes.isEmpty()) {
      throw new LoadException(Fault.DATA, "shapefile.none", name);
    }
    if (shapes.size() > 1) {
      throw new LoadException(
          Fault.FOLDER,
          "shapefile.several",
          name,
          String.join(", ", shapes.stream().map(ArchiveEntry::name).limit(20).toList()));
    }
    return shapes.get(0);
  }
}
