package org.machinami.loader.harvest.remote;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A document that was fetched, now or before.
 *
 * @param address where it was in the end
 * @param mediaType as declared, without parameters; empty when none was
 * @param link links to other documents that the server named beside it; may be empty
 * @param changed whether it is another one than the last time
 */
public record Page(String address, Path file, String mediaType, String link, boolean changed) {
  public Page {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(link, "link");
  }

  /** The document that follows, by the links beside this one. */
  public Optional<String> next() {
    return LinkHeader.next(link);
  }
}
