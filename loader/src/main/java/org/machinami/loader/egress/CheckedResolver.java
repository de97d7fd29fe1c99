package org.machinami.loader.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Gives the client the addresses to connect to, and only when all of them may be connected to. The
 * client asks here once a connection and asks nobody else, so there is no second look-up that could
 * answer otherwise.
 */
final class CheckedResolver implements SocketAddressResolver {

  /** A host that stands where no request may go. */
  static final class Inside extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Inside(String host) {
      super(host);
    }
  }

  private final Resolver resolver;
  private final EgressLimits limits;
  private final Executor executor;

  CheckedResolver(Resolver resolver, EgressLimits limits, Executor executor) {
    this.resolver = resolver;
    this.limits = limits;
    this.executor = executor;
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    // Look-ups block; the time of the request runs meanwhile.
    executor.execute(
        () -> {
          try {
            promise.succeeded(checked(host, port));
          } catch (UnknownHostException | RuntimeException e) {
            promise.failed(e);
          }
        });
  }

  private List<InetSocketAddress> checked(String host, int port) throws UnknownHostException {
    String name = host.toLowerCase(Locale.ROOT);
    List<InetAddress> addresses = resolver.resolve(name.replaceAll("^\\[|]$", ""));
    boolean named = limits.isNamed(name, port);
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    for (InetAddress address : addresses) {
      if (!named && !PublicAddresses.isPublic(address)) {
        throw new Inside(host);
      }
    }
    return addresses.stream().map(address -> new InetSocketAddress(address, port)).toList();
  }
}
