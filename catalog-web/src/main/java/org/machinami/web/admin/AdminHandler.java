package org.machinami.web.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /run} with a {@link VerbRequest}: runs the verb and streams {@link VerbLine}s. At
 * most four verbs run at once, on threads of their own.
 */
public final class AdminHandler extends Handler.Abstract {
  private static final Logger log = LoggerFactory.getLogger(AdminHandler.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter LINES = JSON.writerFor(VerbLine.class);
  private static final int AT_ONCE = 4;
  private static final int WAITING = 64;

  private final AdminToken token;
  private final VerbRunner runner;
  private final ExecutorService verbs =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          task -> {
            Thread thread = new Thread(task, "verb");
            thread.setDaemon(true);
            return thread;
          });

  public AdminHandler(AdminToken token, VerbRunner runner) {
    this.token = token;
    this.runner = runner;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (authorization == null || !token.opens(authorization)) {
      Response.writeError(request, response, callback, HttpStatus.UNAUTHORIZED_401);
      return true;
    }
    if (!HttpMethod.POST.is(request.getMethod())
        || !Request.getPathInContext(request).equals("/run")) {
      return false;
    }
    VerbRequest verb = JSON.readValue(Content.Source.asInputStream(request), VerbRequest.class);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-ndjson");
    verbs.execute(() -> run(verb, response, callback));
    return true;
  }

  private void run(VerbRequest verb, Response response, Callback callback) {
    OutputStream body = Content.Sink.asOutputStream(response);
    try (PrintStream out = lines(body, VerbLine::out);
        PrintStream err = lines(body, VerbLine::err)) {
      int exit = runner.run(verb, out, err);
      out.flush();
      err.flush();
      write(body, VerbLine.exit(exit));
      body.close();
      callback.succeeded();
    } catch (Throwable e) { // an Error in a verb must reach the caller as a broken answer
      log.warn("The verb {} was not answered to its end", verb.arguments(), e);
      callback.failed(e);
    }
  }

  private static PrintStream lines(OutputStream body, Function<byte[], VerbLine> line) {
    OutputStream pieces =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            AdminHandler.write(
                body, line.apply(Arrays.copyOfRange(bytes, offset, offset + length)));
          }
        };
    return new PrintStream(pieces, true, StandardCharsets.UTF_8);
  }

  private static void write(OutputStream body, VerbLine line) throws IOException {
    byte[] json = LINES.writeValueAsBytes(line);
    byte[] ended = Arrays.copyOf(json, json.length + 1);
    ended[json.length] = '\n';
    synchronized (body) {
      body.write(ended);
      body.flush();
    }
  }

  @Override
  protected void doStop() throws Exception {
    verbs.shutdownNow();
    super.doStop();
  }
}
