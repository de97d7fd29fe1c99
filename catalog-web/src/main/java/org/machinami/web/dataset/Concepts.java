package org.machinami.web.dataset;

import org.machinami.ontology.Vocabularies;

/** Where concepts of our lists are explained. */
final class Concepts {
  private Concepts() {}

  /** The place on the page of its list; of another's concept its own IRI. */
  static String page(String iri, String base) {
    if (!iri.startsWith(Vocabularies.NS)) {
      return iri;
    }
    String[] parts = iri.substring(Vocabularies.NS.length()).split("/", 2);
    return parts.length == 2 ? base + "vocab/" + parts[0] + "#" + parts[1] : iri;
  }
}
