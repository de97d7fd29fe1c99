package org.machinami.web.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.machinami.store.search.Box;
import org.machinami.store.search.Condition;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Order;
import org.machinami.store.search.Period;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;
import org.machinami.web.dataset.BoxParameter;
import org.machinami.web.language.Language;

/** {@code package_search}. Thread-safe. */
final class PackageSearch implements Action {
  /** CKAN cuts longer pages to this without a word, and clients rely on it. */
  static final int MOST_ROWS = 1_000;

  /** How the names of Solr's parameters for facets begin. */
  private static final String FACET = "facet.";

  private static final int USUAL_ROWS = 10;
  private static final int USUAL_FACET_VALUES = 50;
  private static final int MOST_NUMBER = 999_999_999;

  private static final Map<String, Facet> FACETS = new LinkedHashMap<>();

  static {
    FACETS.put("organization", Facet.PUBLISHER);
    FACETS.put("groups", Facet.SERVICE_FIELD);
    FACETS.put("tags", Facet.KEYWORD);
    FACETS.put("res_format", Facet.FORMAT);
    FACETS.put("license_id", Facet.LICENCE);
    FACETS.put("sector", Facet.SECTOR);
    FACETS.put("municipality", Facet.MUNICIPALITY);
    FACETS.put("access", Facet.ACCESS);
    FACETS.put("quality", Facet.QUALITY);
    FACETS.put("frequency", Facet.FREQUENCY);
    FACETS.put("year", Facet.YEAR);
    FACETS.put("language", Facet.LANGUAGE);
  }

  private static final Map<String, Order> ORDERS =
      Map.ofEntries(
          Map.entry("score desc", Order.RELEVANCE),
          Map.entry("metadata_modified desc", Order.CHANGED),
          Map.entry("metadata_modified asc", Order.CHANGED_UP),
          Map.entry("name asc", Order.NAME),
          Map.entry("name desc", Order.NAME_DOWN),
          Map.entry("id asc", Order.NAME),
          Map.entry("id desc", Order.NAME_DOWN),
          Map.entry("metadata_created desc", Order.CREATED),
          Map.entry("metadata_created asc", Order.CREATED_UP),
          Map.entry("title asc", Order.TITLE_JA),
          Map.entry("title desc", Order.TITLE_JA_DOWN),
          Map.entry("title_string asc", Order.TITLE_JA),
          Map.entry("title_string desc", Order.TITLE_JA_DOWN),
          Map.entry("modified desc", Order.MODIFIED),
          Map.entry("modified asc", Order.MODIFIED_UP),
          Map.entry("issued desc", Order.ISSUED),
          Map.entry("views_recent desc", Order.USED),
          Map.entry("views_total desc", Order.USED));

  private final SearchIndex search;
  private final Packages packages;
  private final SolrConditions conditions;
  private final FacetNames names;

  PackageSearch(
      SearchIndex search, Packages packages, SolrConditions conditions, FacetNames names) {
    this.search = search;
    this.packages = packages;
    this.conditions = conditions;
    this.names = names;
  }

  @Override
  public Result run(Parameters parameters, Language language) {
    int rows = Math.min(MOST_ROWS, parameters.natural("rows", USUAL_ROWS, MOST_NUMBER));
    int start = parameters.natural("start", 0, MOST_NUMBER);
    String sort = sort(parameters);
    List<String> fields = parameters.list("fl");
    boolean faceted = parameters.bool("facet", true);
    List<String> asked = faceted ? facetFields(parameters) : List.of();
    int most = facetLimit(parameters);
    long least = Math.max(1, parameters.natural(FACET + "mincount", 1, MOST_NUMBER));
    SearchRequest request = request(parameters, order(sort, language));
    boolean far = start > SearchRequest.LAST_OFFSET;
    SearchResults found = search.search(far ? request : page(request, start, rows));
    if (far && start < found.total()) {
      throw CkanError.invalid(
          "start",
          "Must be at most "
              + SearchRequest.LAST_OFFSET
              + "; narrow the search, or page by metadata_modified: "
              + start);
    }
    Map<String, List<SearchResults.Count>> facets = new LinkedHashMap<>();
    for (String field : asked) {
      facets.put(
          field,
          counts(found, request, FACETS.get(field)).stream()
              .filter(count -> count.hits() >= least)
              .limit(most)
              .toList());
    }
    return json -> write(json, found.total(), sort, found.hits(), fields, facets, language);
  }

  private List<SearchResults.Count> counts(
      SearchResults found, SearchRequest request, Facet facet) {
    return Facet.COUNTED.contains(facet) ? found.of(facet) : search.count(request, facet);
  }

