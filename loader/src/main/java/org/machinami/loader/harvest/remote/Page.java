package org.machinami.loader.harvest.remote;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A document that was fetched, now or before.
 *
 * @param address where it was in the end
 * @param mediaType as declared, without parameters; empty when none was
 * @param changed whether it is another one than the last time
 */
record Page(String address, Path file, String mediaType, boolean changed) {
  Page {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(mediaType, "mediaType");
  }
}
