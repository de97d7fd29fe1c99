package org.machinami.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What counts as having moved, of pages whose second piece is sent when the first is painted. */
class WatchTest extends CityTest {
  private static final String HEAD =
      """
      <!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>t</title>
      <style>
        body { margin: 0; width: 300px; font: 16px/1.5 monospace }
        ul { display: flex; flex-wrap: wrap; gap: 8px; margin: 0; padding: 0; list-style: none }
        .sort { display: flex; flex-wrap: wrap; gap: 8px }
      </style>
      <script>
        new PerformanceObserver(() => fetch("/painted")).observe({ type: "paint" });
      </script>
      <body>
      """;

  @Test
  void textPushedDown_hasMoved() throws Exception {
    List<String> shifts =
        shifts("<p>There already</p>", "<style>p { padding-top: 100px }</style><p>More</p>");

    assertMovedOnce("There already", shifts);
  }

  @Test
  void labelCutWithinItsWords_mayGoToTheNextRow() throws Exception {
    List<String> shifts =
        shifts("<ul><li>private sector</li><li>Quality", " level 3 of the four</li></ul>");

    assertEquals(List.of(), shifts);
  }

  @Test
  void listThatLeavesItsRow_hasMoved_thoughOnlyItsLastLabelIsComing() throws Exception {
    List<String> shifts =
        shifts(
            "<div class=sort><span>Order by</span><ul><li>title</li><li>newest",
            " first of all</li></ul></div>");

    assertMovedOnce("title", shifts);
  }

  @Test
  void labelPushedByTheNext_hasMoved() throws Exception {
    List<String> shifts =
        shifts(
            "<ul style='flex-direction: column-reverse'><li>Quality level 3</li>",
            "<li>Tourism</li></ul>");

    assertMovedOnce("Quality level 3", shifts);
  }

  private static void assertMovedOnce(String what, List<String> shifts) {
    assertEquals(1, shifts.size(), shifts.toString());
    assertTrue(shifts.get(0).contains(what), shifts.toString());
  }

  private static List<String> shifts(String first, String second) throws Exception {
    CountDownLatch painted = new CountDownLatch(1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService answering = Executors.newCachedThreadPool();
    server.setExecutor(answering);
    server.createContext(
        "/painted",
        exchange -> {
          painted.countDown();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.createContext("/page", exchange -> answer(exchange, first, painted, second));
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    try (BrowserContext visitor = chromium.visitor("en", 360)) {
      Watch watch = Watch.of(visitor, address);
      Page page = visitor.newPage();
      page.navigate(address + "/page");
      page.evaluate(
          "() => new Promise((f) => requestAnimationFrame(() => requestAnimationFrame(f)))");
      assertEquals(List.of(), watch.wrong());
      return Watch.shifts(page);
    } finally {
      server.stop(0);
      answering.shutdown();
    }
  }

  private static void answer(
      HttpExchange exchange, String first, CountDownLatch painted, String second)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write((HEAD + first).getBytes(UTF_8));
      body.flush();
      if (!painted.await(30, TimeUnit.SECONDS)) {
        throw new IOException("the first piece was not painted");
      }
      body.write(second.getBytes(UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
