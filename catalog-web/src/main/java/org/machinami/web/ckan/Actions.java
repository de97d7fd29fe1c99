package org.machinami.web.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;
import org.machinami.store.state.GraphState;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rows.DataTables;

/** The actions that there are, by their names. Thread-safe. */
public final class Actions {
  /** The version whose answers ours are like. */
  private static final String LIKE = "2.11.0";

  private static final int MOST_NUMBER = 999_999_999;
  private static final int MOST_NAMES = 1_000;
  private static final int MOST_WITH_FIELDS = 25;
  private static final Pattern WRITING =
      Pattern.compile(
          ".*_(create|update|patch|delete|purge|upsert|upload|reorder|rename|revise|undelete|add|remove|move)"
              + "|(follow|unfollow|bulk|send)_.*|term_translation_update_many|job_.*|task_status_.*");

  private final Store store;
  private final SearchIndex search;
  private final Bodies bodies;
  private final Licences licences;
  private final Packages packages;
  private final NamedGraphs graphs;
  private final Map<String, Action> actions = new LinkedHashMap<>();

  private Actions(
      Store store,
      SearchIndex search,
      DatasetReader datasets,
      DataTables tables,
      Labels labels,
      List<String> fields) {
    this.store = store;
    this.search = search;
    this.graphs = new NamedGraphs(store.base());
    this.bodies = new Bodies(search, labels, fields, store.base());
    this.licences = new Licences(search, labels);
    Resources resources = new Resources(store.base());
    this.packages = new Packages(store, search, datasets, bodies, licences, resources);
    Completions completions = new Completions(search, packages, bodies);
    Datastore datastore = new Datastore(store, packages, tables);
    actions.put("package_list", this::packageList);
    actions.put("package_show", this::packageShow);
    actions.put(
        "package_search",
        new PackageSearch(
            search,
            packages,
            new SolrConditions(search, bodies, licences),
            new FacetNames(bodies, licences, labels)));
    actions.put("current_package_list_with_resources", this::currentPackages);
    actions.put("resource_show", this::resourceShow);
    actions.put("resource_search", new ResourceSearch(store, packages, resources));
    actions.put("resource_view_list", this::resourceViews);
    actions.put("package_autocomplete", completions::datasets);
    actions.put("format_autocomplete", completions::formats);
    actions.put(
        "organization_list", (p, l) -> list(p, bodies.organizations(l), Bodies::organization));
    actions.put(
        "organization_show",
        (p, l) -> show(p, l, bodies.organizations(l), Facet.PUBLISHER, Bodies::organization));
    actions.put("organization_list_for_user", (p, l) -> empty());
    actions.put(
        "organization_autocomplete",
        (p, l) -> completions.bodies(p, () -> bodies.organizations(l)));
    actions.put("group_list", (p, l) -> list(p, bodies.groups(l), Bodies::group));
    actions.put(
        "group_show", (p, l) -> show(p, l, bodies.groups(l), Facet.SERVICE_FIELD, Bodies::group));
    actions.put("group_autocomplete", (p, l) -> completions.bodies(p, () -> bodies.groups(l)));
    actions.put("group_package_show", this::groupPackages);
    actions.put("tag_list", this::tagList);
    actions.put("tag_show", this::tagShow);
    actions.put("tag_search", completions::tagSearch);
    actions.put("tag_autocomplete", completions::tags);
    actions.put("vocabulary_list", (p, l) -> empty());
    actions.put("license_list", this::licenceList);
    actions.put("datastore_search", datastore::search);
    actions.put("datastore_info", datastore::info);
    actions.put("status_show", this::status);
    actions.put("site_read", (p, l) -> json -> json.writeBoolean(true));
    actions.put("help_show", this::help);
  }

  /**
   * What answers for the API.
   *
   * @param fields ids of the service fields in their order
   */
  public static List<Object> resources(
      Store store,
      SearchIndex search,
      DatasetReader datasets,
      DataTables tables,
      Labels labels,
      List<String> fields) {
    Actions actions = new Actions(store, search, datasets, tables, labels, fields);
    return List.of(new ActionResource(store.base(), actions.actions));
  }

  /** Names of the actions, in their order. */
  static Set<String> names() {
    return Set.of(
        "package_list",
        "package_show",
        "package_search",
        "current_package_list_with_resources",
        "resource_show",
        "resource_search",
        "resource_view_list",
        "package_autocomplete",
        "format_autocomplete",
        "organization_list",
        "organization_show",
        "organization_list_for_user",
        "organization_autocomplete",
        "group_list",
        "group_show",
        "group_autocomplete",
        "group_package_show",
        "tag_list",
        "tag_show",
        "tag_search",
        "tag_autocomplete",
        "vocabulary_list",
        "license_list",
        "datastore_search",
        "datastore_info",
        "status_show",
        "site_read",
        "help_show");
  }

