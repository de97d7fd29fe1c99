package org.machinami.bench;

import java.nio.file.Path;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.Dataset;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDB2Factory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The peer: Fuseki Main 5.6.0 over a TDB2 directory, union default graph, as it comes or with its
 * two buffer sizes mended. Arguments: {@code stock|mended DIRECTORY}. Prints {@code port N}.
 */
final class PeerFuseki {

  private PeerFuseki() {}

  public static void main(String[] arguments) {
    Dataset dataset = TDB2Factory.connectDataset(Path.of(arguments[1]).toString());
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    FusekiServer server =
        FusekiServer.create().port(0).loopback(true).add("/ds", dataset, true).build();
    if (arguments[0].equals("mended")) {
      mend(server);
    }
    server.start();
    System.out.println("port " + server.getPort());
    server.join();
  }

  /** Jetty's own defaults, which its buffer pool keeps; Fuseki asks for 5 MB and 512 kB. */
  private static void mend(FusekiServer server) {
    HttpConfiguration defaults = new HttpConfiguration();
    for (var connector : server.getJettyServer().getConnectors()) {
      if (connector instanceof ServerConnector) {
        HttpConfiguration configuration =
            connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        configuration.setOutputBufferSize(defaults.getOutputBufferSize());
        configuration.setRequestHeaderSize(defaults.getRequestHeaderSize());
        configuration.setResponseHeaderSize(defaults.getResponseHeaderSize());
      }
    }
  }
}
