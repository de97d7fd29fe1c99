package org.machinami.web.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One handler for requests that came in by the named connector, another for all others. */
final class ByDoor extends Handler.Abstract {
  private final String door;
  private final Handler inside;
  private final Handler outside;

  ByDoor(String door, Handler inside, Handler outside) {
    this.door = door;
    this.inside = inside;
    this.outside = outside;
    addBean(inside);
    addBean(outside);
  }

  @Override
  public void setServer(org.eclipse.jetty.server.Server server) {
    super.setServer(server);
    inside.setServer(server);
    outside.setServer(server);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String name = request.getConnectionMetaData().getConnector().getName();
    return (door.equals(name) ? inside : outside).handle(request, response, callback);
  }
}
