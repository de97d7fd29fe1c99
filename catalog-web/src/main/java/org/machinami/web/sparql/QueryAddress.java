package org.machinami.web.sparql;

import java.net.URI;
import java.util.Optional;

/** Where the query process listens just now; empty while it is down or starting. */
@FunctionalInterface
public interface QueryAddress {
  /** Its address on loopback, ending in "/". */
  Optional<URI> find();
}
