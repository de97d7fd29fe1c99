package org.machinami.web.ckan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.search.Condition;
import org.machinami.store.search.Facet;
import org.machinami.store.search.IriUuid;
import org.machinami.store.search.Order;
import org.machinami.store.search.Period;
import org.machinami.store.search.PublisherTree;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;

/**
 * Publishers as organizations, service fields as groups, keywords as tags: what the facets of the
 * search know of them. Thread-safe.
 */
final class Bodies {
  private static final String FIELDS = Vocabularies.NS + "service-field/";

  private final SearchIndex search;
  private final Labels labels;
  private final String base;
  private final List<String> fields;

  /**
   * @param fields ids of the service fields in their order
   */
  Bodies(SearchIndex search, Labels labels, List<String> fields, String base) {
    this.search = search;
    this.labels = labels;
    this.fields = List.copyOf(fields);
    this.base = base;
  }

  /**
   * A body or a field.
   *
   * @param value of the facet
   * @param iri what its UUID is made from
   */
  record Body(
      String value, String name, String iri, String title, String description, long packages) {
    String uuid() {
      return IriUuid.of(iri);
    }

    boolean is(String asked) {
      return name.equals(asked) || value.equals(asked) || uuid().equalsIgnoreCase(asked);
    }
  }

  /** All organizations, by name. */
  List<Body> organizations(Language language) {
    Map<String, Long> counts = counts(Facet.PUBLISHER);
    PublisherTree tree = search.publishers();
    return tree.ids().stream()
        .filter(counts::containsKey)
        .map(id -> organization(tree, id, counts.get(id), language))
        .sorted(Comparator.comparing(Body::name))
        .toList();
  }

  /** One organization by the value of its facet. */
  Body organization(String value, Language language) {
    return organization(search.publishers(), value, 0, language);
  }

  private Body organization(PublisherTree tree, String id, long packages, Language language) {
    String title = tree.find(id).flatMap(body -> Names.best(body.names(), language)).orElse(id);
    return new Body(id, Names.body(id), publisherIri(id), title, "", packages);
  }

  private String publisherIri(String id) {
    return id.contains(":") ? id : base + "publishers/" + id;
  }

  /** All groups, in the order of the list. */
  List<Body> groups(Language language) {
    Map<String, Long> counts = counts(Facet.SERVICE_FIELD);
    return fields.stream().map(id -> group(id, counts.getOrDefault(id, 0L), language)).toList();
  }

  Body group(String id, Language language) {
    return group(id, 0, language);
  }

  private Body group(String id, long packages, Language language) {
    return new Body(
        id,
        id,
        FIELDS + id,
        labels.concept("service-field", id, language).value(),
        labels.definition(FIELDS + id, language).map(Text::value).orElse(""),
        packages);
  }

  /** All tags with their numbers of datasets, in the order of their names. */
  List<SearchResults.Count> tags() {
    return search.count(SearchRequest.newest(0), Facet.KEYWORD).stream()
        .sorted(Comparator.comparing(SearchResults.Count::value))
        .toList();
  }

  private Map<String, Long> counts(Facet facet) {
    Map<String, Long> counts = new HashMap<>();
    search
        .search(SearchRequest.newest(0))
        .of(facet)
        .forEach(count -> counts.put(count.value(), count.hits()));
    return counts;
  }

  /** The datasets of a body or with a keyword, those changed last first. */
  SearchRequest datasets(Facet facet, String value, int limit) {
    return new SearchRequest(
        "",
        Map.of(),
        Period.ALWAYS,
        Optional.empty(),
        new Condition.Has(facet, java.util.Set.of(value)),
        Order.CHANGED,
        0,
        limit);
  }

  /** An organization in CKAN's words. */
  static ObjectNode organization(Body body) {
    ObjectNode json = common(body);
    json.put("type", "organization").put("is_organization", true);
    return json;
  }

  /** A group in CKAN's words. */
  static ObjectNode group(Body body) {
    ObjectNode json = common(body);
    json.put("type", "group").put("is_organization", false);
    return json;
  }

  private static ObjectNode common(Body body) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", body.uuid());
    json.put("name", body.name());
    json.put("title", body.title());
    json.put("display_name", body.title());
    json.put("description", body.description());
    json.put("image_url", "");
    json.put("image_display_url", "");
    json.put("approval_status", "approved");
    json.put("state", "active");
    return json;
  }

  /** A tag in CKAN's words. */
  ObjectNode tag(String name) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", IriUuid.of(base + "tags/" + name));
    json.put("name", name);
    json.put("display_name", name);
    json.put("state", "active");
    json.putNull("vocabulary_id");
    return json;
  }
}
