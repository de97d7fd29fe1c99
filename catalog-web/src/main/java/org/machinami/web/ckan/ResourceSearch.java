package org.machinami.web.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;
import org.machinami.web.language.Language;

/**
 * {@code resource_search}: resources whose fields hold given words. No index has them; the
 * descriptions are read one after the other, by few callers at a time. Thread-safe.
 */
final class ResourceSearch implements Action {
  private static final int MOST_DATASETS = 20_000;
  private static final int MOST_FOUND = 10_000;
  private static final int AT_ONCE = 2;
  private static final int MOST_NUMBER = 999_999_999;
  private static final int USUAL = 100;

  private static final Set<String> FIELDS =
      Set.of("id", "name", "description", "url", "format", "mimetype", "hash");
  private static final Set<String> ORDERS =
      Set.of("id", "name", "url", "format", "mimetype", "created", "last_modified", "position");

  private final Store store;
  private final Packages packages;
  private final Resources resources;
  private final NamedGraphs graphs;
  private final Turns turns =
      new Turns(AT_ONCE, "Resources are being searched by others; ask again in some seconds.");

  ResourceSearch(Store store, Packages packages, Resources resources) {
    this.store = store;
    this.packages = packages;
    this.resources = resources;
    this.graphs = new NamedGraphs(store.base());
  }

  /**
   * A field, and what it is to hold.
   *
   * @param words in small letters
   */
  private record Term(String field, String words) {
    boolean fits(JsonNode resource) {
      String value = resource.path(field).asText("").toLowerCase(Locale.ROOT);
      return switch (field) {
        case "id" -> value.equals(words);
        case "hash" -> value.startsWith(words);
        default -> value.contains(words);
      };
    }
  }

  @Override
  public Result run(Parameters parameters, Language language) {
    List<Term> terms = terms(parameters);
    int offset = parameters.natural("offset", 0, MOST_NUMBER);
    int limit = Math.min(MOST_FOUND, parameters.natural("limit", USUAL, MOST_NUMBER));
    Optional<String> order = parameters.text("order_by");
    if (order.isPresent() && !ORDERS.contains(order.get())) {
      throw CkanError.invalid(
          "order_by",
          "Cannot sort by “"
              + Parameters.shown(order.get())
              + "”. There are: "
              + String.join(", ", new TreeSet<>(ORDERS)));
    }
    List<JsonNode> found = turns.take(() -> search(terms, language));
    order.ifPresent(
        field -> found.sort(Comparator.comparing(resource -> resource.path(field).asText(""))));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("count", found.size());
    ArrayNode results = json.putArray("results");
    found.stream().skip(offset).limit(limit).forEach(results::add);
    return Result.of(json);
  }

  /**
   * A list is one of conditions that are all to be met; a text is one condition, commas and all.
   */
  private static List<Term> terms(Parameters parameters) {
    JsonNode asked =
        parameters.find("query").orElseThrow(() -> CkanError.invalid("query", "Missing value"));
    boolean list = asked.isArray() || asked.asText().strip().startsWith("[");
    List<String> texts =
        list ? parameters.list("query") : List.of(parameters.require("query").strip());
    if (texts.isEmpty()) {
      throw CkanError.invalid("query", "Missing value");
    }
    List<Term> terms = new ArrayList<>();
    for (String text : texts) {
      int colon = text.indexOf(':');
      if (colon <= 0 || colon == text.length() - 1) {
        throw CkanError.invalid("query", "Must be field:words, as in format:csv.");
      }
      String field = text.substring(0, colon).strip();
      if (!FIELDS.contains(field)) {
        throw CkanError.invalid(
            "query",
            "Field “"
                + Parameters.shown(field)
                + "” cannot be searched. There are: "
                + String.join(", ", new TreeSet<>(FIELDS)));
      }
      terms.add(new Term(field, text.substring(colon + 1).strip().toLowerCase(Locale.ROOT)));
    }
    return terms;
  }

  private List<JsonNode> search(List<Term> terms, Language language) {
    List<String> ids;
    try (Stream<GraphState> states = store.states().list(graphs.prefix(GraphName.Kind.METADATA))) {
      ids =
          states
              .flatMap(state -> graphs.datasetOf(state.graph()).stream())
              .limit(MOST_DATASETS + 1L)
              .toList();
    }
    if (ids.size() > MOST_DATASETS) {
      throw CkanError.invalid(
          "query",
          "There are more than "
              + MOST_DATASETS
              + " datasets, and resources are looked through one by one. Ask package_search, as"
              + " with fq=res_format:CSV; its results hold their resources.");
    }
    List<JsonNode> found = new ArrayList<>();
    for (String id : ids) {
      Optional<Packages.Found> dataset = packages.find(id);
      if (dataset.isPresent()) { // else it went meanwhile
        for (JsonNode resource : resources.json(dataset.get(), language)) {
          if (terms.stream().allMatch(term -> term.fits(resource))) {
            found.add(resource);
          }
        }
      }
      if (found.size() > MOST_FOUND) {
        throw CkanError.invalid(
            "query", "More than " + MOST_FOUND + " resources fit; give more conditions.");
      }
    }
    return found;
  }
}
