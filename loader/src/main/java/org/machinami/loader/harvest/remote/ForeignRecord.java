package org.machinami.loader.harvest.remote;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Triple;

/**
 * One dataset of a foreign catalogue.
 *
 * @param foreign its IRI there
 * @param listed its name in lists of the source; empty where these have the IRI
 * @param digest of what the source said, so that the same again is known
 * @param statements in the profile of this catalogue
 * @param said the record as the source gave it, to be kept; empty: it is not
 */
public record ForeignRecord(
    String foreign, String listed, String digest, List<Triple> statements, String said) {

  public ForeignRecord {
    Objects.requireNonNull(foreign, "foreign");
    Objects.requireNonNull(listed, "listed");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(said, "said");
    statements = List.copyOf(statements);
  }

  /** One that is not kept as it was given. */
  public ForeignRecord(String foreign, String listed, String digest, List<Triple> statements) {
    this(foreign, listed, digest, statements, "");
  }
}
