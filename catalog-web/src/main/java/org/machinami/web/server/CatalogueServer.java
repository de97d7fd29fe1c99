package org.machinami.web.server;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.machinami.web.config.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listening side of the catalogue process. The doors are opened first, so that the address is
 * known before anything else is; requests that come before {@link #serve} wait in the operating
 * system's queue. Thread-safe after construction.
 */
public final class CatalogueServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CatalogueServer.class);

  /** Threads that pages may not take: accepting, selecting, health, the front of /sparql. */
  private static final int RESERVE = 12;

  private static final int WAITING_PAGES = 1024;
  private static final int LEAST_COMPRESSED = 1_024;
  private static final List<String> COMPRESSED =
      List.of(
          "text/html",
          "text/css",
          "text/javascript",
          "text/plain",
          "text/turtle",
          "text/csv",
          "text/tab-separated-values",
          "application/geo+json",
          "application/json",
          "application/ld+json",
          "application/n-triples",
          "application/rdf-patch",
          "application/x-ndjson",
          "application/rdf+xml",
          "application/sparql-results+json",
          "application/sparql-results+xml",
          "image/svg+xml");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final ServerSettings settings;
  private final Server server;
  private final ServerConnector door;
  private final ServerConnector adminDoor;

  private CatalogueServer(
      ServerSettings settings, Server server, ServerConnector door, ServerConnector adminDoor) {
    this.settings = settings;
    this.server = server;
    this.door = door;
    this.adminDoor = adminDoor;
  }

  /**
   * Opens the doors.
   *
   * @throws PortInUse when the address is taken or not ours
   */
  @SuppressWarnings("resource") // the doors belong to the server
  public static CatalogueServer open(ServerSettings settings) {
    QueuedThreadPool threads = new QueuedThreadPool(settings.threads(), 8);
    threads.setName("web");
    Server server = new Server(threads);
    ServerConnector door = Connectors.open(server, settings);
    ServerConnector adminDoor = Connectors.admin(server, settings);
    server.addConnector(door);
    server.addConnector(adminDoor);
    try {
      door.open();
      adminDoor.open();
    } catch (IOException | UnresolvedAddressException e) {
      door.close();
      adminDoor.close();
      throw new PortInUse(
          settings.host(), settings.port(), e.getCause() instanceof BindException b ? b : e);
    }
    return new CatalogueServer(settings, server, door, adminDoor);
  }

  /** The public address, ending in "/". */
  public URI address() {
    String host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
    return URI.create(
        "http://"
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + door.getLocalPort()
            + "/");
  }

  /** The address for the command line, on loopback only. */
  public URI adminAddress() {
    return URI.create("http://127.0.0.1:" + adminDoor.getLocalPort() + "/");
  }

  /**
   * Answers requests from now on.
   *
   * @param resources JAX-RS singletons
   * @param sparql answers /sparql for programs and leaves the rest
   * @param admin what the command line speaks to
   */
  public void serve(List<Object> resources, Readiness readiness, Handler sparql, Handler admin)
      throws Exception {
    ResourceConfig application = new ResourceConfig();
    resources.forEach(application::register);
    application.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    application.property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
    Handler pages = ContainerFactory.createContainer(JettyHttpContainer.class, application);
    QoSHandler bounded = new QoSHandler(pages);
    bounded.setMaxRequestCount(settings.threads() - RESERVE);
    bounded.setMaxSuspendedRequestCount(WAITING_PAGES);
    bounded.setMaxSuspend(LONGEST_WAIT);
    Handler.Sequence site = new Handler.Sequence(sparql, bounded);
    Handler.Sequence publicSide =
        new Handler.Sequence(new HealthHandler(readiness), compressed(site));
    server.setHandler(
        new GracefulHandler(new ByDoor(Connectors.ADMIN, admin, new UnreadBodies(publicSide))));
    server.setErrorHandler(new ProtocolErrors());
    server.setStopTimeout(settings.stop().toMillis());
    server.start();
  }

  /**
   * Gzip for text. The successor of this handler in Jetty 12.1.1 cuts an answer short, or never
   * ends it, when its last write is empty, as every output stream's is.
   */
  @SuppressWarnings("removal")
  private static Handler compressed(Handler handler) {
    GzipHandler gzip = new GzipHandler();
    gzip.setMinGzipSize(LEAST_COMPRESSED);
    gzip.setIncludedMethods("GET", "POST");
    gzip.setIncludedMimeTypes(COMPRESSED.toArray(String[]::new));
    gzip.setHandler(handler);
    return gzip;
  }

  /** Finishes running requests within the time of the settings, then closes the doors. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      log.warn(
          "Requests were still running after {} s and were cut off",
          settings.stop().toSeconds(),
          e);
    }
  }
}
