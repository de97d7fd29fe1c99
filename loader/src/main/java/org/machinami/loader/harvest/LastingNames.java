package org.machinami.loader.harvest;

import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The names that last, in place of those that hold for one version: a version of a dataset is
 * called as the dataset, a part of the one in hand, whose IRI is that of the version and a
 * fragment, as that part of the dataset.
 *
 * @param version IRI of the version in hand; empty where it is none
 * @param whole IRI of the dataset that it is a version of
 */
record LastingNames(MemberVersions versions, String version, String whole) {
  LastingNames {
    Objects.requireNonNull(versions, "versions");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(whole, "whole");
  }

  /** For the description of a dataset, or of one version of it. */
  static LastingNames of(MemberVersions versions, TermParser.Term dataset) {
    return versions
        .whole(dataset.subject())
        .filter(whole -> dataset.node().isURI())
        .map(whole -> new LastingNames(versions, dataset.node().getURI(), whole))
        .orElse(new LastingNames(versions, "", ""));
  }

  TermParser.Term of(TermParser.Term term) {
    if (!term.node().isURI()) {
      return term;
    }
    Optional<String> other = versions.whole(term.subject());
    if (other.isPresent()) {
      return renamed(term, other.get());
    }
    String iri = term.node().getURI();
    boolean part = !version.isEmpty() && iri.startsWith(version + "#");
    return part ? renamed(term, whole + iri.substring(version.length())) : term;
  }

  private static TermParser.Term renamed(TermParser.Term term, String iri) {
    return new TermParser.Term(term.key(), NodeFactory.createURI(iri), term.subject());
  }

  /** Whether a statement about the dataset in hand is one about its version alone. */
  boolean isOfVersion(Node property) {
    return !version.isEmpty() && versions.isOfVersion(property.getURI());
  }
}
