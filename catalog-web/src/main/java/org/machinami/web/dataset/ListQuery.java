package org.machinami.web.dataset;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.machinami.store.search.Box;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Order;
import org.machinami.store.search.Period;
import org.machinami.store.search.SearchRequest;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;

/**
 * The state of the list of datasets, as it stands in its address.
 *
 * @param words as typed
 * @param filters chosen values by facet
 * @param period that the data must touch
 * @param extent rectangle of the map that the data must touch
 * @param sort one of {@link Sort}
 * @param page from 1
 */
public record ListQuery(
    String words,
    Map<Facet, Set<String>> filters,
    Period period,
    Optional<Box> extent,
    Sort sort,
    int page) {
  public static final int PAGE_SIZE = 20;
  static final int LAST_PAGE = SearchRequest.LAST_OFFSET / PAGE_SIZE;

  /** The orders that a reader can choose. */
  public enum Sort {
    RELEVANCE("relevance"),
    MODIFIED("modified"),
    ISSUED("issued"),
    USED("used"),
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

  SearchRequest request(Language language) {
    return request(language, PAGE_SIZE);
  }

  /**
   * As a request for a page.
   *
   * @param size hits of a page
   */
  SearchRequest request(Language language, int size) {
    Order order =
        switch (sort) {
          case RELEVANCE -> Order.RELEVANCE;
          case MODIFIED -> Order.MODIFIED;
          case ISSUED -> Order.ISSUED;
          case USED -> Order.USED;
          case TITLE -> language == Language.JA ? Order.TITLE_JA : Order.TITLE_EN;
        };
    int offset = (int) Math.min(SearchRequest.LAST_OFFSET, (page - 1L) * size);
    return new SearchRequest(words, filters, period, extent, order, offset, size);
  }

  boolean has(Facet facet, String value) {
    return filters.getOrDefault(facet, Set.of()).contains(value);
  }

  /** Whether anything but words narrows it. */
  boolean isNarrowed() {
    return !filters.isEmpty() || !period.equals(Period.ALWAYS) || extent.isPresent();
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
    return new ListQuery(words, changed, period, extent, sort, 1);
  }

  /** The same without some values of a facet. */
  ListQuery without(Facet facet, Set<String> values) {
    Map<Facet, Set<String>> changed = new EnumMap<>(Facet.class);
    changed.putAll(filters);
    changed.computeIfPresent(
        facet,
        (f, chosen) ->
            chosen.stream().filter(v -> !values.contains(v)).collect(Collectors.toSet()));
    return new ListQuery(words, changed, period, extent, sort, 1);
  }

  ListQuery withoutPeriod() {
    return new ListQuery(words, filters, Period.ALWAYS, extent, sort, 1);
  }

  ListQuery withoutExtent() {
    return new ListQuery(words, filters, period, Optional.empty(), sort, 1);
  }

  /** Other words, and no filters. */
  ListQuery asking(String other) {
    return new ListQuery(other, Map.of(), Period.ALWAYS, Optional.empty(), sort, 1);
  }

  /** Other words under the same filters. */
  ListQuery corrected(String other) {
    return new ListQuery(other, filters, period, extent, sort, 1);
  }

  ListQuery sorted(Sort by) {
    return new ListQuery(words, filters, period, extent, by, 1);
  }

  ListQuery onPage(int number) {
    return new ListQuery(words, filters, period, extent, sort, number);
  }

  /** Path and query below the base, such as "datasets?q=park&sector=public". */
  public String path() {
    StringBuilder path = new StringBuilder("datasets");
    parameters()
        .forEach(
            (name, values) -> {
              for (String value : values) {
                path.append(path.length() == "datasets".length() ? '?' : '&');
                path.append(name).append('=').append(encoded(value));
              }
            });
    return path.toString();
  }

  /** Name and values of each parameter of the address, in their order. */
  Map<String, List<String>> parameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (!words.isEmpty()) {
      parameters.put(ListParameters.WORDS, List.of(words));
    }
    for (Facet facet : Facet.COUNTED) {
      List<String> values = new ArrayList<>(filters.getOrDefault(facet, Set.of()));
      if (!values.isEmpty()) {
        values.sort(null);
        parameters.put(facet.parameter(), values);
      }
    }
    period.from().ifPresent(d -> parameters.put(ListParameters.FROM, List.of(d.toString())));
    period.to().ifPresent(d -> parameters.put(ListParameters.TO, List.of(d.toString())));
    extent.ifPresent(box -> parameters.put(ListParameters.EXTENT, List.of(BoxParameter.text(box))));
    if (sort != Sort.RELEVANCE) {
      parameters.put(ListParameters.SORT, List.of(sort.parameter()));
    }
    if (page > 1) {
      parameters.put(ListParameters.PAGE, List.of(Integer.toString(page)));
    }
    return parameters;
  }

  /** What its page is called. */
  String title(Messages messages) {
    return words.isEmpty()
        ? messages.text("datasets.title")
        : messages.text("datasets.title-words", words);
  }

  /** A list narrowed to one value. */
  public static String pathFor(Facet facet, String value) {
    return "datasets?" + facet.parameter() + "=" + encoded(value);
  }

  /** Most values are ids and codes, which stand in an address as they are. */
  private static String encoded(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-';
      if (!plain) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
      }
    }
    return value;
  }
}
