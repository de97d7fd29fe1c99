package org.machinami.web.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Has an answer that does not wait for the body of its request (a refusal, mostly) say so where the
 * connection ends with it. What has arrived of the body is dropped, and the connection goes on; if
 * more is to come, Jetty closes the connection after the answer, and by itself does not announce
 * it: a client that sends its next POST over it gets no answer, and may not repeat a POST. Handlers
 * inside read all that they want of a body before they begin to answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.6">RFC 9112, 9.6</a>
 */
public final class UnreadBodies extends Handler.Wrapper {

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
    if (!response.isCommitted() && !request.consumeAvailable()) {
      response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
    }
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

  /** The same for an answer without a body, which nobody writes. */
  private static final class Completing extends Callback.Nested {
    private final Request request;
    private final Response response;

    Completing(Request request, Response response, Callback callback) {
      super(callback);
      this.request = request;
      this.response = response;
    }

    @Override
    public void succeeded() {
      announce(request, response);
      super.succeeded();
    }
  }
}
