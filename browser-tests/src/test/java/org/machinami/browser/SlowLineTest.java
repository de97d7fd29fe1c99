package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages that come in piece by piece over a slow line, styles and scripts being there from a visit
 * before: what is shown stays where it is.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/tot/Network/">DevTools protocol,
 *     Network</a>
 */
class SlowLineTest extends CityTest {
  private static final int BYTES_A_SECOND = 6_000;
  private static final int LATENCY_MS = 100;

  /** A line of text that came in two pieces and is centred, or in the middle of its box. */
  private static final double HALF_A_LINE = 0.0004;

  /** Less between the first and the last byte, and there were no pieces. */
  private static final int SHORTEST_MS = 250;

  private static final List<String> SOME =
      List.of("/", "/datasets?q=%E9%A7%85", "/datasets/hospitals", "/coverage/13101");

  /** A page as it comes in on a phone or a desk. */
  private record Arrival(String path, String language, int width) {}

  static Stream<Arrival> some() {
    return SOME.stream().flatMap(path -> arrivals(path, List.of("ja")));
  }

  static Stream<Arrival> all() {
    return PagesTest.PATHS.stream().flatMap(path -> arrivals(path, List.of("ja", "en")));
  }

  private static Stream<Arrival> arrivals(String path, List<String> languages) {
    return languages.stream()
        .flatMap(language -> Stream.of(360, 1280).map(width -> new Arrival(path, language, width)));
  }

  @ParameterizedTest
  @MethodSource("some")
  void page_staysInItsPlace_whileItComesIn(Arrival arrival) {
    check(arrival);
  }

  @Tag("nightly")
  @ParameterizedTest
  @MethodSource("all")
  void everyPage_staysInItsPlace_whileItComesIn(Arrival arrival) {
    check(arrival);
  }

  private static void check(Arrival arrival) {
    try (BrowserContext visitor = chromium.visitor(arrival.language(), arrival.width())) {
      Watch watch = Watch.of(visitor, city.address());
      Page page = visitor.newPage();
      // Another address of the same page: its own would be answered with 304, and come at once.
      page.navigate(city.address() + again(arrival.path()));
      slowDown(visitor, page);
      page.navigate(city.address() + arrival.path());
      int took =
          ((Number)
                  page.evaluate(
                      "(([n]) => n.responseEnd - n.responseStart)"
                          + "(performance.getEntriesByType('navigation'))"))
              .intValue();
      assertTrue(took >= SHORTEST_MS, arrival + " came in within " + took + " ms");
      assertEquals(List.of(), Watch.shifts(page, HALF_A_LINE), arrival + " moved while it came in");
      assertEquals(List.of(), watch.wrong(), arrival.toString());
    }
  }

  private static String again(String path) {
    int fragment = path.indexOf('#');
    String before = fragment < 0 ? path : path.substring(0, fragment);
    return before + (before.indexOf('?') < 0 ? "?" : "&") + "before=1";
  }

  private static void slowDown(BrowserContext visitor, Page page) {
    CDPSession session = visitor.newCDPSession(page);
    JsonObject line = new JsonObject();
    line.addProperty("offline", false);
    line.addProperty("latency", LATENCY_MS);
    line.addProperty("downloadThroughput", BYTES_A_SECOND);
    line.addProperty("uploadThroughput", BYTES_A_SECOND);
    session.send("Network.enable");
    session.send("Network.emulateNetworkConditions", line);
  }
}
