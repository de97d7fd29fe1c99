package org.machinami.web.server;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.machinami.web.config.ServerSettings;

/** The two doors: the public one, and one on loopback for verbs of the command line. */
final class Connectors {
  static final String ADMIN = "admin";

  private static final long LEAST_BODY_BYTES_A_SECOND = 256;

  private Connectors() {}

  /** The public door, with its bounds on what a client may send and how slowly. */
  static ServerConnector open(Server server, ServerSettings settings) {
    HttpConfiguration http = bounded(settings);
    if (settings.forwarded()) {
      http.addCustomizer(new ForwardedRequestCustomizer());
    }
    ServerConnector connector = connector(server, http, settings);
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    server.addBean(new NetworkConnectionLimit(settings.connections(), connector));
    server.addBean(new SlowHeaders(connector, settings.header()));
    return connector;
  }

  /** The door for the command line: loopback, any free port, told only in the data directory. */
  static ServerConnector admin(Server server, ServerSettings settings) {
    HttpConfiguration http = bounded(settings);
    http.setMinRequestDataRate(0);
    ServerConnector connector = connector(server, http, settings);
    connector.setName(ADMIN);
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    connector.setIdleTimeout(TimeUnit.DAYS.toMillis(1));
    return connector;
  }

  private static HttpConfiguration bounded(ServerSettings settings) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(settings.headerBytes());
    http.setMinRequestDataRate(LEAST_BODY_BYTES_A_SECOND);
    // Names in IRIs may hold an encoded slash or percent sign; none of them becomes a file path.
    http.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "machinami",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
    return http;
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, ServerSettings settings) {
    ServerConnector connector =
        new ServerConnector(server, null, null, null, 1, 1, new HttpConnectionFactory(http));
    connector.setIdleTimeout(settings.idle().toMillis());
    connector.setReuseAddress(true);
    return connector;
  }
}