  /** There is no such action, or none that we let anybody do. */
  static CkanError unknown(String name) {
    if (WRITING.matcher(name).matches()) {
      return CkanError.denied(
          "Access denied: nothing is written by this API. Stewards publish at /steward.");
    }
    return CkanError.badRequest(
        "Bad request - Action name not known: "
            + Parameters.shown(name)
            + ". There are: "
            + String.join(", ", names().stream().sorted().toList()));
  }

  private static Action.Result empty() {
    return Action.Result.of(JsonNodeFactory.instance.arrayNode());
  }

  private Action.Result packageList(Parameters parameters, Language language) {
    int offset = parameters.natural("offset", 0, MOST_NUMBER);
    int limit = parameters.natural("limit", MOST_NUMBER, MOST_NUMBER);
    return json -> {
      json.writeStartArray();
      try (Stream<GraphState> states =
          store.states().list(graphs.prefix(GraphName.Kind.METADATA))) {
        for (GraphState state : (Iterable<GraphState>) states.skip(offset).limit(limit)::iterator) {
          Optional<String> id = graphs.datasetOf(state.graph());
          if (id.isPresent()) {
            json.writeString(id.get());
          }
        }
      }
      json.writeEndArray();
    };
  }

  private Action.Result packageShow(Parameters parameters, Language language) {
    Packages.Found found = packages.require(parameters.require("id"));
    return Action.Result.of(packages.json(found, language));
  }

  private Action.Result currentPackages(Parameters parameters, Language language) {
    int limit =
        Math.min(
            PackageSearch.MOST_ROWS,
            parameters.natural("limit", PackageSearch.MOST_ROWS, MOST_NUMBER));
    int page = parameters.natural("page", 0, SearchRequest.LAST_OFFSET);
    long offset =
        page > 0 ? (page - 1L) * limit : parameters.natural("offset", 0, SearchRequest.LAST_OFFSET);
    if (offset > SearchRequest.LAST_OFFSET) {
      throw CkanError.invalid("page", "Reaches beyond dataset " + SearchRequest.LAST_OFFSET + ".");
    }
    List<Hit> hits =
        search
            .search(
                new SearchRequest(
                    "", Map.of(), org.machinami.store.search.Order.CHANGED, (int) offset, limit))
            .hits();
    return packages(hits, language);
  }

  /** No resource has views; which there is none of is not found. */
  private Action.Result resourceViews(Parameters parameters, Language language) {
    resource(parameters, language);
    return empty();
  }

  private Action.Result resourceShow(Parameters parameters, Language language) {
    return Action.Result.of(resource(parameters, language));
  }

  private JsonNode resource(Parameters parameters, Language language) {
    String id = parameters.require("id").toLowerCase(Locale.ROOT);
    Optional<Packages.Found> found = Names.isUuid(id) ? packages.find(id) : Optional.empty();
    if (found.isPresent()) {
      for (JsonNode resource : packages.json(found.get(), language).get("resources")) {
        if (resource.get("id").asText().equals(id)) {
          return resource;
        }
      }
    }
    throw CkanError.notFound("Not found");
  }

  private Action.Result list(
      Parameters parameters, List<Bodies.Body> all, Function<Bodies.Body, ObjectNode> writing) {
    boolean full = parameters.bool("all_fields", false);
    int offset = parameters.natural("offset", 0, MOST_NUMBER);
    int most = full ? MOST_WITH_FIELDS : MOST_NAMES;
    int limit = Math.min(most, parameters.natural("limit", most, MOST_NUMBER));
    List<String> wanted = new ArrayList<>(parameters.list("organizations"));
    wanted.addAll(parameters.list("groups"));
    String sort = parameters.text("sort").or(() -> parameters.text("order_by")).orElse("title asc");
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    all.stream()
        .filter(body -> wanted.isEmpty() || wanted.stream().anyMatch(body::is))
        .sorted(order(sort))
        .skip(offset)
        .limit(limit)
        .forEach(
            body -> {
              if (full) {
                json.add(writing.apply(body).put("package_count", body.packages()));
              } else {
                json.add(body.name());
              }
            });
    return Action.Result.of(json);
  }

  private static Comparator<Bodies.Body> order(String sort) {
    String[] parts = sort.strip().toLowerCase(Locale.ROOT).split("\\s+", 3);
    Comparator<Bodies.Body> order =
        switch (parts[0]) {
          case "name" -> Comparator.comparing(Bodies.Body::name);
          case "title" -> Comparator.comparing(Bodies.Body::title);
          case "package_count", "packages" -> Comparator.comparing(Bodies.Body::packages);
          default ->
              throw CkanError.invalid(
                  "sort",
                  "Cannot sort by “"
                      + Parameters.shown(sort)
                      + "”. There are: name, title, package_count; asc or desc behind it.");
        };
    boolean down = parts.length > 1 && parts[1].equals("desc");
    return down ? order.reversed() : order;
  }