  private SearchRequest request(Parameters parameters, Order order) {
    List<Condition> all = new ArrayList<>();
    String q = parameters.text("q").orElse("");
    String words = "";
    if (q.indexOf(':') < 0) {
      if (q.length() > 4_000) {
        throw CkanError.query("The query has " + q.length() + " characters; use 4000 at most.");
      }
      words = q;
    } else {
      all.add(conditions.of(SolrParser.parse(q)));
    }
    parameters.text("fq").ifPresent(fq -> all.add(conditions.of(SolrParser.parse(fq))));
    for (String fq : parameters.list("fq_list")) {
      all.add(conditions.of(SolrParser.parse(fq)));
    }
    Condition condition = all.isEmpty() ? Condition.EVERYTHING : new Condition.All(all);
    return new SearchRequest(
        words, Map.of(), Period.ALWAYS, box(parameters), condition, order, 0, 0);
  }

  private static Optional<Box> box(Parameters parameters) {
    String box = parameters.text("ext_bbox").orElse("");
    try {
      return BoxParameter.read("ext_bbox", box);
    } catch (org.machinami.web.problem.Problem e) {
      throw CkanError.invalid(
          "ext_bbox", "Must be west,south,east,north in degrees: " + Parameters.shown(box));
    }
  }

  private static SearchRequest page(SearchRequest request, int start, int rows) {
    return new SearchRequest(
        request.words(),
        request.filters(),
        request.period(),
        request.extent(),
        request.condition(),
        request.order(),
        start,
        rows);
  }

  /** The first order counts; those behind it may only be ones that we know. */
  private static String sort(Parameters parameters) {
    String sort = parameters.text("sort").orElse("score desc, metadata_modified desc");
    for (String part : sort.split(",", -1)) {
      if (!ORDERS.containsKey(normal(part))) {
        throw CkanError.invalid(
            "sort",
            "Cannot sort by “"
                + Parameters.shown(part.strip())
                + "”. There are: "
                + String.join(", ", new TreeSet<>(ORDERS.keySet())));
      }
    }
    return sort;
  }

  private static String normal(String part) {
    String order = part.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return order.contains(" ") ? order : order + " asc";
  }

  private static Order order(String sort, Language language) {
    Order order = ORDERS.get(normal(sort.split(",", 2)[0]));
    if (language == Language.JA) {
      return order;
    }
    return switch (order) {
      case TITLE_JA -> Order.TITLE_EN;
      case TITLE_JA_DOWN -> Order.TITLE_EN_DOWN;
      default -> order;
    };
  }

  private static List<String> facetFields(Parameters parameters) {
    List<String> asked = parameters.list(FACET + "field");
    for (String field : asked) {
      if (!FACETS.containsKey(field)) {
        throw CkanError.invalid(
            FACET + "field",
            "Cannot count by “"
                + Parameters.shown(field)
                + "”. There are: "
                + String.join(", ", FACETS.keySet()));
      }
    }
    return asked.stream().distinct().toList();
  }

  /** A negative one stands for all. */
  private static int facetLimit(Parameters parameters) {
    return parameters.text(FACET + "limit").map("-1"::equals).orElse(false)
        ? Integer.MAX_VALUE
        : parameters.natural(FACET + "limit", USUAL_FACET_VALUES, MOST_NUMBER);
  }

  private void write(
      JsonGenerator json,
      long total,
      String sort,
      List<Hit> hits,
      List<String> fields,
      Map<String, List<SearchResults.Count>> facets,
      Language language)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("count", total);
    json.writeStringField("sort", sort);
    json.writeFieldName("facets");
    ParametersReader.JSON.writeTree(json, facets(facets));
    json.writeFieldName("search_facets");
    ParametersReader.JSON.writeTree(json, searchFacets(facets, language));
    json.writeArrayFieldStart("results");
    for (Hit hit : hits) {
      Optional<Packages.Found> found = packages.find(hit.id());
      if (found.isPresent()) { // else it went while we wrote
        ObjectNode dataset = packages.json(found.get(), language);
        ParametersReader.JSON.writeTree(
            json, fields.isEmpty() || fields.contains("*") ? dataset : dataset.retain(fields));
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private ObjectNode facets(Map<String, List<SearchResults.Count>> facets) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    facets.forEach(
        (field, counts) -> {
          ObjectNode values = json.putObject(field);
          counts.forEach(c -> values.put(names.name(FACETS.get(field), c.value()), c.hits()));
        });
    return json;
  }

  private ObjectNode searchFacets(
      Map<String, List<SearchResults.Count>> facets, Language language) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    facets.forEach(
        (field, counts) -> {
          Facet facet = FACETS.get(field);
          ArrayNode items = json.putObject(field).put("title", field).putArray("items");
          for (SearchResults.Count count : counts) {
            items
                .addObject()
                .put("name", names.name(facet, count.value()))
                .put("display_name", names.title(facet, count.value(), language))
                .put("count", count.hits());
          }
        });
    return json;
  }
}
