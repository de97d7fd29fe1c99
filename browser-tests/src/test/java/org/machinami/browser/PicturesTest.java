package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/pictures has a picture of each kind of page. */
class PicturesTest {
  /** Beside those that other tests name: what is reached by links, and what somebody made. */
  private static final List<String> REACHED =
      List.of(
          "/datasets/hospitals/versions/1",
          "/publishers/sample-municipality",
          "/requests",
          "/requests/1",
          "/requests/new",
          "/steward",
          "/steward/drafts/1");

  private static Set<String> kinds(Stream<String> paths) {
    return paths
        .map(path -> path.replaceFirst("[?#].*", ""))
        .map(
            path ->
                path.replaceAll(
                    "/(datasets|versions|publishers|themes|vocab|municipality|coverage|requests"
                        + "|policy|clauses|drafts)/(?!new)[^/]+",
                    "/$1/*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyKindOfPage_hasAPicture() {
    Set<String> missing =
        kinds(Stream.of(PagesTest.PATHS, MapsTest.PATHS, REACHED).flatMap(paths -> paths.stream()));
    assertTrue(missing.size() > 30, missing.toString());
    missing.removeAll(kinds(Picture.ALL.stream().map(Picture::path)));
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyPicture_isThere_andNoOther() throws IOException {
    Set<String> files;
    try (Stream<Path> all = Files.list(Picture.FOLDER)) {
      files =
          all.map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
    }
    Set<String> listed =
        Picture.ALL.stream()
            .map(picture -> picture.file().getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(listed, files);
    assertEquals(Picture.ALL.size(), listed.size(), "two pictures have one name");
  }
}
