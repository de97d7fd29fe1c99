package org.machinami.web.dataset;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Order;
import org.machinami.store.search.SearchRequest;
import org.machinami.web.language.Language;
import org.machinami.web.problem.Problem;

/**
 * The state of the list of datasets, as it stands in its address.
 *
 * @param words as typed
 * @param filters chosen values by facet
 * @param sort one of {@link Sort}
 * @param page from 1
 */
public record ListQuery(String words, Map<Facet, Set<String>> filters, Sort sort, int page) {
  public static final int PAGE_SIZE = 20;
  static final int LAST_PAGE = SearchRequest.LAST_OFFSET / PAGE_SIZE;

  /** The orders that a reader can choose. */
  public enum Sort {
    RELEVANCE("relevance"),
    MODIFIED("modified"),
    TITLE("title");

    private final String parameter;

    Sort(String parameter) {
      this.parameter = parameter;
    }

    public String parameter() {
      return parameter;
    }
  }

  public ListQuery {
    Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
    filters.forEach((f, values) -> copy.put(f, Set.copyOf(values)));
    filters = Map.copyOf(copy);
  }

  /**
   * Reads the parameters of an address.
   *
   * @throws Problem 400 when page or sort cannot be used
   */
  static ListQuery parse(MultivaluedMap<String, String> parameters) {
    String words = value(parameters, "q", "");
    Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Set<String> values = new LinkedHashSet<>();
      for (String value : parameters.getOrDefault(facet.parameter(), List.of())) {
        if (!value.isBlank()) {
          values.add(value);
        }
      }
      if (!values.isEmpty()) {
        filters.put(facet, values);
      }
    }
    return new ListQuery(
        words.strip(),
        filters,
        sort(value(parameters, "sort", "")),
        page(value(parameters, "page", "1")));
  }

  private static Sort sort(String value) {
    if (value.isEmpty()) {
      return Sort.RELEVANCE;
    }
    for (Sort sort : Sort.values()) {
      if (sort.parameter().equals(value)) {
        return sort;
      }
    }
    throw Problem.badParameter("sort", value, "problem.bad-request.sort");
  }

  private static int page(String value) {
    try {
      int page = Integer.parseInt(value);
      if (page >= 1 && page <= LAST_PAGE) {
        return page;
      }
    } catch (NumberFormatException e) {
      // told below, like a number that is too small or too large
    }
    throw Problem.badParameter("page", value, "problem.bad-request.page");
  }

  private static String value(
      MultivaluedMap<String, String> parameters, String name, String otherwise) {
    String value = parameters.getFirst(name);
    return value == null ? otherwise : value;
  }

  SearchRequest request(Language language) {
    Order order =
        switch (sort) {
          case RELEVANCE -> Order.RELEVANCE;
          case MODIFIED -> Order.MODIFIED;
          case TITLE -> language == Language.JA ? Order.TITLE_JA : Order.TITLE_EN;
        };
    return new SearchRequest(words, filters, order, (page - 1) * PAGE_SIZE, PAGE_SIZE);
  }

  boolean has(Facet facet, String value) {
    return filters.getOrDefault(facet, Set.of()).contains(value);
  }

  /** The same with a value of a facet added or, where it was chosen, taken away; the first page. */
  ListQuery toggled(Facet facet, String value) {
    Map<Facet, Set<String>> changed = new EnumMap<>(Facet.class);
    changed.putAll(filters);
    Set<String> values = new LinkedHashSet<>(filters.getOrDefault(facet, Set.of()));
    if (!values.remove(value)) {
      values.add(value);
    }
    changed.put(facet, values);
    return new ListQuery(words, changed, sort, 1);
  }

  ListQuery sorted(Sort by) {
    return new ListQuery(words, filters, by, 1);
  }

  ListQuery onPage(int number) {
    return new ListQuery(words, filters, sort, number);
  }

  /** Path and query below the base, such as "datasets?q=park&sector=public". */
  public String path() {
    List<String> pairs = new ArrayList<>();
    if (!words.isEmpty()) {
      pairs.add(pair("q", words));
    }
    for (Facet facet : Facet.values()) {
      filters.getOrDefault(facet, Set.of()).stream()
          .sorted()
          .forEach(value -> pairs.add(pair(facet.parameter(), value)));
    }
    if (sort != Sort.RELEVANCE) {
      pairs.add(pair("sort", sort.parameter()));
    }
    if (page > 1) {
      pairs.add(pair("page", Integer.toString(page)));
    }
    return "datasets" + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
  }

  /** A list narrowed to one value. */
  public static String pathFor(Facet facet, String value) {
    return "datasets?" + pair(facet.parameter(), value);
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
