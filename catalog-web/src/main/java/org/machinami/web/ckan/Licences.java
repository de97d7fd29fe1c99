package org.machinami.web.ckan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.search.Facet;
import org.machinami.store.search.IriUuid;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;
import org.machinami.web.language.Language;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/**
 * Licences by the short ids that CKAN uses, where the list of licences has one ("CC-BY-4.0");
 * others get an id that follows from their IRI. Thread-safe.
 */
final class Licences {
  private static final String LIST = Vocabularies.NS + "licence";
  private static final int ID_CHARACTERS = 8;

  private final Map<String, String> ids = new LinkedHashMap<>();
  private final SearchIndex search;
  private final Labels labels;

  Licences(SearchIndex search, Labels labels) {
    this.search = search;
    this.labels = labels;
    Described list = Described.of(Vocabularies.union(), LIST);
    for (Described licence : list.whichHaveThisAs(Terms.SKOS + "inScheme")) {
      licence
          .value(Terms.SKOS + "notation")
          .ifPresent(notation -> ids.put(licence.iri(), notation));
    }
  }

  /** The id of a licence. */
  String id(String iri) {
    return Optional.ofNullable(ids.get(iri))
        .orElseGet(() -> "licence-" + IriUuid.of(iri).substring(0, ID_CHARACTERS));
  }

  String title(String iri, Language language) {
    return labels.of(iri, language).value();
  }

  /** Whether the list of licences knows it. */
  boolean isKnown(String iri) {
    return ids.containsKey(iri);
  }

  /** The IRIs that an id means: of the list, and of descriptions. */
  List<String> iris(String id) {
    return all().stream().filter(iri -> id(iri).equalsIgnoreCase(id) || iri.equals(id)).toList();
  }

  /** Those of the list, then others that descriptions name. */
  List<String> all() {
    List<String> all = new ArrayList<>(ids.keySet());
    for (SearchResults.Count count : search.search(SearchRequest.newest(0)).of(Facet.LICENCE)) {
      if (!ids.containsKey(count.value())) {
        all.add(count.value());
      }
    }
    return all;
  }
}
