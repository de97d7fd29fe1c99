package org.machinami.web.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A handler for one path and no other. */
final class OnPath extends Handler.Wrapper {
  private final String path;

  OnPath(String path, Handler handler) {
    super(handler);
    this.path = path;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return Request.getPathInContext(request).equals(path)
        && super.handle(request, response, callback);
  }
}
