package org.machinami.web.server;

/** The address to listen on is taken or not ours. */
public final class PortInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String host;
  private final int port;

  PortInUse(String host, int port, Throwable cause) {
    super("Cannot listen on " + host + " port " + port + ": " + cause.getMessage(), cause);
    this.host = host;
    this.port = port;
  }

  public String host() {
    return host;
  }

  public int port() {
    return port;
  }
}
