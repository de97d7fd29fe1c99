package org.machinami.web.sparql;

import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * HTTP clients for the way to the query process. One for each kind of question, so that many slow
 * queries cannot keep pages or the watch waiting for a connection.
 */
public final class LoopbackClients {
  private LoopbackClients() {}

  /**
   * A started client.
   *
   * @param connections most requests at once
   * @param waiting most requests that wait for a connection; more are refused
   * @param idle a connection on which nothing moves for so long is closed
   */
  public static HttpClient start(String name, int connections, int waiting, Duration idle) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName(name);
    threads.setDaemon(true);
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setExecutor(threads);
    HttpClient client = new HttpClient(new HttpClientTransportOverHTTP(connector));
    client.setExecutor(threads);
    client.setMaxConnectionsPerDestination(connections);
    client.setMaxRequestsQueuedPerDestination(waiting);
    client.setIdleTimeout(idle.toMillis());
    client.setConnectTimeout(2_000);
    client.setFollowRedirects(false);
    client.setUserAgentField(null);
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("The HTTP client " + name + " does not start", e);
    }
    client.getContentDecoderFactories().clear();
    return client;
  }

  /** Stops it; a failure to do so cleanly is of no concern any more. */
  public static void stop(HttpClient client) {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The HTTP client does not stop", e);
    }
  }
}
