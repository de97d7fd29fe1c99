package org.machinami.shapes.data;

import java.util.List;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;

/** The best name of a thing that was met so far: Japanese before English before others. */
final class FocusName {

  /** In this order: what comes first names better. */
  static final List<String> PROPERTIES =
      List.of(RDFS.label.getURI(), DCTerms.title.getURI(), FOAF.name.getURI());

  private static final String SKOLEM = "/.well-known/genid/";

  private String best = "";
  private int bestRank = Integer.MAX_VALUE;

  /** Takes a name that a property gives, by the property's number in the list. */
  void offer(int property, Term value) {
    if (!value.isLiteral()) {
      return;
    }
    int rank = property * 3 + rank(value.language());
    if (rank < bestRank && !value.text().isBlank()) {
      best = value.text();
      bestRank = rank;
    }
  }

  private static int rank(String language) {
    if (language.equals("ja")) {
      return 0;
    }
    return language.equals("en") ? 1 : 2;
  }

  /** The name; else the IRI; of a thing that its publisher did not name, what it is. */
  String orOf(Term focus, List<String> classes) {
    if (!best.isEmpty()) {
      return best;
    }
    if (focus.isIri() && !focus.text().contains(SKOLEM)) {
      return focus.text();
    }
    return classes.isEmpty() ? "?" : classes.get(0).replaceFirst("^.*[/#]", "");
  }
}
