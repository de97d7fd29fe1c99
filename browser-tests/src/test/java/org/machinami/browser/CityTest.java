package org.machinami.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that look at the bundled city: it is served once for all of them, and none writes to it.
 *
 * @see OwnCityTest
 */
@ExtendWith(CityTest.Opening.class)
abstract class CityTest {
  static DemoCity city;
  static Chromium chromium;

  static final class Opening implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
      Served served =
          context
              .getRoot()
              .getStore(ExtensionContext.Namespace.create(CityTest.class))
              .getOrComputeIfAbsent(Served.class, type -> Served.start(), Served.class);
      city = served.city();
      chromium = served.chromium();
    }
  }

  /** Closed by JUnit after the last test. */
  private record Served(Path folder, DemoCity city, Chromium chromium) implements AutoCloseable {
    static Served start() {
      try {
        Path folder = Files.createTempDirectory("city");
        return new Served(folder, DemoCity.start(folder.resolve("data")), Chromium.start());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      chromium.close();
      city.close();
      List<Path> files;
      try (Stream<Path> all = Files.walk(folder)) {
        files = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
