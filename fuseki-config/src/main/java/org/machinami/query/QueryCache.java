package org.machinami.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.update.UpdateFactory;

/** Parsed queries that have passed the policy, by their text. Safe for use by many threads. */
final class QueryCache {
  private static final int CACHED_LENGTH = 20_000;

  private final Cache<String, Query> parsed =
      Caffeine.newBuilder()
          .maximumWeight(4_000_000)
          .weigher((String text, Query query) -> text.length() + 200)
          .build();

  /**
   * The query of that text; shared, never to be changed.
   *
   * @throws Problem MALFORMED_QUERY, UPDATE_REFUSED, TOO_DEEP, and what {@link QueryPolicy} refuses
   */
  Query require(String text) {
    if (text.length() > CACHED_LENGTH) {
      return parse(text);
    }
    Query known = parsed.getIfPresent(text);
    if (known == null) {
      known = parse(text);
      parsed.put(text, known);
    }
    return known;
  }

  private static Query parse(String text) {
    try {
      Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
      QueryPolicy.check(query);
      query.ensureResultVars();
      return query;
    } catch (QueryParseException e) {
      if (e.getMessage() == null) {
        // The parser gives up on a StackOverflowError by an exception without text.
        throw new Problem(Problem.Kind.TOO_DEEP);
      }
      if (isUpdate(text)) {
        throw new Problem(Problem.Kind.UPDATE_REFUSED);
      }
      throw new Problem(
          Problem.Kind.MALFORMED_QUERY, e.getLine(), e.getColumn(), String.valueOf(e.getMessage()));
    } catch (QueryException e) {
      throw new Problem(Problem.Kind.MALFORMED_QUERY, 0, 0, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new Problem(Problem.Kind.TOO_DEEP);
    }
  }

  private static boolean isUpdate(String text) {
    try {
      UpdateFactory.create(text);
      return true;
    } catch (QueryException | StackOverflowError e) {
      return false;
    }
  }
}
