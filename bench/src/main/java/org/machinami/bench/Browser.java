package org.machinami.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/**
 * The system's Chromium without a window, spoken to over its debugging port. Used by one thread.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class Browser implements AutoCloseable {
  private static final String CHROMIUM =
      System.getProperty("machinami.chromium", "/usr/bin/chromium");
  private static final long LONGEST_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Resolves with the milliseconds from the beginning of the navigation. */
  private static final String LARGEST_PAINT =
      """
      new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))
        .observe({ type: "largest-contentful-paint", buffered: true }))""";

  private final Process process;
  private final WebSocket socket;
  private final BlockingDeque<JsonNode> messages;
  private int sent;

  /**
   * A visit to a page with nothing remembered.
   *
   * @param bytes of all answers, heads included, as they were sent
   * @param largestContentfulPaint milliseconds from the beginning
   */
  record Visit(long bytes, double largestContentfulPaint) {}

  private Browser(Process process, WebSocket socket, BlockingDeque<JsonNode> messages) {
    this.process = process;
    this.socket = socket;
    this.messages = messages;
  }

  /**
   * Starts it.
   *
   * @param profile a directory that is not there yet
   */
  static Browser start(Path profile) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                CHROMIUM,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BlockingDeque<JsonNode> messages = new LinkedBlockingDeque<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(door(process, profile), new Messages(messages))
            .join();
    return new Browser(process, socket, messages);
  }

  /** Chromium writes its port and path into the profile when it listens. */
  private static URI door(Process process, Path profile) throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (System.nanoTime() < deadline && !process.waitFor(100, TimeUnit.MILLISECONDS)) {
      String[] lines = Files.exists(file) ? Files.readString(file).split("\n", -1) : new String[0];
      if (lines.length >= 2) {
        return URI.create("ws://127.0.0.1:" + lines[0] + lines[1]);
      }
    }
    process.destroyForcibly();
    throw new IOException(CHROMIUM + " did not open its debugging port");
  }

  /** Loads a page in a context of its own until the network is quiet. */
  Visit visit(String address) throws IOException, InterruptedException {
    String context =
        call("", "Target.createBrowserContext", Map.of()).path("browserContextId").asText();
    String target =
        call("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
            .path("targetId")
            .asText();
    String session =
        call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    call(session, "Network.enable", Map.of());
    call(session, "Page.enable", Map.of());
    call(session, "Page.setLifecycleEventsEnabled", Map.of("enabled", true));
    messages.clear();
    String loader =
        call(session, "Page.navigate", Map.of("url", address)).path("loaderId").asText();
    long bytes = bytesUntilQuiet(session, loader);
    double paint =
        call(
                session,
                "Runtime.evaluate",
                Map.of("expression", LARGEST_PAINT, "awaitPromise", true, "returnByValue", true))
            .path("result")
            .path("value")
            .asDouble();
    call("", "Target.disposeBrowserContext", Map.of("browserContextId", context));
    return new Visit(bytes, paint);
  }

  private long bytesUntilQuiet(String session, String loader)
      throws IOException, InterruptedException {
    long bytes = 0;
    while (true) {
      JsonNode message = next();
      JsonNode parameters = message.path("params");
      if (!message.path("sessionId").asText().equals(session)) {
        continue;
      }
      switch (message.path("method").asText()) {
        case "Network.loadingFinished" -> bytes += parameters.path("encodedDataLength").asLong();
        case "Page.lifecycleEvent" -> {
          if (parameters.path("name").asText().equals("networkIdle")
              && parameters.path("loaderId").asText().equals(loader)) {
            return bytes;
          }
        }
        default -> {
          // The rest is of no interest.
        }
      }
    }
  }

  /** Sends a command and waits for its result; events that come before it are kept. */
  private JsonNode call(String session, String method, Map<String, Object> parameters)
      throws IOException, InterruptedException {
    ObjectNode command = JSON.createObjectNode().put("id", ++sent).put("method", method);
    command.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      command.put("sessionId", session);
    }
    socket.sendText(command.toString(), true).join();
    Deque<JsonNode> before = new ArrayDeque<>();
    while (true) {
      JsonNode message = next();
      if (message.path("id").asInt() == sent) {
        if (message.has("error")) {
          throw new IOException(method + ": " + message.path("error"));
        }
        before.forEach(messages::addFirst);
        return message.path("result");
      }
      before.push(message);
    }
  }

  private JsonNode next() throws IOException, InterruptedException {
    JsonNode message = messages.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new IOException("the browser said nothing for " + LONGEST_SECONDS + " s");
    }
    return message;
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts messages together from their parts. */
  private static final class Messages implements WebSocket.Listener {
    private final Queue<JsonNode> messages;
    private final StringBuilder text = new StringBuilder();

    private Messages(Queue<JsonNode> messages) {
      this.messages = messages;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          messages.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
