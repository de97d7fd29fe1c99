package org.machinami.web.catalog;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.machinami.web.language.Messages;
import org.machinami.web.page.QueryString;
import org.machinami.web.problem.Problem;

/**
 * Which page of the catalogue, as it stands in its address.
 *
 * @param after the page begins behind the dataset with this id; empty at the beginning
 * @param before the page ends before the dataset with this id; empty where {@code after} counts
 * @param since only what changed from this place of the ledger on
 * @param limit datasets of a page at most
 */
record CatalogQuery(String after, String before, Optional<Place> since, int limit) {
  static final int USUAL_LIMIT = 100;
  static final int MOST = 500;

  /** Stands behind the id of every dataset. */
  static final String END = "~";

  private static final String SINCE = "since";

  CatalogQuery {
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(since, "since");
  }

  /**
   * Reads the parameters. An empty one is as if it were not there.
   *
   * @param sequenceAt the last commit at or before a time
   * @throws Problem 400 when one cannot be used
   */
  static CatalogQuery read(
      MultivaluedMap<String, String> parameters, ToLongFunction<Instant> sequenceAt) {
    String after = id(parameters, "after");
    String before = id(parameters, "before");
    String since = value(parameters, SINCE);
    if (!before.isEmpty() && !after.isEmpty()) {
      throw Problem.badParameter("before", before, "problem.catalog.both");
    }
    if (!since.isEmpty() && !(after + before).isEmpty()) {
      throw Problem.badParameter(SINCE, since, "problem.catalog.since-alone");
    }
    return new CatalogQuery(
        after,
        before,
        since.isEmpty() ? Optional.empty() : Optional.of(place(since, sequenceAt)),
        limit(value(parameters, "limit")));
  }

  /** A place of the ledger; a time with its offset, or the beginning of a day of the city. */
  private static Place place(String since, ToLongFunction<Instant> sequenceAt) {
    Optional<Place> place = Place.parse(since);
    if (place.isPresent()) {
      return place.get();
    }
    try {
      Instant time =
          since.length() == "2026-04-01".length()
              ? LocalDate.parse(since).atStartOfDay(Messages.CITY).toInstant().minusNanos(1)
              // A plus that was not escaped arrives as a space.
              : OffsetDateTime.parse(since.replace(' ', '+')).toInstant();
      return new Place(sequenceAt.applyAsLong(time), 0);
    } catch (DateTimeException e) {
      throw Problem.badParameter(SINCE, since, "problem.catalog.since");
    }
  }

  private static String id(MultivaluedMap<String, String> parameters, String name) {
    String value = value(parameters, name);
    if (!value.matches("[a-z0-9~-]{0,81}")) {
      throw Problem.badParameter(name, shortened(value), "problem.catalog.id");
    }
    return value;
  }

  private static int limit(String value) {
    if (value.isEmpty()) {
      return USUAL_LIMIT;
    }
    if (!value.matches("[1-9][0-9]{0,2}") || Integer.parseInt(value) > MOST) {
      throw Problem.badParameter("limit", shortened(value), "problem.catalog.limit");
    }
    return Integer.parseInt(value);
  }

  private static String shortened(String value) {
    return value.length() > 40 ? value.substring(0, 40) + "…" : value;
  }

  private static String value(MultivaluedMap<String, String> parameters, String name) {
    String value = parameters.getFirst(name);
    return value == null ? "" : value.strip();
  }

  boolean isFirst() {
    return after.isEmpty() && before.isEmpty() && since.isEmpty();
  }

  CatalogQuery first() {
    return new CatalogQuery("", "", Optional.empty(), limit);
  }

  CatalogQuery last() {
    return before(END);
  }

  CatalogQuery after(String id) {
    return new CatalogQuery(id, "", Optional.empty(), limit);
  }

  CatalogQuery before(String id) {
    return new CatalogQuery("", id, Optional.empty(), limit);
  }

  CatalogQuery since(Place place) {
    return new CatalogQuery("", "", Optional.of(place), limit);
  }

  /** Path and query below the base. */
  String path() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("after", after);
    parameters.put("before", before);
    parameters.put(SINCE, since.map(Place::text).orElse(""));
    parameters.put("limit", limit == USUAL_LIMIT ? "" : Integer.toString(limit));
    return "catalog" + QueryString.of(parameters);
  }
}
