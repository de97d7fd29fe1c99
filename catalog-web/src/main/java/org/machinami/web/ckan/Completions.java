package org.machinami.web.ckan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.machinami.store.search.Condition;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Order;
import org.machinami.store.search.Period;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;
import org.machinami.web.language.Language;

/**
 * What forms of CKAN's clients ask while somebody types: {@code ..._autocomplete} and {@code
 * tag_search}. Thread-safe.
 */
final class Completions {
  private static final int MOST = 100;
  private static final int MOST_TAGS = 1_000;
  private static final int MOST_NUMBER = 999_999_999;
  private static final int LONGEST = 100;

  private final SearchIndex search;
  private final Packages packages;
  private final Bodies bodies;

  Completions(SearchIndex search, Packages packages, Bodies bodies) {
    this.search = search;
    this.packages = packages;
    this.bodies = bodies;
  }

  private static String asked(Parameters parameters, String name) {
    String text = parameters.require(name);
    if (text.length() > LONGEST) {
      throw CkanError.invalid(name, "Must have " + LONGEST + " characters at most.");
    }
    return text;
  }

  private static int limit(Parameters parameters, int usual) {
    return Math.min(MOST, parameters.natural("limit", usual, MOST_NUMBER));
  }

  /** Datasets by the beginning of their name, or by words of their title. */
  Action.Result datasets(Parameters parameters, Language language) {
    String text = asked(parameters, "q");
    Condition named = new Condition.NameBegins(text.toLowerCase(Locale.ROOT));
    String words = text.replaceAll("[\"“”「」:]", " ").strip();
    Condition titled =
        words.isEmpty() ? Condition.NOTHING : new Condition.Words("title:\"" + words + "\"");
    List<Hit> hits =
        search
            .search(
                new SearchRequest(
                    "",
                    Map.of(),
                    Period.ALWAYS,
                    Optional.empty(),
                    new Condition.Any(List.of(named, titled)),
                    Order.NAME,
                    0,
                    limit(parameters, 10)))
            .hits();
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Hit hit : hits) {
      Optional<Packages.Found> found = packages.find(hit.id());
      if (found.isPresent()) {
        String title = found.get().state().title(found.get().dataset(), language).value();
        boolean byName = hit.id().startsWith(text.toLowerCase(Locale.ROOT));
        json.addObject()
            .put("name", hit.id())
            .put("title", title)
            .put("match_field", byName ? "name" : "title")
            .put("match_displayed", byName ? hit.id() : title + " (" + hit.id() + ")");
      }
    }
    return Action.Result.of(json);
  }

  /** Bodies by a part of name or title. */
  Action.Result bodies(Parameters parameters, Supplier<List<Bodies.Body>> all) {
    String text = DatastoreQuery.folded(parameters.text("q").orElse(""));
    int limit = limit(parameters, 20);
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    all.get().stream()
        .filter(
            body ->
                DatastoreQuery.folded(body.name()).contains(text)
                    || DatastoreQuery.folded(body.title()).contains(text))
        .limit(limit)
        .forEach(
            body ->
                json.addObject()
                    .put("id", body.uuid())
                    .put("name", body.name())
                    .put("title", body.title()));
    return Action.Result.of(json);
  }

  /** File formats of resources, in small letters as CKAN has them. */
  Action.Result formats(Parameters parameters, Language language) {
    String text = asked(parameters, "q").toLowerCase(Locale.ROOT);
    int limit = limit(parameters, 5);
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    search.search(SearchRequest.newest(0)).of(Facet.FORMAT).stream()
        .filter(count -> count.value().toLowerCase(Locale.ROOT).contains(text))
        .sorted(Comparator.comparing(SearchResults.Count::hits).reversed())
        .limit(limit)
        .forEach(count -> json.add(count.value().toLowerCase(Locale.ROOT)));
    return Action.Result.of(json);
  }

  /** All keywords that hold the text. */
  private List<String> matching(Parameters parameters) {
    if (parameters.text("vocabulary_id").isPresent()) {
      throw CkanError.notFound("There is no vocabulary of tags here.");
    }
    List<String> texts = new ArrayList<>();
    for (String name : List.of("query", "q")) {
      parameters.text(name).map(DatastoreQuery::folded).ifPresent(texts::add);
    }
    if (texts.isEmpty()) {
      return List.of();
    }
    return bodies.tags().stream()
        .map(SearchResults.Count::value)
        .filter(tag -> texts.stream().allMatch(DatastoreQuery.folded(tag)::contains))
        .toList();
  }

  Action.Result tagSearch(Parameters parameters, Language language) {
    List<String> tags = matching(parameters);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("count", tags.size());
    ArrayNode results = json.putArray("results");
    page(tags, parameters, MOST_TAGS).forEach(tag -> results.add(bodies.tag(tag)));
    return Action.Result.of(json);
  }

  Action.Result tags(Parameters parameters, Language language) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    page(matching(parameters), parameters, MOST).forEach(json::add);
    return Action.Result.of(json);
  }

  private static List<String> page(List<String> tags, Parameters parameters, int most) {
    int offset = parameters.natural("offset", 0, MOST_NUMBER);
    int limit = Math.min(most, parameters.natural("limit", most, MOST_NUMBER));
    return tags.stream().skip(offset).limit(limit).toList();
  }
}
