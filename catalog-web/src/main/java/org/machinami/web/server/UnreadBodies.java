package org.machinami.web.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Has an answer that does not wait for the body of its request (a refusal, mostly) say so where the
 * connection ends with it. What has arrived of the body is dropped, and the connection goes on; if
 * more is to come, Jetty closes the connection after the answer, and by itself does not announce
 * it: a client that sends its next POST over it gets no answer, and may not repeat a POST. The
 * connection is closed when the rest of the body has come, or has been waited for long enough:
 * before that the client's system would throw away an answer that the client has not read. Handlers
 * inside read all that they want of a body before they begin to answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.6">RFC 9112, 9.6</a>
 */
public final class UnreadBodies extends Handler.Wrapper {
  /** How long the rest of a body is dropped; the timeout of idle connections holds besides. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Buffers that are dropped before the answer goes out. */
  private static final int READS = 16;

  public UnreadBodies(Handler handler) {
    super(handler);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getLength() == 0) {
      return super.handle(request, response, callback); // nothing that could be left unread
    }
    return super.handle(
        request, new Announcing(request, response), new Completing(request, response, callback));
  }

  private static void announce(Request request, Response response) {
    if (!response.isCommitted() && !dropAvailable(request)) {
      response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
    }
  }

  /**
   * Drops some of what has come of the body, and says whether that was all. Jetty's own way of
   * doing this gives up what comes later.
   */
  private static boolean dropAvailable(Request request) {
    for (int i = 0; i < READS; i++) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        return false;
      }
      boolean last = chunk.isLast() || Content.Chunk.isFailure(chunk);
      chunk.release();
      if (last) {
        return true;
      }
    }
    return false;
  }

  /** Looks before the head of the answer goes out. */
  private static final class Announcing extends Response.Wrapper {
    Announcing(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
      announce(getRequest(), getWrapped());
      super.write(last, content, callback);
    }
  }

  /** Completes when the answer is out and nothing more comes. */
  private static final class Completing extends Callback.Nested {
    private final Request request;
    private final Response response;
    private long begin;

    Completing(Request request, Response response, Callback callback) {
      super(callback);
      this.request = request;
      this.response = response;
    }

    @Override
    public void succeeded() {
      announce(request, response);
      if (dropAvailable(request)) {
        super.succeeded();
        return;
      }
      begin = System.nanoTime();
      if (response.hasLastWrite()) {
        drop();
      } else {
        response.write(true, BufferUtil.EMPTY_BUFFER, Callback.from(this::drop, this::failed));
      }
    }

    /** Drops what comes of the body, without waiting in a thread. */
    private void drop() {
      if (dropAvailable(request) || System.nanoTime() - begin > LONGEST.toNanos()) {
        super.succeeded();
      } else {
        request.demand(this::drop);
      }
    }
  }
}
