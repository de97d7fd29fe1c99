package org.machinami.query;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.machinami.store.StoreException;

/**
 * The main class of the query process. Prints one line of JSON when it answers: {@code
 * {"event":"ready","port":40001,"pid":123,"applied":42}}; or one that says why it cannot: {@code
 * {"event":"failed","code":"HELD","message":"..."}}, with exit code 3. Ends when its standard input
 * does, so that it does not outlive its parent.
 *
 * <p>Its parent gives it a heap of its own and {@code -XX:+ExitOnOutOfMemoryError}.
 */
public final class QueryProcess {
  private static final int ENVIRONMENT = 3;
  private static final int USAGE = 2;

  private static final CountDownLatch CLOSED = new CountDownLatch(1);
  private static volatile boolean started;

  private QueryProcess() {}

  /**
   * Options: {@code --data DIR}, {@code --port N} (0, the default: any), {@code --timeout SECONDS}.
   */
  public static void main(String[] arguments) {
    Options options;
    try {
      options = Options.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
      return;
    }
    endWithParent();
    try {
      QueryServer server =
          QueryServer.start(options.data(), options.port(), options.settings(), QueryProcess::fail);
      started = true;
      System.out.printf(
          "{\"event\":\"ready\",\"port\":%d,\"pid\":%d,\"applied\":%d}%n",
          server.port(), ProcessHandle.current().pid(), server.applied());
      System.out.flush();
      CLOSED.await();
      server.close();
      System.exit(0);
    } catch (InterruptedException e) {
      System.exit(0);
    } catch (StoreException e) {
      fail(e);
    } catch (RuntimeException e) {
      fail(new StoreException(StoreException.Code.UNWRITABLE, String.valueOf(e.getMessage()), e));
    }
  }

  /**
   * Waits on a thread for the end of the standard input, or for a broken pipe. A server that is up
   * is closed then; one that is still starting, which may take minutes, is left as if killed.
   */
  private static void endWithParent() {
    Thread thread =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                System.err.println("The standard input broke: " + e.getMessage());
              }
              CLOSED.countDown();
              if (!started) {
                Runtime.getRuntime().halt(0);
              }
            },
            "end-with-parent");
    thread.setDaemon(true);
    thread.start();
  }

  private static void fail(StoreException e) {
    System.err.println(e.getMessage());
    System.out.println(
        "{\"event\":\"failed\",\"code\":\""
            + e.code()
            + "\",\"message\":"
            + new com.fasterxml.jackson.databind.node.TextNode(e.getMessage())
            + "}");
    System.out.flush();
    Runtime.getRuntime().halt(ENVIRONMENT);
  }

  private record Options(Path data, int port, QuerySettings settings) {
    static Options parse(List<String> arguments) {
      Deque<String> left = new ArrayDeque<>(arguments);
      Path data = null;
      int port = 0;
      QuerySettings settings = QuerySettings.DEFAULT;
      while (!left.isEmpty()) {
        String option = left.pop();
        if (left.isEmpty()) {
          throw new IllegalArgumentException(option + " needs a value");
        }
        String value = left.pop();
        switch (option) {
          case "--data" -> data = Path.of(value);
          case "--port" -> port = Integer.parseInt(value);
          case "--timeout" ->
              settings = settings.withTimeout(Duration.ofSeconds(Long.parseLong(value)));
          default ->
              throw new IllegalArgumentException(
                  option + " is not an option. There are --data, --port, --timeout.");
        }
      }
      if (data == null) {
        throw new IllegalArgumentException("--data DIR says which data directory to serve");
      }
      return new Options(data, port, settings);
    }
  }
}
