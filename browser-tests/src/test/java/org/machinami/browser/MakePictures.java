package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the pictures of the README anew, in docs/pictures. Run by name only:
 *
 * <pre>./test -pl browser-tests -am -Dtest=MakePictures -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class MakePictures {
  private static final int MOST_BYTES = 150_000;

  /** A page, as a visitor sees it first. */
  private record Picture(
      String name, String path, String language, int width, int height, ColorScheme style) {}

  private static final List<Picture> PICTURES =
      List.of(
          desk("home", "/", "ja"),
          new Picture("home-night", "/", "en", 1280, 800, ColorScheme.DARK),
          desk("datasets", "/datasets", "ja"),
          desk("dataset", "/datasets/hospitals", "ja"),
          desk("map", "/datasets/people-flow/map", "ja"),
          desk("theme", "/themes/mobility", "ja"),
          desk("thing", "/doc/municipality/13104", "ja"),
          desk("coverage", "/coverage", "ja"),
          desk("glossary", "/glossary", "ja"),
          desk("policy", "/policy/1", "ja"),
          desk("request", "/requests/new", "ja"),
          desk("sparql", "/sparql", "en"),
          phone("home", "/", "ja"),
          phone("datasets", "/datasets", "ja"),
          phone("dataset", "/datasets/hospitals", "en"),
          phone("map", "/datasets/building-blocks/map", "en"),
          phone("coverage", "/coverage", "ja"),
          phone("glossary", "/glossary", "ja"));

  @TempDir private Path directory;

  private static Picture desk(String name, String path, String language) {
    return new Picture(name + "-1280", path, language, 1280, 800, ColorScheme.LIGHT);
  }

  private static Picture phone(String name, String path, String language) {
    return new Picture(name + "-360", path, language, 360, 780, ColorScheme.LIGHT);
  }

  @Test
  void docs() throws Exception {
    Path folder =
        Files.createDirectories(Path.of(System.getProperty("machinami.home"), "docs", "pictures"));
    try (DemoCity city = DemoCity.start(directory.resolve("data"));
        Chromium chromium = Chromium.start()) {
      for (Picture picture : PICTURES) {
        try (BrowserContext visitor =
            chromium.visitor(picture.language(), picture.width(), picture.style(), true)) {
          Page page = visitor.newPage();
          page.setViewportSize(picture.width(), picture.height());
          page.navigate(city.address() + picture.path());
          if (picture.name().startsWith("map")) {
            page.locator("[data-map][data-state=ready]").waitFor();
          }
          Path file = folder.resolve(picture.name() + ".png");
          BufferedImage shot = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
          ImageIO.write(Palette.reduced(shot), "png", file.toFile());
          assertTrue(Files.size(file) <= MOST_BYTES, file + " has " + Files.size(file) + " bytes");
        }
      }
    }
  }
}
