package org.machinami.loader.harvest;

import java.util.Arrays;
import java.util.Optional;

/** What a foreign catalogue speaks. */
public enum SourceKind {
  /** A file with all of it, downloaded by somebody. */
  DUMP("dump"),
  /** CKAN, by its action API. */
  CKAN("ckan"),
  /** DCAT in RDF. */
  DCAT("dcat"),
  /** One file by DCAT-US. */
  DATA_JSON("data-json"),
  /** Another Machinami, by the feed of its ledger. */
  MACHINAMI("machinami");

  private final String id;

  SourceKind(String id) {
    this.id = id;
  }

  /** The name in recipes. */
  public String id() {
    return id;
  }

  static Optional<SourceKind> find(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  /** What an address looks like, where nobody says. */
  public static SourceKind guess(String url) {
    String plain = url.replaceFirst("[?#].*$", "");
    if (plain.endsWith("data.json")) {
      return DATA_JSON;
    }
    if (plain.endsWith("/ledger")) {
      return MACHINAMI;
    }
    boolean rdf =
        plain.matches(".*\\.(ttl|rdf|xml|jsonld|nt|nq|trig)") || plain.contains("/catalog");
    return rdf ? DCAT : CKAN;
  }
}
