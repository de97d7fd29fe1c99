package org.machinami.loader.harvest.remote;

import java.util.Optional;

/** What CKAN calls a licence in its own list. */
public final class CkanLicences {
  private static final CodeTable TABLE = CodeTable.read("licences.txt");

  private CkanLicences() {}

  /** The id for an IRI; empty where the list has none. */
  public static Optional<String> id(String iri) {
    return TABLE.word(iri);
  }
}
