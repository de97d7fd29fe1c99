package org.machinami.loader.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** From the name of a host to its addresses. */
@FunctionalInterface
interface Resolver {

  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** The resolver of this machine. */
  static Resolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
