package org.machinami.loader.egress;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What was at an address.
 *
 * @param address where it was in the end
 * @param file that holds it
 * @param name of the file as the address has it; for people, never to be used as a path
 * @param mediaType as declared; empty when none was
 */
public record Fetched(URI address, Path file, String name, String mediaType) {
  public Fetched {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mediaType, "mediaType");
  }
}
