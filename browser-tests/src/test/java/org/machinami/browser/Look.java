package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page as a visitor meets it.
 *
 * @param name of its picture in target/screenshots
 * @param width of the window in px
 */
record Look(String name, String path, String language, int width, ColorScheme style) {
  private static final boolean ALL = "all".equals(System.getProperty("machinami.looks"));

  /**
   * The page in both languages, on a phone and on a desk, light and dark, each at least once. Which
   * of these meet differs from page to page; all combinations, and those of a tablet, are looked at
   * in the nightly profile.
   */
  static Stream<Look> each(String name, String path) {
    List<Look> looks = new ArrayList<>();
    for (String language : List.of("ja", "en")) {
      for (int width : ALL ? List.of(360, 768, 1280) : List.of(360, 1280)) {
        for (ColorScheme style : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          looks.add(new Look(name, path, language, width, style));
        }
      }
    }
    if (ALL) {
      return looks.stream();
    }
    int one = Math.floorMod(name.hashCode(), looks.size());
    return Stream.of(looks.get(one), looks.get(looks.size() - 1 - one)); // its opposite in all
  }

  /** The same of pages whose pictures are named by their paths. */
  static Stream<Look> each(List<String> paths) {
    return paths.stream()
        .flatMap(
            path ->
                each(
                    path.equals("/") ? "home" : path.substring(1).replaceAll("[^a-z0-9]+", "-"),
                    path));
  }

  /** What a visitor does with the page before it is looked at. */
  interface Visit {
    void in(Page page) throws Exception;
  }

  /** Opens the page and holds it against all that every page must keep. */
  void check(Chromium chromium, String address, Visit visit) throws Exception {
    try (BrowserContext visitor = chromium.visitor(language, width, style, true)) {
      Watch watch = Watch.of(visitor, address);
      Page page = visitor.newPage();
      page.navigate(address + path);
      visit.in(page);
      assertEquals(language, page.locator("html").getAttribute("lang"));
      String dark = style == ColorScheme.DARK ? "-dark" : "";
      screenshot(page, name + "-" + language + "-" + width + dark);
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      assertTrue(wide <= width, this + " is " + wide + " px wide");
      assertEquals(List.of(), Watch.shifts(page), this + " moved while it was loaded");
      assertEquals(List.of(), watch.wrong(), toString());
      // What differs by style is colour.
      List<String> broken = style == ColorScheme.DARK ? Axe.brokenColours(page) : Axe.broken(page);
      assertEquals(List.of(), broken, toString());
    }
  }

  /**
   * The same of a page where somebody is at work: a picture on a phone and on a desk; nothing is
   * wider than the window, axe finds nothing.
   */
  static void atDesk(Page page, String name, String language) {
    for (int width : List.of(360, 1280)) {
      page.setViewportSize(width, 900);
      screenshot(page, name + "-" + language + "-" + width);
      int wide = (int) page.evaluate("document.documentElement.scrollWidth");
      assertTrue(wide <= width, name + " is " + wide + " px wide at " + width);
    }
    assertEquals(List.of(), Axe.broken(page), name);
    assertEquals(language, page.locator("html").getAttribute("lang"));
  }

  /**
   * Leaves a picture of the whole page in target/screenshots, where all looks were asked for: it
   * takes as long as what is tested.
   */
  static void screenshot(Page page, String name) {
    if (!ALL) {
      return;
    }
    Path file = Path.of("target", "screenshots", name + ".png");
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
