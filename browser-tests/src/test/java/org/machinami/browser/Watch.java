package org.machinami.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What must not happen while a page is read, noted as it happens. */
final class Watch {
  /**
   * Notes what moves in {@code window.shifts}. A label cut within its words, where a piece of the
   * page ended, may go to where the whole of it has room, by itself. Blanks have a place, and are
   * not seen.
   */
  private static final String SHIFTS =
      """
      {
        window.shifts = [];
        const lengths = new Map();
        const isText = (node) => node.nodeType === Node.TEXT_NODE;
        const words = (node) => node.textContent.trim();
        const wasCut = (node) =>
          [...lengths].some(
            ([text, before]) =>
              node.contains(text)
              && words(node) === words(text)
              && words(text).length > before);
        const noteLast = () => {
          let last = document;
          while (last.lastChild) {
            last = last.lastChild;
          }
          if (isText(last) && words(last) && !lengths.has(last)) {
            lengths.set(last, words(last).length);
          }
          if (document.readyState === "loading") {
            requestAnimationFrame(noteLast);
          }
        };
        requestAnimationFrame(noteLast);
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const seen = entry.sources.filter(
              ({ node }) => !node || !((isText(node) && !words(node)) || wasCut(node)));
            if (!entry.hadRecentInput && seen.length > 0) {
              const box = (r) => [r.x, r.y, r.width, r.height].map(Math.round).join(" ");
              const moved = seen.map((s) => {
                const what = s.node?.outerHTML ?? s.node?.textContent ?? "gone";
                return `${what.slice(0, 80)} (${box(s.previousRect)} -> ${box(s.currentRect)})`;
              });
              window.shifts.push(entry.value + ": " + moved.join(", "));
            }
          }
        }).observe({ type: "layout-shift", buffered: true });
      }
      """;

  private final List<String> wrong = new CopyOnWriteArrayList<>();

  private Watch() {}

  /**
   * Watches every page of the visitor.
   *
   * @param address requests to anywhere else are wrong
   */
  static Watch of(BrowserContext visitor, String address) {
    Watch watch = new Watch();
    visitor.onRequest(
        request -> {
          String url = request.url();
          if (!url.startsWith(address + "/") && !url.startsWith("data:")) {
            watch.wrong.add("a request left the server: " + url);
          }
        });
    visitor.onDialog(
        dialog -> {
          watch.wrong.add("a script ran: " + dialog.message());
          dialog.dismiss();
        });
    visitor.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            watch.wrong.add("the policy had to refuse: " + message.text());
          }
        });
    visitor.onWebError(error -> watch.wrong.add("a script failed: " + error.error()));
    visitor.addInitScript(SHIFTS);
    return watch;
  }

  /** What has moved on the page by itself. */
  static List<String> shifts(Page page) {
    return shifts(page, 0);
  }

  /**
   * The same, of shifts greater than that.
   *
   * @param least a layout shift score: the share of the window that moved times that by which it
   *     moved
   */
  @SuppressWarnings("unchecked")
  static List<String> shifts(Page page, double least) {
    return (List<String>)
        page.evaluate("least => window.shifts.filter((s) => parseFloat(s) > least)", least);
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }
}
