package org.machinami.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that write to the bundled city, which is served anew for each class of them. */
abstract class OwnCityTest {
  static DemoCity city;
  static Chromium chromium;

  @TempDir private static Path directory;

  @BeforeAll
  static void start() throws Exception {
    city = DemoCity.start(directory.resolve("data"));
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
      chromium = null;
    }
    if (city != null) {
      city.close();
      city = null;
    }
  }
}
