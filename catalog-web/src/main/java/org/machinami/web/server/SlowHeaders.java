package org.machinami.web.server;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose client sends its headers byte by byte: each byte keeps Jetty's idle time
 * from running out. Looks at every connection a few times in the allowed time.
 */
final class SlowHeaders extends AbstractLifeCycle {
  /** What a connection had counted, and since when bytes of a request without an end came in. */
  private record Seen(long messages, long bytes, Optional<Long> partialSince) {}

  private final ServerConnector connector;
  private final long allowedNanos;
  private final Map<Connection, Seen> connections = new ConcurrentHashMap<>();
  private volatile Scheduler.Task task;

  SlowHeaders(ServerConnector connector, Duration allowed) {
    this.connector = connector;
    this.allowedNanos = allowed.toNanos();
  }

  @Override
  protected void doStart() {
    schedule();
  }

  @Override
  protected void doStop() {
    Scheduler.Task last = task;
    if (last != null) {
      last.cancel();
    }
  }

  private void schedule() {
    task =
        connector
            .getScheduler()
            .schedule(this::look, Math.max(allowedNanos / 4, 1), TimeUnit.NANOSECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      Connection connection = endPoint.getConnection();
      if (connection != null && tooSlow(connection, now)) {
        connections.remove(connection);
        endPoint.close();
      }
    }
    connections.keySet().removeIf(connection -> !connection.getEndPoint().isOpen());
    if (isRunning()) {
      schedule();
    }
  }

  private boolean tooSlow(Connection connection, long now) {
    long messages = connection.getMessagesIn();
    long bytes = connection.getBytesIn();
    Seen seen = connections.get(connection);
    boolean answering = messages > connection.getMessagesOut();
    if (answering || (seen != null && seen.messages() != messages)) {
      connections.put(connection, new Seen(messages, bytes, Optional.empty()));
      return false;
    }
    long before = seen == null ? 0 : seen.bytes();
    if (bytes <= before) {
      return false;
    }
    long since = Optional.ofNullable(seen).flatMap(Seen::partialSince).orElse(now);
    connections.put(connection, new Seen(messages, before, Optional.of(since)));
    return now - since > allowedNanos;
  }
}
