package org.machinami.loader.harvest.remote;

import java.nio.file.Path;
import java.util.Objects;
import org.apache.jena.riot.Lang;

/**
 * A document of RDF that was fetched.
 *
 * @param address where it was, which relative IRIs are resolved against
 */
public record RdfDocument(String address, Path file, Lang lang) {
  public RdfDocument {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(lang, "lang");
  }
}
