package org.machinami.query;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.machinami.store.StoreException;
import org.machinami.store.StoreFollower;
import org.machinami.store.disk.Disk;
import org.machinami.store.quads.QuadStore;
import org.machinami.store.quads.QuadVerification;

/**
 * A Fuseki on loopback that serves the quads of one data directory and follows its ledger. In front
 * of Fuseki's own handlers, which give {@code /$/ping} and {@code /$/metrics}, stands the bounded
 * SPARQL endpoint. Fuseki's connector is replaced: it asks for buffers of 5 MB and 512 kB, which
 * Jetty's pool does not keep, so that every request allocates them anew.
 *
 * @see <a href="https://github.com/apache/jena/issues/4084">apache/jena#4084</a>
 */
public final class QueryServer implements AutoCloseable {
  private final StoreFollower follower;
  private final QuadStore quads;
  private final LedgerFollowing following;
  private final FusekiServer fuseki;
  private final ScheduledThreadPoolExecutor clock;

  private QueryServer(
      Path dataDirectory, int port, QuerySettings settings, Consumer<StoreException> onEnd) {
    Distance.register();
    follower = StoreFollower.open(dataDirectory);
    quads = QuadStore.open(dataDirectory);
    following = new LedgerFollowing(follower, quads, onEnd);
    clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = Executors.defaultThreadFactory().newThread(task);
              thread.setName("query-clock");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    fuseki = fuseki(dataDirectory, port, settings);
  }

  /**
   * Starts one; when this returns, it answers, from all that the ledger held.
   *
   * @param port 0 for any
   * @param onEnd is told when the ledger can no longer be followed
   * @throws StoreException as the store does; UNWRITABLE when the port cannot be had
   */
  public static QueryServer start(
      Path dataDirectory, int port, QuerySettings settings, Consumer<StoreException> onEnd) {
    QueryServer server = new QueryServer(dataDirectory, port, settings, onEnd);
    boolean started = false;
    try {
      server.following.start();
      server.fuseki.start();
      started = true;
      return server;
    } finally {
      if (!started) {
        server.close();
      }
    }
  }

  /** The port that was had. */
  public int port() {
    return ((ServerConnector) fuseki.getJettyServer().getConnectors()[0]).getLocalPort();
  }

  /** The sequence number that is answered from. */
  public long applied() {
    return quads.applied();
  }

  private FusekiServer fuseki(Path dataDirectory, int port, QuerySettings settings) {
    Path spool = dataDirectory.resolve("quads").resolve("answers");
    Disk.createDirectories(spool);
    Admission admission = new Admission(settings);
    QueryRunner runner = new QueryRunner(quads, settings, clock);
    ServiceDescription description =
        new ServiceDescription(follower.base(), quads, follower.versions());
    FusekiServer made =
        FusekiServer.create()
            .port(0)
            .numServerThreads(4, settings.running() + settings.waiting() + 8)
            .enablePing(true)
            .enableMetrics(true)
            .build();
    Server jetty = made.getJettyServer();
    jetty.setConnectors(new Connector[] {connector(jetty, port)});
    jetty.setHandler(
        new Handler.Sequence(
            new HealthHandler(quads, following, admission),
            new VerifyHandler(
                () -> QuadVerification.verify(quads, follower.ledger(), follower.versions())),
            new SparqlHandler(settings, runner, admission, description, spool),
            jetty.getHandler()));
    return made;
  }

  private static ServerConnector connector(Server jetty, int port) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setOutputBufferSize(32 << 10);
    http.setRequestHeaderSize(64 << 10);
    http.setResponseHeaderSize(8 << 10);
    http.setMinRequestDataRate(100);
    ServerConnector connector = new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setIdleTimeout(Duration.ofSeconds(60).toMillis());
    return connector;
  }

  @Override
  public void close() {
    following.close();
    fuseki.stop();
    clock.shutdownNow();
    quads.close();
    follower.close();
  }
}
