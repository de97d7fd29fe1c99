package org.machinami.loader.format;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.citygml.CityGmlReading;
import org.machinami.loader.coordinates.ReferenceSystem;
import org.machinami.loader.excel.ExcelReading;
import org.machinami.loader.gtfs.GtfsReading;
import org.machinami.loader.mapping.LogicalSource;
import org.machinami.loader.mapping.LogicalSource.Formulation;
import org.machinami.loader.parquet.ParquetReading;
import org.machinami.loader.shapefile.ShapefileReading;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.GeoJsonLines;
import org.machinami.loader.source.JsonReading;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.SourceReader;

/** The readers of all formats. */
public final class Formats {

  private static final SourceLimits LIMITS = SourceLimits.DEFAULT;
  private static final ArchiveLimits ARCHIVES = ArchiveLimits.DEFAULT;

  private Formats() {}

  /**
   * The reader of a source.
   *
   * @param encoding as it was declared; empty: found
   * @throws LoadException when the mapping asks for what the format has not
   */
  public static SourceReader reader(LogicalSource source, Optional<Charset> encoding) {
    return switch (source.formulation()) {
      case CSV -> new CsvReading(source.delimiter(), source.skippedLines(), encoding, LIMITS);
      case JSON -> JsonReading.json(source.iterator(), encoding, LIMITS);
      case GEOJSON -> JsonReading.geoJson(encoding, LIMITS);
      case GEOJSON_LINES -> new GeoJsonLines(encoding, LIMITS);
      case EXCEL -> new ExcelReading(source.sheet(), source.skippedLines(), LIMITS, ARCHIVES);
      case SHAPEFILE -> new ShapefileReading(encoding, crs(source), LIMITS, ARCHIVES);
      case CITYGML -> new CityGmlReading(source.iterator(), crs(source), LIMITS);
      case GTFS -> new GtfsReading(source.iterator(), encoding, LIMITS, ARCHIVES);
      case PARQUET -> new ParquetReading(LIMITS);
    };
  }

  /** The reader of a format with nothing said about the source. */
  public static SourceReader reader(Formulation formulation) {
    return reader(
        new LogicalSource(
            "",
            formulation,
            "",
            ',',
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()),
        Optional.empty());
  }

  /**
   * The format of a file that holds Features, by its name in small letters; of GeoJSON itself and
   * of archives nothing is said.
   */
  public static Optional<Formulation> features(String name) {
    if (name.endsWith(".ndgeojson") || name.endsWith(".geojsonl") || name.endsWith(".geojsons")) {
      return Optional.of(Formulation.GEOJSON_LINES);
    }
    if (name.endsWith(".gml")) {
      return Optional.of(Formulation.CITYGML);
    }
    if (name.endsWith(".parquet")) {
      return Optional.of(Formulation.PARQUET);
    }
    return name.endsWith(".shp") ? Optional.of(Formulation.SHAPEFILE) : Optional.empty();
  }

  private static Optional<ReferenceSystem> crs(LogicalSource source) {
    return source
        .crs()
        .map(
            name ->
                ReferenceSystem.find(name)
                    .orElseThrow(
                        () ->
                            new LoadException(
                                Fault.FOLDER,
                                "mapping.crs",
                                source.source(),
                                name,
                                ReferenceSystem.KNOWN)));
  }
}
