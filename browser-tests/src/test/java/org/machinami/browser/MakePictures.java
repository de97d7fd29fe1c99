package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path directory;

  @Test
  void docs() throws Exception {
    Files.createDirectories(Picture.FOLDER);
    try (DemoCity city = DemoCity.start(directory.resolve("data"));
        Chromium chromium = Chromium.start()) {
      Map<String, String> made = prepare(city, chromium);
      for (Picture picture : Picture.ALL) {
        try (BrowserContext visitor =
            chromium.visitor(picture.language(), picture.width(), picture.style(), true)) {
          Page page = visitor.newPage();
          if (picture.path().startsWith("/steward")) {
            signIn(page, city);
          }
          page.setViewportSize(picture.width(), picture.height());
          page.navigate(city.address() + picture.path(made));
          if (picture.path().endsWith("/map")) {
            page.locator("[data-map][data-state=ready]").waitFor();
          }
          Path file = picture.file();
          BufferedImage shot = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
          ImageIO.write(Palette.reduced(shot), "png", file.toFile());
          assertTrue(
              Files.size(file) <= Picture.MOST_BYTES, file + " has " + Files.size(file) + " bytes");
        }
      }
    }
  }

  /** What the demo does not bring: a request, a draft; and the version of a dataset. */
  private Map<String, String> prepare(DemoCity city, Chromium chromium) throws Exception {
    Path password = Files.writeString(directory.resolve("password"), PASSWORD + "\n");
    city.run(
        "account",
        "add",
        "aoki@city.example",
        "--name",
        "青木 花子",
        "--organisation",
        "サンプル市",
        "--role",
        "steward:sample-city",
        "--password-file",
        password.toString());
    Map<String, String> made = new LinkedHashMap<>();
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/datasets/hospitals");
      page.locator(".history tbody a").first().click();
      page.waitForURL("**/versions/*");
      made.put("version", last(page));
      request(page, city, "バスの現在位置", "停留所で待つ時間を知らせるアプリを作るため。", "in-review");
      made.put(
          "request", request(page, city, "区立公園の遊具の種類と設置年", "子どもと安全に遊べる公園を地図にまとめたいため。", "accepted"));
      signIn(page, city);
      page.navigate(city.address() + "/steward/new");
      DeskTest.begin(page, "station-toilets");
      made.put("draft", last(page));
    }
    return made;
  }

  private static String request(
      Page page, DemoCity city, String wanted, String purpose, String state) throws Exception {
    page.navigate(city.address() + "/requests/new");
    RequestsTest.fill(page, wanted, purpose);
    String id = last(page);
    city.run("requests", "set", id, state);
    return id;
  }

  private static void signIn(Page page, DemoCity city) {
    SignIn.at(page, city.address() + "/steward", "aoki@city.example", PASSWORD);
  }

  private static String last(Page page) {
    return page.url().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
  }
}