  private Action.Result show(
      Parameters parameters,
      Language language,
      List<Bodies.Body> all,
      Facet facet,
      Function<Bodies.Body, ObjectNode> writing) {
    String id = parameters.require("id");
    Bodies.Body body =
        all.stream()
            .filter(one -> one.is(id))
            .findFirst()
            .orElseThrow(() -> CkanError.notFound("Not found"));
    ObjectNode json = writing.apply(body);
    json.put("package_count", body.packages());
    json.putArray("extras");
    json.putArray("tags");
    json.putArray("users");
    json.putArray("groups");
    if (!parameters.bool("include_datasets", false)) {
      return Action.Result.of(json);
    }
    return withPackages(json, bodies.datasets(facet, body.value(), MOST_NAMES), language);
  }

  /** The same with packages at the end, written one after the other. */
  private Action.Result withPackages(ObjectNode body, SearchRequest request, Language language) {
    List<Hit> hits = search.search(request).hits();
    return json -> {
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> field : body.properties()) {
        json.writeFieldName(field.getKey());
        ParametersReader.JSON.writeTree(json, field.getValue());
      }
      json.writeArrayFieldStart("packages");
      for (Hit hit : hits) {
        Optional<Packages.Found> found = packages.find(hit.id());
        if (found.isPresent()) {
          ParametersReader.JSON.writeTree(json, packages.json(found.get(), language));
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    };
  }

  private Action.Result groupPackages(Parameters parameters, Language language) {
    String id = parameters.require("id");
    int limit = Math.min(MOST_NAMES, parameters.natural("limit", MOST_NAMES, MOST_NUMBER));
    Bodies.Body group =
        bodies.groups(language).stream()
            .filter(one -> one.is(id))
            .findFirst()
            .orElseThrow(() -> CkanError.notFound("Not found"));
    return packages(
        search.search(bodies.datasets(Facet.SERVICE_FIELD, group.value(), limit)).hits(), language);
  }

  /** Packages, written one after the other. */
  private Action.Result packages(List<Hit> hits, Language language) {
    return json -> {
      json.writeStartArray();
      for (Hit hit : hits) {
        Optional<Packages.Found> found = packages.find(hit.id());
        if (found.isPresent()) {
          ParametersReader.JSON.writeTree(json, packages.json(found.get(), language));
        }
      }
      json.writeEndArray();
    };
  }

  private Action.Result tagList(Parameters parameters, Language language) {
    if (parameters.text("vocabulary_id").isPresent()) {
      throw CkanError.notFound("There is no vocabulary of tags here.");
    }
    String query = DatastoreQuery.folded(parameters.text("query").orElse(""));
    boolean full = parameters.bool("all_fields", false);
    List<SearchResults.Count> tags =
        bodies.tags().stream()
            .filter(tag -> query.isEmpty() || DatastoreQuery.folded(tag.value()).contains(query))
            .toList();
    return json -> {
      json.writeStartArray();
      for (SearchResults.Count tag : tags) {
        if (full) {
          ParametersReader.JSON.writeTree(json, bodies.tag(tag.value()));
        } else {
          json.writeString(tag.value());
        }
      }
      json.writeEndArray();
    };
  }

  private Action.Result tagShow(Parameters parameters, Language language) {
    String id = parameters.require("id");
    String name =
        bodies.tags().stream()
            .map(SearchResults.Count::value)
            .filter(
                tag ->
                    tag.equals(id)
                        || (Names.isUuid(id) && bodies.tag(tag).get("id").asText().equals(id)))
            .findFirst()
            .orElseThrow(() -> CkanError.notFound("Not found"));
    return parameters.bool("include_datasets", false)
        ? withPackages(bodies.tag(name), bodies.datasets(Facet.KEYWORD, name, MOST_NAMES), language)
        : Action.Result.of(bodies.tag(name));
  }

  private Action.Result licenceList(Parameters parameters, Language language) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (String iri : licences.all()) {
      boolean known = licences.isKnown(iri);
      String conformance = known ? "approved" : "not reviewed";
      json.addObject()
          .put("id", licences.id(iri))
          .put("title", licences.title(iri, language))
          .put("url", iri)
          .put("status", "active")
          .put("maintainer", "")
          .put("family", "")
          .put("od_conformance", conformance)
          .put("osd_conformance", "not reviewed")
          .put("domain_content", known)
          .put("domain_data", known)
          .put("domain_software", false)
          .put("is_generic", false)
          .put("is_okd_compliant", known)
          .put("is_osi_compliant", false);
    }
    return Action.Result.of(json);
  }

  private Action.Result status(Parameters parameters, Language language) {
    Messages m = Messages.in(language);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("ckan_version", LIKE);
    json.put("software", "Machinami");
    json.put("site_title", m.text("site.title"));
    json.put("site_description", m.text("site.description"));
    json.put("site_url", store.base());
    json.put("error_emails_to", "");
    json.put("locale_default", Language.JA.tag());
    json.putArray("extensions").add("datastore");
    return Action.Result.of(json);
  }

  private Action.Result help(Parameters parameters, Language language) {
    String name = parameters.require("name");
    if (!actions.containsKey(name)) {
      throw CkanError.notFound("Action “" + Parameters.shown(name) + "” was not found.");
    }
    String text = Help.of(name, Messages.in(language));
    return json -> json.writeString(text);
  }
}
