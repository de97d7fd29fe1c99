package org.machinami.loader.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.LoadException;

/** Files of formats that give Features are proposed and previewed like GeoJSON. */
class FeatureFilesTest {

  @TempDir private Path folder;

  private Path copy(String name) throws IOException {
    try (var in = FeatureFilesTest.class.getResourceAsStream("/org/machinami/loader/" + name)) {
      Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
      Files.copy(in, file);
      return file;
    }
  }

  private static void assertPreviewed(Path file, int rows) {
    Preview preview =
        Proposal.of(FileProfiler.profile(file)).preview(file, "https://city.example/", 5);
    assertEquals(rows, preview.items().size());
    assertTrue(preview.items().get(0).refused().isEmpty());
    assertTrue(
        preview.items().get(0).graph().stream()
            .anyMatch(triple -> triple.getPredicate().getURI().endsWith("#asWKT")));
  }

  @Test
  void propose_shapefile_besideOrInAZip_isPreviewed() throws IOException {
    for (String ending : List.of("dbf", "prj", "cpg")) {
      copy("shapefile/a." + ending);
    }
    Path shp = copy("shapefile/a.shp");
    assertPreviewed(shp, 2);
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String ending : List.of("shp", "dbf", "prj", "cpg")) {
        out.putNextEntry(new ZipEntry("a." + ending));
        Files.copy(folder.resolve("a." + ending), out);
      }
    }
    assertPreviewed(zip, 2);
  }

  @Test
  void propose_geoParquet_isPreviewed() throws IOException {
    assertPreviewed(copy("parquet/places.parquet"), 1);
  }

  @Test
  void propose_feed_saysThatItNeedsNoMapping() throws IOException {
    Path zip = folder.resolve("feed.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("stop_times.txt"));
    }
    LoadException e = assertThrows(LoadException.class, () -> FileProfiler.profile(zip));
    assertEquals("propose.feed", e.key());
  }

  @Test
  void propose_otherFormat_listsWhatIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("a.dwg"), "x");
    LoadException e = assertThrows(LoadException.class, () -> FileProfiler.profile(file));
    assertEquals("propose.format", e.key());
    for (String format :
        List.of("CSV", "Excel", "GeoJSON", "Shapefile", "CityGML", "Parquet", "GTFS")) {
      assertTrue(e.getMessage().contains(format), format);
    }
  }
}
