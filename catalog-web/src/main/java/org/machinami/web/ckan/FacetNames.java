package org.machinami.web.ckan;

import org.machinami.store.search.Facet;
import org.machinami.web.language.Language;
import org.machinami.web.rdf.Labels;

/** What values of facets are called in CKAN's answers. Thread-safe. */
final class FacetNames {
  private final Bodies bodies;
  private final Licences licences;
  private final Labels labels;

  FacetNames(Bodies bodies, Licences licences, Labels labels) {
    this.bodies = bodies;
    this.licences = licences;
    this.labels = labels;
  }

  /** The value by which one filters. */
  String name(Facet facet, String value) {
    return switch (facet) {
      case PUBLISHER -> Names.body(value);
      case LICENCE -> licences.id(value);
      case FORMAT -> Names.format(value);
      default -> value;
    };
  }

  String title(Facet facet, String value, Language language) {
    return switch (facet) {
      case PUBLISHER -> bodies.organization(value, language).title();
      case SERVICE_FIELD -> labels.concept("service-field", value, language).value();
      case SECTOR -> labels.concept("sector", value, language).value();
      case ACCESS -> labels.concept("access-plan", value, language).value();
      case LICENCE -> licences.title(value, language);
      default -> name(facet, value);
    };
  }
}
