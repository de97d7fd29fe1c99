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
 */
public record ForeignRecord(String foreign, String listed, String digest, List<Triple> statements) {

  public ForeignRecord {
    Objects.requireNonNull(foreign, "foreign");
    Objects.requireNonNull(listed, "listed");
    Objects.requireNonNull(digest, "digest");
    statements = List.copyOf(statements);
  }
}
